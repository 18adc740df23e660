import KubeModel
import NodeRelease
import OrderedCollections
import TestSupport
import Testing
import YAMLTree

/// Laws that hold for every cluster, whatever is in it.
@Suite struct RandomClusterTests {
    /// A cluster of a few nodes with all kinds of pods.
    private func cluster(_ random: inout SeededGenerator) throws -> [AnyKubernetesObject] {
        let nodes = (0..<Int.random(in: 2...5, using: &random)).map { "n\($0)" }
        var texts = nodes.map { name in
            let extras = ["", "", "", "labels: {node-role.kubernetes.io/control-plane: \"\"}"]
            return Cluster.node(name, extra: extras.randomElement(using: &random) ?? "")
        }
        let daemon = "{apiVersion: apps/v1, kind: DaemonSet, name: d, uid: uid-d, controller: true}"
        for index in 0..<Int.random(in: 0...8, using: &random) {
            let node = nodes.randomElement(using: &random) ?? "n0"
            let app = ["web", "api"].randomElement(using: &random) ?? "web"
            let name = "\(app)-\(index)"
            let text =
                switch Int.random(in: 0..<8, using: &random) {
                case 0: Cluster.pod(name, on: node, app: "logs", owner: daemon)
                case 1: Cluster.pod(name, on: node, app: app, owner: "")
                case 2: Cluster.pod(name, on: node, app: app, spec: "volumes: [{name: v, emptyDir: {}}]")
                case 3:
                    Cluster.pod(name, on: node, app: app, extra: "annotations: {karpenter.sh/do-not-disrupt: \"true\"}")
                default: Cluster.pod(name, on: node, app: app)
                }
            texts.append(text)
        }
        if Bool.random(using: &random) {
            texts.append(Cluster.budget("web", allowed: Int.random(in: 0...8, using: &random)))
        }
        return try Cluster.read(texts.joined(separator: "---\n"))
    }

    @Test(arguments: 0..<60)
    func whatMayBeReleasedIsReleasedAndNothingElseIsTouched(_ seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(seed))
        let objects = try cluster(&random)
        let inventory = try KubernetesInventory(objects)
        for candidate in inventory.candidates where candidate.isEligible {
            let plan = try inventory.plan(releasing: candidate.name)
            let api = ScriptedKubernetes.api(objects)
            let allowed = objects.lazy.compactMap { $0.as(PodDisruptionBudget.self) }.first?.status?.disruptionsAllowed
            do {
                try await PlanRunner(api, clock: ImpatientClock()).run(plan)
                #expect(api.object("/api/v1/nodes/\(candidate.name)") == nil)
            } catch let failure as PlanFailure {
                // In a script no new pods become ready, so that a budget that allows some evictions can end.
                #expect(failure.reason == .timeout(429) && allowed ?? .max < candidate.load)
            }
            for object in objects {
                guard let pod = object.as(Pod.self) else { continue }
                let isThere = api.object(ScriptedKubernetes.path(of: object)) != nil
                let mustStay = pod.spec?.nodeName != candidate.name || pod.metadata.labels["app"] == "logs"
                if mustStay { #expect(isThere, "\(candidate.name) \(pod.metadata.name ?? "")") }
            }
        }
    }

    @Test(arguments: 0..<60)
    func candidatesWithObstaclesAreNeverChosen(_ seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(1000 + seed))
        let inventory = try KubernetesInventory(cluster(&random))
        let eligible = Set(inventory.candidates.filter(\.isEligible).map(\.name))
        for policy in ReleasePolicyName.allCases {
            let chosen = try? ReleaseChoice(policy: policy).choose(from: inventory)
            #expect(chosen?.allSatisfy { eligible.contains($0.candidate.name) } ?? eligible.isEmpty)
        }
    }

    @Test(arguments: 0..<60)
    func undoingAtAnyStepLeavesTheNodeAsItWas(_ seed: Int) async throws {
        var random = SeededGenerator(seed: UInt64(2000 + seed))
        let objects = try cluster(&random)
        let inventory = try KubernetesInventory(objects)
        guard let candidate = inventory.candidates.first(where: \.isEligible) else { return }
        var plan = try inventory.plan(releasing: candidate.name)
        plan.steps.removeLast()
        plan.steps = Array(plan.steps.prefix(Int.random(in: 0...plan.steps.count, using: &random)))
        let api = ScriptedKubernetes.api(objects)
        let runner = PlanRunner(api, clock: ImpatientClock())
        var progress = PlanProgress()
        _ = try? await runner.run(plan) { progress = $0 }
        let left = try await runner.undo(plan, from: progress)
        #expect(left == PlanProgress())
        #expect(api.object("/api/v1/nodes/\(candidate.name)")?["spec"]?["unschedulable"]?.text ?? "false" == "false")
    }
}
