import Diagnostics
import Testing
import YAMLTree

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws -> Node { try JSONReader().document(in: text, file: "t.json") }

    @Test func valuesAndPlaces() throws {
        let node = try read("\u{FEFF}{\"a\": [1, true,\r\n  null], \"é\": {\"b\": \"c\"}}\n")
        #expect(node == ["a": [.plain("1"), .plain("true"), .plain("null")], "é": ["b": "c"]])
        #expect(node.location?.description == "t.json:1:1")
        #expect(node["a"]?[2]?.location?.description == "t.json:2:3")
        #expect(node["é"]?["b"]?.location?.description == "t.json:2:21")
        #expect(node["é"]?["b"]?.scalar?.style == .doubleQuoted)
    }

    @Test(arguments: ["0", "-0", "1.50", "123456789012345678901234567890.123", "1E400", "2e-7"])
    func numbersKeepTheirText(text: String) throws {
        #expect(try read(text).scalar?.text == text)
        #expect(try read(" [\(text)]")[0]?.scalar?.isPlain == true)
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u4E2D""#, "Aé中"),
        (#""\uD83D\uDE00!""#, "😀!"),
        (#""é中😀""#, "é中😀"), (#""\u0000""#, "\u{0}"), (#""""#, ""), ("\"\u{7F}\u{2028}\"", "\u{7F}\u{2028}"),
    ])
    func strings(text: String, expected: String) throws {
        #expect(try read(text).text == expected)
    }

    @Test(arguments: [
        ("", "1:1"), ("  ", "1:3"), ("nul", "1:1"), ("[1,]", "1:4"), ("{\"a\" 1}", "1:6"), ("{a: 1}", "1:2"),
        ("{\"a\":1,}", "1:8"),
        ("01", "1:2"), ("-", "1:2"), ("1.", "1:3"), ("1e", "1:3"), ("+1", "1:1"), (".5", "1:1"), ("\"abc", "1:5"),
        ("\"a\nb\"", "1:3"), (#""\x""#, "1:3"), (#""\u12""#, "1:6"), (#""\uD800""#, "1:8"),
        (#""\uD800\u0041""#, "1:14"),
        (#""\uDC00""#, "1:8"), ("1 2", "1:3"), ("[\n1\n2]", "3:1"), ("'a'", "1:1"), ("NaN", "1:1"),
        ("[1 // x\n]", "1:4"),
        ("{\"é\": }", "1:7"), ("[", "1:2"), ("{\"a\":", "1:6"), ("\u{A0}1", "1:1"),
    ])
    func errors(text: String, place: String) throws {
        let error = try #require(throws: YAMLError.self) { try read(text) }
        #expect(error.code == .jsonSyntax)
        #expect(error.location.description == "t.json:\(place)")
    }

    @Test(
        arguments: [
            [0xFF], [0xC0, 0x80], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5],
            [0xE4, 0xB8], [0x80],
        ] as [[UInt8]]
    )
    func badUTF8(bytes: [UInt8]) throws {
        let error = try #require(throws: YAMLError.self) {
            try JSONReader().document(in: Array("[\"é".utf8) + bytes + Array("\"]".utf8), file: "t.json")
        }
        #expect(error.code == .yamlEncoding)
        #expect(error.location.description == "t.json:1:4")
    }

    @Test func duplicateKeys() throws {
        let error = try #require(throws: YAMLError.self) { try read("{\"a\": 1,\n \"\\u0061\": 2}") }
        #expect(error.code == .yamlDuplicateKey)
        #expect(error.location.description == "t.json:2:2")
    }

    @Test func depth() throws {
        let error = try #require(throws: YAMLError.self) { try read(String(repeating: "[", count: 1_000_000)) }
        #expect(error.code == .yamlLimit)
        #expect(error.location.column == 201)
        #expect(throws: Never.self) {
            try read(String(repeating: "[", count: 200) + String(repeating: "]", count: 200))
        }
    }

    @Test(.timeLimit(.minutes(1))) func oneLongLine() throws {
        let text = "[" + Array(repeating: "{\"key\": \"value\"}", count: 100_000).joined(separator: ", ") + "]"
        let node = try read(text)
        #expect(node[99_999]?["key"]?.location?.column == text.utf8.count - 8)
    }
}

@Suite struct JSONWriterTests {
    @Test func layouts() {
        let tree: Node = ["a": [.plain("1"), "x", [], [:]], "b": ["c": .null()]]
        #expect(JSONWriter(layout: .compact).text(tree) == #"{"a":[1,"x",[],{}],"b":{"c":null}}"#)
        let pretty = """
            {
              "a": [
                1,
                "x",
                [],
                {}
              ],
              "b": {
                "c": null
              }
            }

            """
        #expect(JSONWriter().text(tree) == pretty)
    }

    /// The JSON of a plain scalar under the two schemas; nil where they agree.
    @Test(
        arguments: [
            ("1", "1", nil), ("+1", "1", nil), ("-0", "-0", nil), ("010", "10", "8"), ("-010", "-10", "-8"),
            ("0x1F", "31", nil),
            ("0o17", "15", nil), ("0b11", #""0b11""#, "3"), ("1_000", #""1_000""#, "1000"), ("08", "8", "8"),
            ("00", "0", "0"),
            ("0xFFFFFFFFFFFFFFFFFFFFFFFF", "79228162514264337593543950335", nil), (".5", "0.5", nil),
            ("-.5", "-0.5", nil),
            ("5.", "5.0", nil), ("1.e3", "1.0e3", nil), ("1.50", "1.50", nil), ("00.5", "0.5", nil),
            ("1E+3", "1E+3", nil),
            ("0.10000000000000000000000001", "0.10000000000000000000000001", nil),
            ("123456789012345678901234567890", "123456789012345678901234567890", nil),
            (".inf", #"".inf""#, nil), ("-.INF", #""-.INF""#, nil), (".nan", #"".nan""#, nil),
            ("yes", #""yes""#, "true"), ("Off", #""Off""#, "false"), ("TRUE", "true", nil), ("~", "null", nil),
            ("", "null", nil),
            ("2001-01-01", #""2001-01-01""#, nil), ("1e400", "1e400", #""1e400""#),
        ] as [(String, String, String?)]
    )
    func plainScalars(text: String, core: String, kubernetes: String?) {
        #expect(JSONWriter(layout: .compact).text(.plain(text)) == core)
        #expect(JSONWriter(layout: .compact, schema: .kubernetes).text(.plain(text)) == kubernetes ?? core)
    }

    @Test func strings() {
        let text = "\"\\/\u{8}\u{C}\n\r\t\u{0}\u{1F}\u{7F}é\u{2028}😀"
        #expect(
            JSONWriter(layout: .compact).text(.string(text)) == #""\"\\/\b\f\n\r\t\u0000\u001F"# + "\u{7F}é\u{2028}😀\""
        )
        #expect(JSONWriter(layout: .compact).text(.string("1")) == "\"1\"")
    }

    @Test func tagsAndKeys() throws {
        let text =
            "a: !!str 1\nb: !!int \"2\"\nc: !!bool maybe\nd: !mine x\n1: e\nyes: f\n? [g, {h: 1, ? [i] : j}]\n: k\n"
        let node = try YAMLReader().document(in: text, file: "t.yaml")
        let expected =
            #"{"a":"1","b":2,"c":"maybe","d":"x","1":"e","yes":"f","[\"g\",{\"h\":1,[\"i\"]:\"j\"}]":"k"}"#
        #expect(JSONWriter(layout: .compact).text(node) == expected)
    }
}
