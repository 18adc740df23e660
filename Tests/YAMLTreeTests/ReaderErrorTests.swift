import Diagnostics
import Testing
import YAMLTree

@Suite struct ReaderErrorTests {
    private func error(_ text: String) throws -> YAMLError {
        try error(Array(text.utf8))
    }

    private func error(_ bytes: [UInt8], _ limits: ReadingLimits = ReadingLimits()) throws -> YAMLError {
        try #require(throws: YAMLError.self) {
            try YAMLReader(limits: limits).documents(in: bytes, file: "t.yaml")
        }
    }

    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", "3:1"), ("x: {a: 1, 'a': 2}\n", "1:11"), ("- {1: a, \"1\": b}\n", "1:10"),
        ("? [a, b]\n: 1\n? [a, b]\n: 2\n", "3:3"), ("? {a: [b]}\n: 1\n? {a: [b]}\n: 2\n", "3:3"),
        ("ä: 1\nb: {é: 1, e\u{301}: 2}\nä: 2\n", "3:1"),
    ])
    func duplicateKeys(text: String, place: String) throws {
        let error = try error(text)
        #expect(error.code == .yamlDuplicateKey)
        #expect(error.location.description == "t.yaml:\(place)")
    }

    @Test(arguments: [15, 16, 17, 64, 1000]) func duplicatesInMappingsOfAnySize(count: Int) throws {
        let text = (0..<count).map { "key-\($0): \($0)\n" }.joined()
        #expect(try YAMLReader().document(in: text, file: "t.yaml").mapping?.count == count)
        for repeated in [0, count / 2, count - 1] {
            let error = try error(text + "key-\(repeated): again\n")
            #expect(error.location.line == count + 1)
            #expect(error.message.contains("in line \(repeated + 1)"))
        }
    }

    @Test(arguments: [
        ("a:\n\tb: 1\n", "2:1"), ("a:\n  b: 1\n\tc: 2\n", "3:1"), ("\ta: 1\n", "1:1"), ("a:\n  - b\n\t- c\n", "3:1"),
    ])
    func tabs(text: String, place: String) throws {
        let error = try error(text)
        #expect(error.code == .yamlSyntax)
        #expect(error.message == "a tab cannot indent a line")
        #expect(error.location.description == "t.yaml:\(place)")
    }

    @Test(arguments: [
        "a: b: c\n", "a: [1, 2\n", "a: 'x\n", "a: @x\n", "- a\nb: 1\n", "a: 1\n  b: 2\n", "a: !x!y z\n", "}\n",
    ])
    func syntax(text: String) throws {
        let error = try error(text)
        #expect(error.code == .yamlSyntax)
        #expect(error.location.line <= 3)
        #expect(error.finding.severity == .invalid)
        #expect(error.description.hasPrefix("t.yaml:"))
    }

    @Test(
        arguments: [
            ([0x61, 0x3A, 0x20, 0xFF, 0x0A], "1:4"), (Array("a: 1\nbé: ".utf8) + [0xC0, 0x80], "2:5"),
            (Array("a: ".utf8) + [0xED, 0xA0, 0x80], "1:4"), (Array("a: ".utf8) + [0xE4, 0xB8], "1:4"),
            (Array("\r\na:\r  x\u{0}".utf8), "3:4"), (Array("a: \u{7F}".utf8), "1:4"),
            (Array("\u{FEFF}a: \u{1}".utf8), "1:4"),
            ([0xFF, 0xFE, 0x0A, 0x00, 0x61, 0x00, 0x00, 0xDC], "2:2"),
        ] as [([UInt8], String)]
    )
    func encodings(bytes: [UInt8], place: String) throws {
        let error = try error(bytes)
        #expect(error.code == .yamlEncoding)
        #expect(error.location.description == "t.yaml:\(place)")
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "])
    func depth(opening: String) throws {
        let limits = ReadingLimits(depth: 50)
        let error = try error(Array(String(repeating: opening, count: 100_000).utf8), limits)
        #expect(error.code == .yamlLimit)
        #expect(throws: Never.self) {
            try YAMLReader(limits: limits).document(
                in: String(repeating: "[", count: 50) + String(repeating: "]", count: 50),
                file: "t.yaml"
            )
        }
    }

    @Test func size() throws {
        let error = try error(Array("abcdef".utf8), ReadingLimits(bytes: 5))
        #expect(error.code == .yamlLimit)
        #expect(throws: YAMLError.self) {
            try JSONReader(limits: ReadingLimits(bytes: 5)).document(in: "[1, 2]", file: "t.json")
        }
    }
}

/// The time to read grows no faster than the text.
@Suite(.timeLimit(.minutes(2))) struct LargeTextTests {
    @Test func aScalarOfTenMegabytes() throws {
        let line = String(repeating: "0123456789", count: 100) + "\n"
        let text = "a: |\n" + String(repeating: "  " + line, count: 10_000)
        let node = try YAMLReader().document(in: text, file: "t.yaml")
        #expect(node["a"]?.text?.utf8.count == 10_010_000)
        #expect(YAMLWriter().text(node) == text)
    }

    @Test(arguments: [
        "- item\n", "- - x\n", "? [a, b]\n: c\n", "- {a: 1}\n", "---\na: b\n", "- &x a\n- *x\n",
    ])
    func manyTimesTheSame(text: String) throws {
        // Complex keys have to differ.
        let count = 50_000
        let whole =
            text.hasPrefix("?")
            ? (0..<count).map { "? [a, \($0)]\n: c\n" }.joined() : String(repeating: text, count: count)
        let documents = try YAMLReader().documents(in: whole, file: "t.yaml")
        let read = try YAMLReader().documents(in: YAMLWriter().text(documents), file: "t.yaml")
        #expect(read == documents)
    }

    @Test func aMappingOfManyKeys() throws {
        let text = (0..<100_000).map { "key-\($0): {a: \($0)}\n" }.joined()
        var node = try YAMLReader().document(in: text, file: "t.yaml")
        for number in stride(from: 0, to: 100_000, by: 7) { #expect(node["key-\(number)"]?["a"]?.text == "\(number)") }
        for number in 0..<10_000 { node[NodePath([.key("key-\(number)"), .key("b")])] = .integer(number) }
        #expect(node["key-9999"]?["b"]?.text == "9999")
        let json = JSONWriter(layout: .compact).text(node)
        #expect(try JSONReader().document(in: json, file: "t.json") == node)
    }
}
