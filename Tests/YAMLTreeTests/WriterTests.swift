import Diagnostics
import Testing
import YAMLTree

@Suite struct WriterTests {
    private let tree: Node = [
        "name": "web",
        "empty": ["list": [], "map": [:], "null": .null(), "nothing": .plain("")],
        "list": ["a", ["b", ["c"]], ["k": "v", "l": ["m"]], [], [:], .plain("")],
    ]

    @Test func layout() {
        let expected = """
            name: web
            empty:
              list: []
              map: {}
              "null": null
              nothing:
            list:
              - a
              - - b
                - - c
              - k: v
                l:
                  - m
              - []
              - {}
              -

            """
        #expect(YAMLWriter().text(tree) == expected)
    }

    @Test func layoutWithoutSequenceIndent() {
        let expected = """
            list:
            - a
            - - b
              - - c
            - k: v
              l:
              - m
            """
        let text = YAMLWriter(sequenceIndent: false).text(tree)
        #expect(text.contains(expected))
    }

    @Test func streams() {
        #expect(YAMLWriter().text([]) == "")
        #expect(
            YAMLWriter().text(["a", ["k": "v"], ["i"], [:], [], .plain("")])
                == "a\n---\nk: v\n---\n- i\n---\n{}\n---\n[]\n---\n\n"
        )
        #expect(YAMLWriter().text([.plain(""), .plain("")]) == "---\n---\n\n")
    }

    @Test(arguments: [
        // Indicators and separators.
        ("- a", #""- a""#), ("-", #""-""#), ("? a", #""? a""#), (": a", #"": a""#), ("a: b", #""a: b""#),
        ("trailing:", #""trailing:""#), ("a #b", #""a #b""#), ("#b", ##""#b""##), ("a#b", "a#b"), ("[a", #""[a""#),
        ("{a", #""{a""#), ("]", #""]""#), (",", #"",""#), ("&a", #""&a""#), ("*a", #""*a""#), ("!a", #""!a""#),
        ("|", #""|""#), (">", #"">""#), ("%a", #""%a""#), ("@a", #""@a""#), ("`a", #""`a""#), ("'a", #""'a""#),
        ("---", #""---""#), ("--- a", #""--- a""#), ("...", #""...""#), ("---a", "---a"), ("a[0]{1},2", "a[0]{1},2"),
        // Blanks.
        (" a", #"" a""#), ("a ", #""a ""#), (" ", #"" ""#), ("a\tb", #""a\tb""#),
        // Quotes and backslashes.
        (#"say "x""#, #"say "x""#), (#""x""#, #"'"x"'"#), (#"a: "it's""#, #"'a: "it''s"'"#), (#"a: \d"#, #"'a: \d'"#),
        (#"C:\dir"#, #"C:\dir"#),
        // Characters that need escapes.
        ("a\r\nb", #""a\r\nb""#), ("\u{0}", #""\x00""#), ("\u{7F}", #""\x7F""#), ("\u{85}", #""\u0085""#),
        ("a\u{2028}", #""a\u2028""#), ("\u{FEFF}a", #""\uFEFFa""#), ("\u{FFFE}", #""\uFFFE""#),
        ("\"\u{1B}", #""\"\x1B""#),
        ("é中😀", "é中😀"), ("\u{A0}", "\u{A0}"),
    ])
    func quotes(text: String, expected: String) throws {
        #expect(YAMLWriter().text(.string(text)) == expected + "\n")
        #expect(try YAMLReader().document(in: expected, file: "t.yaml") == .string(text))
    }

    @Test(arguments: [
        ("one\ntwo\n", "|\n  one\n  two\n"), ("one\ntwo", "|-\n  one\n  two\n"), ("one\n\n\n", "|+\n  one\n\n\n"),
        ("  one\ntwo\n", "|2\n    one\n  two\n"), ("\none", "|-\n\n  one\n"), ("\n one\n", "|2\n\n   one\n"),
        ("\tone\n", "|2\n  \tone\n"), ("one\n  \ntwo\n", "|\n  one\n    \n  two\n"), ("# one\n", "|\n  # one\n"),
        ("\n", #""\n""# + "\n"), ("one\n ", #""one\n ""# + "\n"), ("a\u{7}\nb", #""a\x07\nb""# + "\n"),
    ])
    func linesOfText(text: String, expected: String) throws {
        #expect(YAMLWriter().text(.string(text)) == expected)
        #expect(YAMLWriter().text(["k": .string(text)]) == "k: \(expected)")
        #expect(YAMLWriter().text([.string(text)]) == "\(expected)")
        #expect(YAMLWriter().text(.sequence([.string(text)])) == "- \(expected)")
        // In keys there is room for one line only.
        let key = YAMLWriter().text(.mapping([text: "v"]))
        #expect(!key.contains("|"))
        #expect(try YAMLReader().document(in: key, file: "t.yaml").mapping?.names == [text])
    }

    @Test func longLinesAreNotFolded() throws {
        let long = String(repeating: "word ", count: 1000) + "end"
        #expect(YAMLWriter().text(["k": .string(long)]) == "k: \(long)\n")
        #expect(YAMLWriter().text(["k": .string("a: " + long)]) == "k: \"a: \(long)\"\n")
    }

    @Test func longKeysAreExplicit() throws {
        for length in [990, 1000, 1024, 5000] {
            let tree: Node = .mapping([String(repeating: "k", count: length): ["a": "b"], "next": "c"])
            let text = YAMLWriter().text(tree)
            #expect(text.hasPrefix("? ") == (length > 1000))
            #expect(try YAMLReader().document(in: text, file: "t.yaml") == tree)
        }
    }

    @Test func keysOfAllKinds() {
        let mapping = Mapping([
            Mapping.Entry(key: .plain("1"), value: "a"),
            Mapping.Entry(key: "no", value: "b"),
            Mapping.Entry(key: .plain(""), value: "c"),
            Mapping.Entry(key: ["x", "z"], value: ["d"]),
            Mapping.Entry(key: ["k": "l"], value: ["m": "o"]),
            Mapping.Entry(key: [], value: "e"),
        ])
        let expected = """
            1: a
            "no": b
            ?
            : c
            ? - x
              - z
            :
              - d
            ? k: l
            :
              m: o
            ? []
            : e

            """
        #expect(YAMLWriter().text(.mapping(mapping)) == expected)
    }

    @Test func tags() throws {
        var list: Node = ["a"]
        list.tag = "!override"
        var map: Node = ["k": "v"]
        map.tag = "tag:yaml.org,2002:map"
        var reset: Node = .plain("")
        reset.tag = "!reset"
        var text: Node = .plain("1")
        text.tag = "tag:yaml.org,2002:str"
        var other: Node = []
        other.tag = "tag:example.com,2020:a b"
        let tree: Node = ["list": list, "map": map, "reset": reset, "items": [list, map, reset, text], "other": other]
        let expected = """
            list: !override
              - a
            map: !!map
              k: v
            reset: !reset
            items:
              - !override
                - a
              - !!map
                k: v
              - !reset
              - !!str 1
            other: !<tag:example.com%2C2020:a%20b> []

            """
        #expect(YAMLWriter().text(tree) == expected)
        #expect(YAMLWriter().text(map) == "!!map\nk: v\n")
        for writer in WriterPropertyTests.writers {
            #expect(try YAMLReader().document(in: writer.text(tree), file: "t.yaml") == tree)
        }
    }

    @Test func quotesAsRead() throws {
        let text = "a: 'x'\nb: \"z\"\nc: 'it''s'\nd: \"1\\n2\"\n"
        let node = try YAMLReader().document(in: text, file: "t.yaml")
        #expect(YAMLWriter(quotes: .asRead).text(node) == text)
        #expect(YAMLWriter().text(node) == "a: x\nb: z\nc: it's\nd: |-\n  1\n  2\n")
    }

    @Test func aliases() throws {
        let text = "a: &x\n  - 1\nb: *x\nc: &y one\n*y : *y\nd: &z !t\n  k: *y\ne: *z\n"
        var node = try YAMLReader().document(in: text, file: "t.yaml")
        #expect(YAMLWriter(aliases: .kept).text(node) == text)
        #expect(try YAMLReader().document(in: YAMLWriter().text(node), file: "t.yaml") == node)
        // An alias whose content changed is no alias any more.
        node["b"]?.content = .sequence(["2"])
        let changed = try YAMLReader().document(in: YAMLWriter(aliases: .kept).text(node), file: "t.yaml")
        #expect(changed == node)
    }
}
