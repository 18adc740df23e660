import Diagnostics
import Testing
import YAMLTree

/// Single changes, in every notation, byte for byte.
@Suite struct YAMLEditorTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let change: Change
        let expected: String
        var testDescription: String { name }
    }

    enum Change: Sendable {
        case set(NodePath, Node)
        case insert(NodePath, Node)
        case remove(NodePath)

        func apply(to editor: inout YAMLEditor) throws(YAMLError) {
            switch self {
            case .set(let path, let value): try editor.set(value, at: path)
            case .insert(let path, let value): try editor.insert(value, at: path)
            case .remove(let path): try editor.remove(at: path)
            }
        }
    }

    static let cases: [Case] = [
        Case(
            name: "a plain scalar before a comment",
            text: "# top\nimage: web:1   # pinned\nname: x\n",
            change: .set("image", "web:2"),
            expected: "# top\nimage: web:2   # pinned\nname: x\n"
        ),
        Case(
            name: "quotes stay",
            text: "a: 'one'\nb: \"two\"\n",
            change: .set("a", "it's"),
            expected: "a: 'it''s'\nb: \"two\"\n"
        ),
        Case(name: "no final newline", text: "a: 1\nb: 2", change: .set("c", 3), expected: "a: 1\nb: 2\nc: 3"),
        Case(
            name: "CRLF, a new mapping",
            text: "a:\r\n  b: 1 # x\r\n# end\r\n",
            change: .set("a.c.d", "new"),
            expected: "a:\r\n  b: 1 # x\r\n  c:\r\n    d: new\r\n# end\r\n"
        ),
        Case(
            name: "an entry goes with its comment on the line",
            text: "a:\n  # above\n  b: 1 # gone\n  c: 2\n",
            change: .remove("a.b"),
            expected: "a:\n  # above\n  c: 2\n"
        ),
        Case(
            name: "the last entry",
            text: "a: # x\n  b: 1 # y\nc: 2\n",
            change: .remove("a.b"),
            expected: "a: {} # x # y\nc: 2\n"
        ),
        Case(name: "the last item", text: "a:\n- b\nc: 2\n", change: .remove("a[0]"), expected: "a: []\nc: 2\n"),
        Case(name: "the entry at the end", text: "a: 1\nb: 2", change: .remove("b"), expected: "a: 1"),
        Case(
            name: "the first entry of an item",
            text: "- a: 1\n  b: 2\n- c\n",
            change: .remove("[0].a"),
            expected: "- b: 2\n- c\n"
        ),
        Case(
            name: "the only entry of an item",
            text: "- a: 1\n- c\n",
            change: .remove("[0].a"),
            expected: "- {}\n- c\n"
        ),
        Case(
            name: "an item between",
            text: "x:\n  - a # one\n  # about b\n  - b\n",
            change: .insert("x[1]", "new"),
            expected: "x:\n  - a # one\n  # about b\n  - new\n  - b\n"
        ),
        Case(
            name: "an item at the end, at the column of the key",
            text: "x:\n- a\n- b # two\ny: 1\n",
            change: .set("x[2]", ["k": "v", "l": [1]]),
            expected: "x:\n- a\n- b # two\n- k: v\n  l:\n  - 1\ny: 1\n"
        ),
        Case(
            name: "an item goes",
            text: "x:\n  - a\n  - b\n  - c\n",
            change: .remove("x[1]"),
            expected: "x:\n  - a\n  - c\n"
        ),
        Case(name: "nested items", text: "- - a\n  - b\n", change: .remove("[0][0]"), expected: "- - b\n"),
        Case(
            name: "a mapping for a scalar",
            text: "a: one # note\nb: 2\n",
            change: .set("a", ["x": 1]),
            expected: "a: # note\n  x: 1\nb: 2\n"
        ),
        Case(
            name: "a scalar for a mapping",
            text: "a: # note\n  x: 1\n  y: 2\nb: 2\n",
            change: .set("a", "one"),
            expected: "a: one # note\nb: 2\n"
        ),
        Case(
            name: "a list for a mapping",
            text: "a:\n  x: 1\nb: 2\n",
            change: .set("a", ["one", "two"]),
            expected: "a:\n  - one\n  - two\nb: 2\n"
        ),
        Case(name: "a null that is not written", text: "a:\nb: 2\n", change: .set("a", "x"), expected: "a: x\nb: 2\n"),
        Case(name: "an item that is not written", text: "-\n- b\n", change: .set("[0]", "x"), expected: "- x\n- b\n"),
        Case(
            name: "a mapping in a null",
            text: "volumes:\n  data: # mine\nx: 1\n",
            change: .set("volumes.data", ["driver": "local"]),
            expected: "volumes:\n  data: # mine\n    driver: local\nx: 1\n"
        ),
        Case(
            name: "a literal block",
            text: "a: |\n  one\n  two\n\nb: 2\n",
            change: .set("a", "three\nfour\n"),
            expected: "a: |\n  three\n  four\n\nb: 2\n"
        ),
        Case(
            name: "a scalar of several lines",
            text: "a: one\n  two\n  three # c\nb: \"x\n  y\"\n",
            change: .set("a", "1 2"),
            expected: "a: 1 2 # c\nb: \"x\n  y\"\n"
        ),
        Case(
            name: "after a literal block",
            text: "s:\n  a: |\n    one\n\n# end\n",
            change: .set("s.b", 1),
            expected: "s:\n  a: |\n    one\n  b: 1\n\n# end\n"
        ),
        Case(
            name: "braces",
            text: "a: {b: 1, c: [x, y], }\n",
            change: .set("a.d", "p, q"),
            expected: "a: {b: 1, c: [x, y], d: \"p, q\", }\n"
        ),
        Case(
            name: "brackets",
            text: "a: [ x, 'y' ] # c\n",
            change: .insert("a[1]", "z:1"),
            expected: "a: [ x, \"z:1\", 'y' ] # c\n"
        ),
        Case(name: "empty braces", text: "a: {}\n", change: .set("a.b", 1), expected: "a: {b: 1}\n"),
        Case(name: "first in brackets", text: "a: [x, y]\n", change: .remove("a[0]"), expected: "a: [y]\n"),
        Case(name: "last in brackets", text: "a: [x, y]\n", change: .remove("a[1]"), expected: "a: [x]\n"),
        Case(name: "only one in brackets", text: "a: [x, ]\n", change: .remove("a[0]"), expected: "a: [ ]\n"),
        Case(
            name: "JSON",
            text: "{\n  \"a\": \"b\",\n  \"c\": [1]\n}\n",
            change: .set("d", ["e": "f"]),
            expected: "{\n  \"a\": \"b\",\n  \"c\": [1], \"d\": {\"e\": \"f\"}\n}\n"
        ),
        Case(
            name: "an alias",
            text: "a: &x 1\nb: *x\nc: *x\n",
            change: .set("b", 2),
            expected: "a: &x 1\nb: 2\nc: *x\n"
        ),
        Case(
            name: "a free anchor stays",
            text: "a: &x one\nb: 2\n",
            change: .set("a", "two"),
            expected: "a: &x two\nb: 2\n"
        ),
        Case(name: "not only ASCII", text: "ä: ö # ü\nb: 1\n", change: .set("b", "é"), expected: "ä: ö # ü\nb: é\n"),
        Case(
            name: "a byte-order mark",
            text: "\u{FEFF}a: 1\nb: 2\n",
            change: .remove("a"),
            expected: "\u{FEFF}b: 2\n"
        ),
        Case(
            name: "a value on the next line",
            text: "a:\n  # why\n  one\nb: 1\n",
            change: .set("a", "two"),
            expected: "a:\n  # why\n  two\nb: 1\n"
        ),
        Case(name: "markers", text: "---\na: 1\n...\n", change: .set("b", 2), expected: "---\na: 1\nb: 2\n...\n"),
    ]

    @Test(arguments: cases) func changesOnlyItsPart(_ test: Case) throws {
        var editor = try YAMLEditor(test.text, file: "a.yaml")
        try test.change.apply(to: &editor)
        #expect(editor.text == test.expected)
    }

    static let refusals: [(text: String, change: Change, code: FindingCode, place: String)] = [
        ("a: &x {b: 1}\nc: *x\n", .set("c.b", 2), .yamlEditShared, "2:4"),
        ("a: &x {b: 1}\nc: *x\n", .set("a.b", 2), .yamlEditShared, "1:7"),
        ("a: &x 1\nc: *x\n", .set("a", 2), .yamlEditShared, "1:4"),
        ("a: &x\n  b: 1\nc:\n  <<: *x\n  d: 1\n", .set("c.b", 2), .yamlEditShared, "4:7"),
        ("a: 1\n", .remove("b"), .yamlEditPath, "1:1"),
        ("a: 1\n", .set("a[0]", 1), .yamlEditPath, "1:1"),
        ("a: 1\n", .insert("a", 1), .yamlEditNotation, "1:4"),
    ]

    @Test(arguments: refusals.indices) func refusesWhatOthersShare(_ index: Int) throws {
        let (text, change, code, place) = Self.refusals[index]
        var editor = try YAMLEditor(text, file: "a.yaml")
        let error = #expect(throws: YAMLError.self) { try change.apply(to: &editor) }
        #expect(error?.code == code)
        #expect(error.map { "\($0.location.line):\($0.location.column)" } == place)
        #expect(editor.text == text)
    }

    @Test func turnsADocumentIntoAnother() throws {
        let text = "# head\nservices:\n  web:   # the site\n    image: a\n    ports: [80, 443]\n  old: {image: z}\n"
        var editor = try YAMLEditor(text, file: "a.yaml")
        var document = editor.document
        document["services.web.ports" as NodePath] = [80, 8443, 9000]
        document["services.old" as NodePath] = nil
        document["services.web.restart" as NodePath] = "no"
        try editor.update(to: document)
        #expect(
            editor.text
                == "# head\nservices:\n  web:   # the site\n    image: a\n    ports: [80, 8443, 9000]\n    restart: \"no\"\n"
        )
    }
}
