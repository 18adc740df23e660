import ComposeModel
import KubeModel
import OrchestrationIR
@testable import SwarmNetes
import Testing

@Suite struct NodePlacementTests {
    @Test(arguments: [
        ("node.role == manager", "node-role.kubernetes.io/control-plane", "Exists", []),
        ("node.role==worker", "node-role.kubernetes.io/control-plane", "DoesNotExist", []),
        ("node.role != manager", "node-role.kubernetes.io/control-plane", "DoesNotExist", []),
        ("node.role != worker", "node-role.kubernetes.io/control-plane", "Exists", []),
        ("node.labels.disk == ssd", "disk", "In", ["ssd"]),
        (" node.labels.example.com/zone  !=  east ", "example.com/zone", "NotIn", ["east"]),
        ("node.hostname == n1", "kubernetes.io/hostname", "In", ["n1"]),
        ("node.platform.os == linux", "kubernetes.io/os", "In", ["linux"]),
        ("node.platform.arch != arm64", "kubernetes.io/arch", "NotIn", ["arm64"]),
    ]) func constraints(_ text: String, _ key: String, _ relation: String, _ values: [String]) throws {
        let constraint = try #require(NodeConstraint(compose: text))
        let requirement = try #require(constraint.kubernetes)
        #expect(requirement == NodeSelectorRequirement(key: key, operator: relation, values: values))
        let back = try #require(NodeConstraint(requirement)?.compose)
        #expect(NodeConstraint(compose: back)?.kubernetes == requirement)
    }

    @Test(arguments: [
        "node.role", "node.role = manager", "node.labels. == x", "node.ip == 10.0.0.1", "", "== x", "a == b",
    ]) func otherConstraintsAreNotUnderstood(_ text: String) {
        #expect(NodeConstraint(compose: text) == nil)
    }

    @Test(arguments: ["node.id == abc", "node.role == boss", "node.labels.not/a/key == x"])
    func whatLabelsCannotSay(_ text: String) throws {
        #expect(try #require(NodeConstraint(compose: text)).kubernetes == nil)
    }

    @Test(arguments: [
        NodeSelectorRequirement(key: "disk", operator: "Exists"),
        NodeSelectorRequirement(key: "disk", operator: "DoesNotExist"),
        NodeSelectorRequirement(key: "disk", operator: "In", values: ["a", "b"]),
    ]) func whatConstraintsCannotSay(_ requirement: NodeSelectorRequirement) throws {
        let constraint = try #require(NodeConstraint(requirement))
        #expect(constraint.compose == nil)
        #expect(constraint.kubernetes == requirement)
    }

    @Test func unknownOperatorsAreNotUnderstood() {
        #expect(NodeConstraint(NodeSelectorRequirement(key: "cores", operator: "Gt", values: ["4"])) == nil)
    }

    @Test func alternativesAreNotTakenForConditions() {
        let term = NodeSelectorTerm(matchExpressions: [NodeSelectorRequirement(key: "a", operator: "Exists")])
        var pod = PodSpec()
        pod.affinity = Affinity(
            nodeAffinity: NodeAffinity(
                requiredDuringSchedulingIgnoredDuringExecution: NodeSelector(nodeSelectorTerms: [term, term])
            )
        )
        #expect(OrchestrationIR.Placement(pod).isEmpty)
    }
}
