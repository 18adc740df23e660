import Diagnostics
@testable import SwarmNetes
import Testing
import YAMLTree

@Suite struct CoverageTableTests {
    private static func approximated(_ code: FindingCode) -> Verdict { .approximated(code, "text", remedy: nil) }

    private static let table = CoverageTable(
        fallback: approximated("test.fallback"),
        [
            .init("a.b", .kept, when: { node, _ in node.text == "yes" }),
            .init("a.b", approximated("test.second")),
            .init("a.*", approximated("test.any")),
            .init("a.deep.**", approximated("test.below")),
            .init("a.deep.exact", .kept),
            .init("a.deep.deeper.**", approximated("test.deeper")),
            .init("list[*].x", .kept),
            .init("list[*].**", approximated("test.item")),
            .init("*.z", .implied),
        ]
    )

    @Test(arguments: [
        ("{a: {b: 'yes'}}", "kept", 2), ("{a: {b: 'no'}}", "test.second", 2), ("{a: {c: 1}}", "test.any", 2),
        ("{a: {deep: {x: 1}}}", "test.below", 2), ("{a: {deep: {exact: 1}}}", "kept", 3),
        ("{a: {deep: {deeper: {x: {y: 1}}}}}", "test.deeper", 3), ("{list: [{x: 1}]}", "kept", 3),
        ("{list: [{y: 1}]}", "test.item", 2), ("{list: []}", "test.fallback", 1), ("{q: {z: 1}}", "implied", 2),
        ("{a: {z: 1}}", "implied", 2), ("{q: 1}", "test.fallback", 1), ("{a: {deep: {}}}", "test.any", 2),
    ]) func verdicts(_ text: String, _ expected: String, _ depth: Int) throws {
        let tree = try YAMLReader().document(in: text, file: "tree")
        var fields: [CoverageTable.FieldVerdict] = []
        Self.table.forEachLeaf(of: tree) { fields.append($0) }
        let field = try #require(fields.first)
        #expect(fields.count == 1 && field.depth == depth)
        #expect(field.verdict.name == expected)
        #expect(field.location != nil)
    }

    @Test func everyLeafIsVisitedOnce() throws {
        let tree = try YAMLReader().document(in: "{a: {b: 1, c: [2, {}]}, list: [{x: 1, y: []}], q: null}", file: "t")
        var leaves: [NodePath] = []
        var visited: [NodePath] = []
        tree.forEachLeaf { path, _ in leaves.append(path) }
        Self.table.forEachLeaf(of: tree) { visited.append($0.path) }
        #expect(leaves == visited)
    }
}

extension Verdict {
    /// The code, or the name of a verdict without one.
    var name: String {
        switch self {
        case .kept: "kept"
        case .implied: "implied"
        case .approximated(let code, _, _), .dropped(let code, _, _), .decision(let code, _, _): code.rawValue
        }
    }
}
