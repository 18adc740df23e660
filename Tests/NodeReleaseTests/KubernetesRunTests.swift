import KubeModel
import NodeRelease
import Testing
import YAMLTree

@Suite struct KubernetesRunTests {
    private let clock = ImpatientClock()
    private let node = "/api/v1/nodes/a"
    private let eviction = "POST /api/v1/namespaces/shop/pods/web-1/eviction"

    private func plan(_ method: KubernetesInventory.Method = .drain, extra: String = "") throws -> ReleasePlan {
        try KubernetesInventory(objects(extra), method: method).plan(releasing: "a")
    }

    private func objects(_ extra: String = "") throws -> [AnyKubernetesObject] {
        try Cluster.small() + (extra.isEmpty ? [] : Cluster.read(extra))
    }

    private func failure(_ body: () async throws -> Void) async -> PlanFailure? {
        do {
            try await body()
            return nil
        } catch {
            return error as? PlanFailure
        }
    }

    @Test func drainsANodeAndDeletesIt() async throws {
        let api = ScriptedKubernetes.api(try objects())
        let plan = try plan()
        let progress = try await PlanRunner(api, clock: clock).run(plan)
        #expect(
            api.changes == [
                "PATCH /api/v1/nodes/a", eviction, "POST /api/v1/namespaces/shop/pods/web-2/eviction",
                "DELETE /api/v1/nodes/a",
            ]
        )
        #expect(api.object(node) == nil && api.object("/api/v1/namespaces/shop/pods/logs-a") != nil)
        #expect(progress == PlanProgress(done: plan.steps.count))
    }

    @Test func waitsForABudgetAsTheServerAsks() async throws {
        let faults: [String: [Fault]] = [
            eviction: [.status(429), .status(429, retryAfter: .seconds(30)), .status(429, retryAfter: .seconds(1))]
        ]
        let api = ScriptedKubernetes.api(try objects(), faults: faults)
        try await PlanRunner(api, clock: clock).run(try plan())
        #expect(clock.pauses == [.seconds(5), .seconds(30), .seconds(5)])
        #expect(api.object(node) == nil)
    }

    @Test func givesUpWhenABudgetNeverAllows() async throws {
        let api = ScriptedKubernetes.api(try objects(Cluster.budget("min", allowed: 1)))
        let plan = try plan(extra: Cluster.budget("min", allowed: 1))
        let failure = await failure { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(failure?.reason == .timeout(429))
        #expect(failure?.step == "Evict the pod shop/web-2")
        #expect(failure?.progress == PlanProgress(done: 3))
        #expect(api.object(node)?["spec"]?["unschedulable"]?.text == "true")
    }

    @Test(arguments: [400, 403, 500])
    func doesNotRepeatWhatTheServerRefuses(_ status: Int) async throws {
        let api = ScriptedKubernetes.api(try objects(), faults: [eviction: [.status(status)]])
        let plan = try plan()
        let failure = await failure { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(failure?.reason == .status(status) && failure?.step == "Evict the pod shop/web-1")
        #expect(clock.pauses.isEmpty)
    }

    @Test(arguments: [404, 409])
    func aPodThatIsGoneOrReplacedIsNoFailure(_ status: Int) async throws {
        let api = ScriptedKubernetes.api(try objects(), faults: [eviction: [.status(status)]])
        api.change { $0["/api/v1/namespaces/shop/pods/web-1"] = nil }
        try await PlanRunner(api, clock: clock).run(try plan())
        #expect(api.object(node) == nil)
    }

    @Test func refusesAStaleInventory() async throws {
        let api = ScriptedKubernetes.api(try objects())
        api.change { $0[node]?["metadata"]?["resourceVersion"] = "8" }
        let plan = try plan()
        let failure = await failure { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(failure?.reason == .stale("the node a is as it was in the inventory"))
        #expect(failure?.progress == PlanProgress() && api.changes.isEmpty)
    }

    @Test func refusesANodeThatChangesBetweenLookingAndCordoning() async throws {
        let api = ScriptedKubernetes.api(try objects(), faults: ["PATCH \(node)": [.status(409)]])
        let plan = try plan()
        let failure = await failure { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(failure?.reason == .stale("the object is as the inventory says"))
        #expect(api.object(node)?["spec"]?["unschedulable"] == nil)
    }

    @Test func refusesPodsThatTheInventoryDoesNotKnow() async throws {
        let plan = try plan()
        let api = ScriptedKubernetes.api(try objects(Cluster.pod("late", on: "a")))
        let failure = await failure { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(failure?.reason == .stale("on the node a are no pods but those in the inventory"))
        // What was done is undone on demand.
        try await PlanRunner(api, clock: clock).undo(plan, from: try #require(failure?.progress))
        #expect(api.object(node)?["spec"]?["unschedulable"]?.text == "false")
    }

    @Test func resumesWithoutRepeatingWhatHappened() async throws {
        // The answer to the first patch is lost: a second one would be refused, because the version has changed.
        let api = ScriptedKubernetes.api(try objects(), faults: ["PATCH \(node)": [.lostAnswer]])
        let plan = try plan()
        let runner = PlanRunner(api, clock: clock)
        let failure = try #require(await failure { try await runner.run(plan) })
        guard case .noAnswer = failure.reason else {
            Issue.record("\(failure)")
            return
        }
        #expect(failure.progress == PlanProgress(done: 0, isAttempting: true))
        try await runner.run(plan, from: failure.progress)
        #expect(api.changes.count { $0 == "PATCH \(node)" } == 1)
        #expect(api.object(node) == nil)
    }

    @Test func resumesARequestThatNeverArrived() async throws {
        let api = ScriptedKubernetes.api(try objects(), faults: ["PATCH \(node)": [.lostRequest]])
        let plan = try plan()
        let runner = PlanRunner(api, clock: clock)
        let failure = try #require(await failure { try await runner.run(plan) })
        try await runner.run(plan, from: failure.progress)
        #expect(api.object(node) == nil)
    }

    @Test func everyInterruptionCanBeResumed() async throws {
        let plan = try plan()
        for count in 0...plan.steps.count {
            let api = ScriptedKubernetes.api(try objects())
            let runner = PlanRunner(api, clock: clock)
            var head = plan
            head.steps = Array(plan.steps.prefix(count))
            let progress = try await runner.run(head)
            #expect(progress == PlanProgress(done: count))
            try await runner.run(plan, from: count == 0 ? PlanProgress() : progress)
            #expect(api.object(node) == nil && api.changes.count == 4)
        }
    }

    @Test func undoesACordonButNotADeletion() async throws {
        let plan = try plan()
        let api = ScriptedKubernetes.api(try objects())
        let runner = PlanRunner(api, clock: clock)
        let progress = try await runner.run(plan)
        let failure = await failure { try await runner.undo(plan, from: progress) }
        guard case .irreversible = failure?.reason else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(api.changes.count == 4)
        let again = ScriptedKubernetes.api(try objects())
        let other = PlanRunner(again, clock: clock)
        try await other.undo(plan, from: PlanProgress(done: plan.steps.count - 1))
        #expect(again.changes == ["PATCH \(node)"])
    }

    @Test func leavesANodeCordonedThatWasCordonedBefore() async throws {
        let text = Cluster.node("a", spec: "{unschedulable: true}") + "---\n" + Cluster.node("b")
        let inventory = try KubernetesInventory(try Cluster.read(text))
        let plan = try inventory.plan(releasing: "a")
        let api = ScriptedKubernetes.api(try Cluster.read(text))
        let runner = PlanRunner(api, clock: clock)
        try await runner.undo(plan, from: PlanProgress(done: 1))
        #expect(api.changes.isEmpty)
    }

    @Test func scalesDownAndLetsTheRightPodsGo() async throws {
        let api = ScriptedKubernetes.api(try objects())
        let plan = try plan(.scaleDown)
        try await PlanRunner(api, clock: clock).run(plan)
        #expect(api.object("/api/v1/namespaces/shop/pods/web-3") != nil)
        #expect(api.object("/api/v1/namespaces/shop/pods/web-1") == nil)
        #expect(api.object("/apis/apps/v1/namespaces/shop/deployments/web")?["spec"]?["replicas"]?.text == "1")
        #expect(api.object(node) == nil)
    }

    @Test func undoesAScaleDown() async throws {
        let plan = try plan(.scaleDown)
        let deployment = "/apis/apps/v1/namespaces/shop/deployments/web"
        let api = ScriptedKubernetes.api(try objects(), faults: ["PATCH \(deployment)": [.status(422)]])
        let runner = PlanRunner(api, clock: clock)
        let failure = try #require(await failure { try await runner.run(plan) })
        try await runner.undo(plan, from: failure.progress)
        let pod = api.object("/api/v1/namespaces/shop/pods/web-1")
        #expect(pod?["metadata"]?["annotations"]?["controller.kubernetes.io/pod-deletion-cost"] == nil)
        #expect(api.object(node)?["spec"]?["unschedulable"]?.text == "false")
    }

    @Test func aCancelledRunStops() async throws {
        let plan = try plan()
        let api = ScriptedKubernetes.api(try objects(), faults: [eviction: [.status(429)]])
        let task = Task { try await PlanRunner(CancelledAfterTwoChanges(api: api)).run(plan) }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(api.changes.count == 2)
    }

    @Test func progressOfAnotherPlanIsRefused() async throws {
        let plan = try plan()
        let runner = PlanRunner(ScriptedKubernetes.api(try objects()), clock: clock)
        for done in [-1, plan.steps.count + 1] {
            let failure = await failure { try await runner.run(plan, from: PlanProgress(done: done)) }
            #expect(failure?.reason == .foreignProgress)
        }
    }
}

/// An API that cancels the task that asks it, once it has changed something twice.
private struct CancelledAfterTwoChanges: StepPerformer {
    let api: ScriptedAPI

    func perform(_ request: PlanRequest) async throws -> StepAnswer {
        let answer = try await api.perform(request)
        if api.changes.count >= 2 { withUnsafeCurrentTask { $0?.cancel() } }
        return answer
    }
}
