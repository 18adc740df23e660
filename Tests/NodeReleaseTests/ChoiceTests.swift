import Eviction
import KubeModel
import NodeRelease
import Testing

@Suite struct ChoiceTests {
    /// Four nodes, made in the order of their names; c is the fullest and has the oldest pod, b the emptiest.
    private func inventory(_ extra: String = "") throws -> KubernetesInventory {
        let nodes = ["a", "b", "c", "d"].enumerated().map { index, name in
            Cluster.node(name).replacing("2026-01-01", with: "2026-01-0\(index + 1)")
        }
        let pods = [("a", "512Mi", 4), ("b", "128Mi", 3), ("c", "3Gi", 2), ("d", "1Gi", 5)].map { node, memory, day in
            Cluster.pod("p-\(node)", on: node, memory: memory).replacing("2026-02-01", with: "2026-02-0\(day)")
        }
        return try KubernetesInventory(
            Cluster.read(nodes.joined(separator: "---\n") + pods.joined() + extra)
        )
    }

    @Test(arguments: [
        (ReleasePolicyName.lastInserted, SpaceOrder.mostRemaining, "d"), (.firstInserted, .mostRemaining, "a"),
        (.leastRecentlyUsed, .mostRemaining, "c"), (.space, .mostRemaining, "b"), (.space, .leastRemaining, "c"),
        (.leastRecentBatch, .mostRemaining, "c"),
    ])
    func policiesChooseByWhatTheInventoryTells(
        _ policy: ReleasePolicyName,
        _ order: SpaceOrder,
        _ name: String
    ) throws {
        let chosen = try ReleaseChoice(policy: policy, order: order).choose(from: inventory())
        #expect(chosen.map(\.candidate.name) == [name])
        #expect(chosen.first?.plan.node == name)
    }

    @Test(arguments: ReleasePolicyName.allCases)
    func everyPolicyReleasesEachNodeOnceButNotTheLast(_ policy: ReleasePolicyName) throws {
        let chosen = try ReleaseChoice(policy: policy).choose(3, from: inventory())
        #expect(Set(chosen.map(\.candidate.name)).count == 3)
        #expect(throws: ReleaseError(.nothingEligible)) {
            try ReleaseChoice(policy: policy).choose(4, from: inventory())
        }
    }

    @Test func nodesUsedTogetherAreDecidedBySpace() throws {
        let together = ReleaseChoice(order: .mostRemaining, uses: [["a", "b", "d"], ["c"]])
        #expect(try together.choose(from: inventory()).first?.candidate.name == "b")
        let full = ReleaseChoice(order: .leastRemaining, uses: [["a", "b", "d"], ["c"]])
        #expect(try full.choose(from: inventory()).first?.candidate.name == "d")
        guard case .tieInBatch(size: 3, _, _) = try together.choose(from: inventory()).first?.reason else {
            Issue.record("no tie")
            return
        }
    }

    @Test func obstaclesPin() throws {
        let inventory = try inventory(Cluster.budget("all", allowed: 0))
        #expect(throws: ReleaseError(.nothingEligible)) { try ReleaseChoice().choose(from: inventory) }
        let tolerant = ReleaseChoice(policy: .space, tolerating: [.budgetExhausted])
        #expect(try tolerant.choose(from: inventory).first?.candidate.name == "b")
    }

    @Test func unknownAndRepeatedUsesAreRefused() throws {
        #expect(throws: ReleaseError(.unknownUse, node: "z")) {
            try ReleaseChoice(uses: [["a"], ["z"]]).choose(from: inventory())
        }
        #expect(throws: ReleaseError.self) { try ReleaseChoice(uses: [["a", "a"]]).choose(from: inventory()) }
    }

    @Test func theSameInputGivesTheSameChoice() throws {
        let first = try ReleaseChoice().choose(3, from: inventory()).map(\.plan)
        for _ in 0..<5 { #expect(try ReleaseChoice().choose(3, from: inventory()).map(\.plan) == first) }
    }
}
