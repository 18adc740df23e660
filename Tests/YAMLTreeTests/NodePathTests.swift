import Testing
import YAMLTree

@Suite struct NodePathTests {
    @Test(arguments: [
        (NodePath([.key("services"), .key("web"), .key("ports"), .index(0)]), "services.web.ports[0]"),
        (NodePath([.key("labels"), .key("com.example.x")]), #"labels["com.example.x"]"#),
        (NodePath([.key("a\"b\\c"), .index(12)]), #"["a\"b\\c"][12]"#), (NodePath([.key("")]), #"[""]"#),
        (NodePath(), ""),
        (NodePath([.index(1), .key("a")]), "[1].a"),
    ])
    func textAndBack(path: NodePath, text: String) {
        #expect(path.description == text)
        #expect(NodePath(text) == path)
    }

    @Test(arguments: [".a", "a.", "a..b", "a[", "a[x]", "a[-1]", "a]", "[\"a]", "a b", "[0]a", "[\"a\"]b"])
    func malformed(text: String) {
        #expect(NodePath(text) == nil as NodePath?)
    }

    @Test func prefixes() {
        let path: NodePath = "a.b[0]"
        #expect(NodePath("a").isPrefix(of: path))
        #expect(path.isPrefix(of: path))
        #expect(!path.isPrefix(of: "a.b"))
        #expect(!NodePath("a.c").isPrefix(of: path))
        #expect(NodePath("a").appending("b").appending(0) == path)
    }

    @Test func gettingAndSetting() {
        var node: Node = ["a": ["b": ["x", "y"]]]
        #expect(node["a.b[1]" as NodePath] == "y")
        #expect(node["a.b[2]" as NodePath] == nil)
        node["a.b[0]" as NodePath] = "z"
        node["a.c.d" as NodePath] = "new"
        node["a.b[7]" as NodePath] = "nowhere"
        node["a.b.c" as NodePath] = "nowhere"
        #expect(node == ["a": ["b": ["z", "y"], "c": ["d": "new"]]])
        node["a.b[1]" as NodePath] = nil
        node["a.c" as NodePath] = nil
        node["a.q.r" as NodePath] = nil
        #expect(node == ["a": ["b": ["z"]]])
        node[NodePath()] = "whole"
        #expect(node == "whole")
    }

    @Test func leaves() {
        let node: Node = ["a": ["b", [], ["c": "d"]], "e": [:], "f.g": "h"]
        var paths: [String] = []
        node.forEachLeaf { path, _ in paths.append(path.description) }
        #expect(paths == ["a[0]", "a[1]", "a[2].c", "e", #"["f.g"]"#])
    }

    @Test(arguments: [
        ("services.*.ports[*]", "services.web.ports[0]", true), ("services.*.ports[*]", "services.web.ports", false),
        ("services.*", "services[0]", false), ("a.**", "a", true), ("a.**", "a.b[0].c", true), ("a.**", "b", false),
        ("*.*", "a.b", true), ("[*]", "[3]", true), ("a[*][*].b", "a[0][1].b", true), ("", "", true),
        ("**", "x.y", true),
    ])
    func patterns(pattern: String, path: String, matches: Bool) throws {
        #expect(PathPattern(pattern).matches(try #require(NodePath(path))) == matches)
    }
}

@Suite struct MappingTests {
    @Test(arguments: [5, 16, 17, 40, 300]) func behavesLikeAListOfPairs(count: Int) {
        var mapping = Mapping()
        for number in 0..<count { mapping["key-\(number)"] = .integer(number) }
        #expect(mapping.count == count)
        for number in 0..<count { #expect(mapping["key-\(number)"] == .integer(number)) }
        mapping["key-3"] = "changed"
        mapping["key-1"] = nil
        mapping["last", default: []].content = .sequence(["x"])
        #expect(mapping.names == (0..<count).filter { $0 != 1 }.map { "key-\($0)" } + ["last"])
        #expect(mapping["key-3"] == "changed")
        #expect(mapping["last"] == ["x"])
        #expect(!mapping.contains("key-1"))
        mapping.removeAll { $0.name != "key-4" }
        #expect(mapping == ["key-4": 4])
        #expect(mapping.position(of: "key-4") == 0)
    }

    @Test func composedAndDecomposedKeysDiffer() {
        for padding in [0, 30] {
            var mapping = Mapping((0..<padding).map { ("\($0)", "x") })
            mapping["\u{E9}"] = "composed"
            mapping["e\u{301}"] = "decomposed"
            #expect(mapping.count == padding + 2)
            #expect(mapping["\u{E9}"] == "composed")
            #expect(mapping["e\u{301}"] == "decomposed")
        }
    }
}
