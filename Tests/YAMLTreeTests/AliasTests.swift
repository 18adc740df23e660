import Diagnostics
import Testing
import YAMLTree

@Suite struct AliasTests {
    private func read(_ text: String, _ reader: YAMLReader = YAMLReader()) throws -> Node {
        try reader.document(in: text, file: "t.yaml")
    }

    private func error(_ text: String, _ reader: YAMLReader = YAMLReader()) throws -> YAMLError {
        try #require(throws: YAMLError.self) { try read(text, reader) }
    }

    @Test func anAliasIsTheNodeThatItNames() throws {
        let node = try read("a: &x !t {k: v}\nb: *x\n*x : c\n")
        #expect(node["b"] == node["a"])
        #expect(node["b"]?.isAlias == true)
        #expect(node["b"]?.anchor == "x")
        #expect(node["b"]?.tag == "!t")
        #expect(node["a"]?.isAlias == false)
        #expect(node["a"]?.anchor == "x")
        #expect(node.mapping?.entries[2].key == node["a"])
    }

    @Test func aLaterAnchorOfTheSameNameWins() throws {
        let node = try read("- &x 1\n- *x\n- &x 2\n- *x\n- &y [&y 3, *y]\n")
        #expect(node == [.plain("1"), .plain("1"), .plain("2"), .plain("2"), [.plain("3"), .plain("3")]])
    }

    @Test func anchorsEndWithTheirDocument() throws {
        let error = try #require(throws: YAMLError.self) {
            try YAMLReader().documents(in: "a: &x 1\n---\nb: *x\n", file: "t.yaml")
        }
        #expect(error.code == .yamlUnknownAlias)
        #expect(error.location.description == "t.yaml:3:4")
    }

    @Test(arguments: [
        ("a: *x\n", "1:4"), ("a: *x\nb: &x 1\n", "1:4"), ("&x [*x]\n", "1:5"), ("&x {a: [{b: *x}]}\n", "1:13"),
        ("a: &x\n  b:\n    c: *x\n", "3:8"), ("- &x 1\n- &x [*x]\n", "2:7"),
    ])
    func unknownAliasesAndCycles(text: String, place: String) throws {
        let error = try error(text)
        #expect(error.code == .yamlUnknownAlias)
        #expect(error.location.description == "t.yaml:\(place)")
        #expect(error.remedy != nil)
    }

    /// A few hundred bytes that stand for 10^9 nodes.
    private static let laughs: String = {
        var text = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        for (one, next) in zip("abcdefgh", "bcdefghi") {
            text += "\(next): &\(next) [" + Array(repeating: "*\(one)", count: 10).joined(separator: ", ") + "]\n"
        }
        return text
    }()

    @Test(.timeLimit(.minutes(1))) func bombsAreRefused() throws {
        let error = try error(Self.laughs)
        #expect(error.code == .yamlLimit)
        #expect(error.location.line == 6)
        // With a budget, the tree shares its parts: it is there at once, and takes no memory.
        var reader = YAMLReader()
        reader.limits.aliasedNodes = .max
        let node = try read(Self.laughs, reader)
        #expect(node[NodePath("i[9][9][9][9][9][9][9][9][9]")]?.text == "x")
    }

    @Test func theBudgetCountsTheWholeText() throws {
        let document = "a: &a [1, 2, 3]\nb: [*a, *a]\n---\n"
        var reader = YAMLReader()
        reader.limits.aliasedNodes = 16
        #expect(try reader.documents(in: document + document, file: "t.yaml").count == 3)
        reader.limits.aliasedNodes = 15
        #expect(throws: YAMLError.self) { try reader.documents(in: document + document, file: "t.yaml") }
    }
}

@Suite struct MergeKeyTests {
    private func read(_ text: String, expands: Bool = true) throws -> Node {
        try YAMLReader(expandsMergeKeys: expands).document(in: text, file: "t.yaml")
    }

    @Test func ownEntriesWinAndOrderIsKept() throws {
        let node = try read("base: &b {x: 1, y: 2, z: 3}\nuse:\n  a: 0\n  <<: *b\n  y: own\n  b: 4\n")
        #expect(node["use"]?.mapping?.names == ["a", "x", "z", "y", "b"])
        #expect(node["use"]?["y"]?.text == "own")
    }

    @Test func earlierMappingsWin() throws {
        let node = try read("- &a {x: 1}\n- &b {x: 2, z: 3}\n- <<: [*a, *b]\n- {<<: *b, <<: *a}\n- <<: {x: inline}\n")
        #expect(node[2] == ["x": .plain("1"), "z": .plain("3")])
        #expect(node[3] == ["x": .plain("2"), "z": .plain("3")])
        #expect(node[4] == ["x": "inline"])
    }

    @Test func mergedMappingsMayMerge() throws {
        let node = try read("a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b, z: 3}\n")
        #expect(node["c"]?.mapping?.names == ["x", "y", "z"])
    }

    @Test func quotedAndOtherPlaces() throws {
        let node = try read("a: {'<<': 1}\nb: <<\nc: [<<]\n")
        #expect(node["a"]?["<<"]?.text == "1")
        #expect(node["b"]?.text == "<<")
        #expect(node["c"]?[0]?.text == "<<")
        let kept = try read("a: &a {x: 1}\nb: {<<: *a}\n", expands: false)
        #expect(kept["b"]?.mapping?.names == ["<<"])
    }

    @Test(arguments: [
        ("<<: 1\n", "1:5"), ("a: &a 1\nb:\n  <<: *a\n", "1:4"), ("<<: [{a: 1}, 2]\n", "1:14"), ("<<:\n", "1:4"),
    ])
    func wrongTypes(text: String, place: String) throws {
        let error = try #require(throws: YAMLError.self) { try read(text) }
        #expect(error.code == .yamlMergeKey)
        #expect(error.location.description == "t.yaml:\(place)")
    }
}
