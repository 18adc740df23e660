import Diagnostics
import Testing
import YAMLTree

@Suite struct ReaderTests {
    private func read(_ text: String) throws -> Node {
        try YAMLReader().document(in: text, file: "t.yaml")
    }

    @Test func collectionsAndPlaces() throws {
        let node = try read("a: 1\nb: [x, {c: d}]\nü:\n  - y\n  - ä: z\n")
        #expect(node.mapping?.names == ["a", "b", "ü"])
        #expect(node["a"]?.text == "1")
        #expect(node[NodePath("b[1].c")]?.location?.description == "t.yaml:2:12")
        #expect(node.location?.description == "t.yaml:1:1")
        #expect(node["ü"]?.location?.description == "t.yaml:4:3")
        // Columns count characters, not bytes.
        #expect(node["ü"]?[1]?["ä"]?.location?.description == "t.yaml:5:8")
        #expect(node["b"]?[2] == nil)
        #expect(node["missing"] == nil)
    }

    @Test(arguments: [
        ("plain text", Scalar.Style.plain, "plain text"),
        ("'it''s'", .singleQuoted, "it's"),
        (#""a\tb\u00e9\x41\n""#, .doubleQuoted, "a\tbéA\n"),
        ("|\n  one\n   two\n", .literal, "one\n two\n"),
        ("|-\n  one\n", .literal, "one"),
        ("|+\n  one\n\n", .literal, "one\n\n"),
        ("|1\n   one\n", .literal, "  one\n"),
        (">\n  one\n  two\n\n  three\n", .folded, "one two\nthree\n"),
        ("one\n  two\n\n  three", .plain, "one two\nthree"),
    ])
    func scalarStyles(text: String, style: Scalar.Style, expected: String) throws {
        let node = try read("key: \(text)")["key"]
        #expect(node?.scalar?.style == style)
        #expect(node?.text == expected)
    }

    @Test func tags() throws {
        let text = """
            %TAG !e! tag:example.com,2020:
            ---
            a: !!str 1
            b: !reset null
            c: !e!shape {x: 1}
            d: !<tag:example.org,2020:y> []
            e: plain
            """
        let node = try read(text)
        #expect(node["a"]?.tag == "tag:yaml.org,2002:str")
        #expect(node["a"]?.string() == "1")
        #expect(node["b"]?.tag == "!reset")
        #expect(node["c"]?.tag == "tag:example.com,2020:shape")
        #expect(node["d"]?.tag == "tag:example.org,2020:y")
        #expect(node["e"]?.tag == nil)
        #expect(node["b"]?.isNull() == true)
    }

    @Test func streams() throws {
        let reader = YAMLReader()
        #expect(try reader.documents(in: "", file: "t.yaml").isEmpty)
        #expect(try reader.documents(in: "# nothing\n", file: "t.yaml").isEmpty)
        let documents = try reader.documents(in: "a: 1\n---\n---\nb\n...\n", file: "t.yaml")
        #expect(documents.map(\.isNullOrEmpty) == [false, true, false])
        #expect(documents[2].text == "b")
        #expect(try reader.document(in: "", file: "t.yaml").isNull())
    }

    @Test func aSecondDocumentIsRefusedAtItsPlace() throws {
        let error = try #require(throws: YAMLError.self) { try read("a: 1\n---\n\nb: 2\n") }
        #expect(error.code == .yamlSyntax)
        #expect(error.location.description == "t.yaml:4:1")
    }

    @Test(arguments: ["a: é\n", "a: é", "\u{FEFF}a: é\n"])
    func encodings(text: String) throws {
        let expected = try read("a: é\n")
        let reader = YAMLReader()
        let utf16 = Array("\u{FEFF}\(text.drop { $0 == "\u{FEFF}" })".utf16)
        let littleEndian = utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let bigEndian = utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        for bytes in [Array(text.utf8), littleEndian, bigEndian] {
            let node = try reader.document(in: bytes, file: "t.yaml")
            #expect(node == expected)
            #expect(node["a"]?.location?.description == "t.yaml:1:4")
        }
    }

    @Test func keysThatAreNoScalars() throws {
        let node = try read("? [a, b]\n: 1\n? {c: d}\n: 2\nplain: 3\n?\n: 4\n")
        let entries = try #require(node.mapping?.entries)
        #expect(entries.map { $0.key.kindDescription() } == ["a list", "a mapping", "a string", "null"])
        #expect(entries.map(\.name) == ["", "", "plain", ""])
    }
}
