import Diagnostics
import OrderedCollections
@testable import SwarmNetes
import TestSupport
import Testing
import YAMLTree

@Suite struct ResidueTests {
    @Test(arguments: [
        ("{a: 1}", "{a: 1}", 0), ("{a: 1}", "{a: 2}", 1), ("{a: 1, b: 2}", "{a: 1}", 1), ("{}", "{a: {b: 1}}", 1),
        ("{a: [1, 2]}", "{a: [1, 3]}", 1), ("{a: [1, 2]}", "{a: [1]}", 1), ("{a: null}", "{}", 1),
        ("{a: '1'}", "{a: 1}", 1), ("{a: \"x\"}", "{a: x}", 0), ("{a: {b: 1, c: 2}}", "{a: {b: 2, d: 3}}", 3),
        ("{a: {b: 1}}", "{a: {}}", 1), ("{a: {}}", "{a: []}", 1),
    ]) func exactDifferences(_ old: String, _ new: String, _ count: Int) throws {
        let old = try Self.tree(old)
        let new = try Self.tree(new)
        let residue = Residue(from: old, to: new, .exact)
        #expect(residue.changes.count == count, "\(residue.changes)")
        #expect(CorpusRoundTripConformance.firstDifference(residue.applied(to: old), new) == nil)
    }

    @Test(arguments: [
        ("{a: null}", "{}"), ("{}", "{a: {}}"), ("{a: []}", "{a: null}"), ("{}", "{a: {b: [], c: null}}"),
    ]) func emptyIsAbsentToKubernetes(_ old: String, _ new: String) throws {
        #expect(Residue(from: try Self.tree(old), to: try Self.tree(new), .emptyIsAbsent).isEmpty)
        #expect(!Residue(from: try Self.tree(old), to: try Self.tree(new), .exact).isEmpty)
    }

    /// Whatever two trees are, the difference leads from one to the other, also as the text of an annotation.
    @Test func differencesLeadFromAnyTreeToAnyOther() throws {
        var random = SeededGenerator(seed: 3)
        for _ in 0..<1500 {
            let old = Self.mapping(depth: 3, &random)
            let new = Bool.random(using: &random) ? Self.mapping(depth: 3, &random) : Self.changedBelow(old, &random)
            let residue = Residue(from: old, to: new, .exact)
            let applied = residue.applied(to: old)
            #expect(CorpusRoundTripConformance.firstDifference(applied, new) == nil)
            let text = Remarks.text(residue)
            let reread = try #require(Remarks.residue(text), "\(text)")
            let again = reread.applied(to: old)
            #expect(CorpusRoundTripConformance.firstDifference(again, new) == nil, "\(text)")
        }
    }

    @Test func groupsAreBySubject() throws {
        let old = try Self.tree("{services: {web: {a: 1}}}")
        let new = try Self.tree("{services: {web: {a: 2, b: 3}, db: {c: 4}}, name: x}")
        let groups = Residue(from: old, to: new, .exact).grouped(depth: 2)
        #expect(groups.keys.map(\.description) == ["services.web", ""])
        #expect(groups["services.web"]?.changes.map(\.path.description) == ["a", "b"])
        var whole = Residue()
        for (subject, part) in groups { whole.merge(part, below: subject) }
        #expect(CorpusRoundTripConformance.firstDifference(whole.applied(to: old), new) == nil)
    }

    @Test(arguments: ["[]", "1", "null", "\"x\"", "", "{", "{\"a..b\": 1}", "{\"a[x]\": 1}", "{\"a[-1]\": 1}"])
    func otherTextsAreNoRemarks(_ text: String) {
        #expect(Remarks.residue(text) == nil)
    }

    /// A path as deep as an annotation is long would exhaust the stack of whoever follows it.
    @Test func endlessPathsAreNoRemarks() {
        let path = String(repeating: "a.", count: 200_000) + "a"
        #expect(Remarks.residue("{\"\(path)\": 1}") == nil)
    }

    // MARK: Trees

    private static func tree(_ text: String) throws -> Node { try YAMLReader().document(in: text, file: "tree") }

    private static let keys = ["a", "b", "-c", "d.e", "f\"g", "[0]", "", " ", "\u{301}x", "h\\", "\r\n", "*"]

    private static func node(depth: Int, _ random: inout SeededGenerator) -> Node {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 4), using: &random) {
        case 0: return .null()
        case 1: return .integer(Int.random(in: 0..<3, using: &random))
        case 2: return .bool(Bool.random(using: &random))
        case 3: return .string(["1", "true", "", "text", "\u{301}"].randomElement(using: &random) ?? "")
        case 4:
            return .sequence((0..<Int.random(in: 0..<4, using: &random)).map { _ in node(depth: depth - 1, &random) })
        default: return mapping(depth: depth - 1, &random)
        }
    }

    private static func mapping(depth: Int, _ random: inout SeededGenerator) -> Node {
        let names = keys.shuffled(using: &random).prefix(Int.random(in: 0..<5, using: &random))
        return .mapping(Mapping(names.map { ($0, node(depth: depth, &random)) }))
    }

    private static func changedBelow(_ node: Node, _ random: inout SeededGenerator) -> Node {
        guard let mapping = node.mapping else { return node }
        return .mapping(mapping.mapValues { changed($0.value, &random) })
    }

    private static func changed(_ node: Node, _ random: inout SeededGenerator) -> Node {
        if Int.random(in: 0..<6, using: &random) == 0 { return Self.node(depth: 2, &random) }
        switch node.content {
        case .mapping(let mapping): return .mapping(mapping.mapValues { changed($0.value, &random) })
        case .sequence(let items): return .sequence(items.map { changed($0, &random) })
        case .scalar: return node
        }
    }
}
