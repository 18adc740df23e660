import NodeRelease
import Testing
import YAMLTree

@Suite struct MachineTests {
    private let clock = ImpatientClock()
    private let pool = "/apis/provisioning.cattle.io/v1/namespaces/fleet-default/clusters/prod"
    private let deployment = "/apis/cluster.x-k8s.io/v1beta1/namespaces/fleet-default/machinedeployments/md"
    private func machine(_ name: String) -> String {
        "/apis/cluster.x-k8s.io/v1beta1/namespaces/fleet-default/machines/\(name)"
    }

    @Test func aPoolShrinksByTheMarkedMachine() async throws {
        let objects = try Inventories.provisioned()
        let plan = try MachineInventory(objects).plan(releasing: "node-m2")
        let api = ScriptedKubernetes.api(objects)
        try await PlanRunner(api, clock: clock).run(plan)
        #expect(api.object(machine("m2")) == nil && api.object(machine("m1")) != nil)
        #expect(api.object(pool)?["spec"]?["rkeConfig"]?["machinePools"]?[1]?["quantity"]?.text == "2")
        #expect(api.object(pool)?["spec"]?["rkeConfig"]?["machinePools"]?[0]?["quantity"]?.text == "3")
    }

    @Test func aDeploymentShrinksByTheMarkedMachine() async throws {
        let objects = try Inventories.clusterAPI()
        let plan = try MachineInventory(objects).plan(releasing: "node-m3")
        let api = ScriptedKubernetes.api(objects)
        try await PlanRunner(api, clock: clock).run(plan)
        #expect(api.object(machine("m3")) == nil && api.object(machine("m1")) != nil)
        #expect(api.object(deployment)?["spec"]?["replicas"]?.text == "2")
    }

    /// A mark that stays would let the machine go when somebody else makes the pool smaller.
    @Test(arguments: [409, 422, 500])
    func theMarkGoesWhenThePoolCannotShrink(_ status: Int) async throws {
        let objects = try Inventories.provisioned()
        let plan = try MachineInventory(objects).plan(releasing: "node-m2")
        let api = ScriptedKubernetes.api(objects, faults: ["PATCH \(pool)": [.status(status)]])
        await #expect(throws: PlanFailure.self) { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(api.object(machine("m2"))?["metadata"]?["annotations"]?["cluster.x-k8s.io/delete-machine"] == nil)
        #expect(api.changes.count == 3)
    }

    @Test func whatTheServerDidWithoutAnsweringIsUndoneToo() async throws {
        let objects = try Inventories.clusterAPI()
        let plan = try MachineInventory(objects).plan(releasing: "node-m3")
        let api = ScriptedKubernetes.api(objects, faults: ["PATCH \(deployment)": [.lostAnswer]])
        await #expect(throws: PlanFailure.self) { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(api.object(deployment)?["spec"]?["replicas"]?.text == "3")
    }

    @Test func whatNeverArrivedIsNotUndone() async throws {
        let objects = try Inventories.clusterAPI()
        let plan = try MachineInventory(objects).plan(releasing: "node-m3")
        let api = ScriptedKubernetes.api(objects, faults: ["PATCH \(deployment)": [.lostRequest]])
        await #expect(throws: PlanFailure.self) { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(api.object(deployment)?["spec"]?["replicas"]?.text == "3")
        #expect(api.changes.count { $0 == "PATCH \(deployment)" } == 1)
    }

    @Test func anotherChangeOfThePoolMakesThePlanStale() async throws {
        let objects = try Inventories.provisioned()
        let plan = try MachineInventory(objects).plan(releasing: "node-m2")
        let api = ScriptedKubernetes.api(objects)
        api.change { $0[pool]?["metadata"]?["resourceVersion"] = "41" }
        await #expect(throws: PlanFailure.self) { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(api.changes.isEmpty)
    }

    @Test func limitsOfPoolsAreObstacles() throws {
        #expect(try Inventories.machines().obstacles(of: "node-m1") == [])
        #expect(try Inventories.machines(minimum: 3).obstacles(of: "node-m1") == ["pool-minimum (workers)"])
        #expect(try Inventories.machines(drained: false).obstacles(of: "node-m1") == ["not-drained (workers)"])
        let two = try Inventories.machines(minimum: 2)
        #expect(two.obstacles(of: "node-m2", after: ["node-m1"]) == ["pool-minimum (workers)"])
    }

    @Test(arguments: [
        "replicas: 3, updatedReplicas: 2, observedGeneration: 2",
        "replicas: 4, updatedReplicas: 3, observedGeneration: 2",
        "replicas: 3, updatedReplicas: 3, observedGeneration: 1", "",
    ])
    func aRolloutIsAnObstacle(_ status: String) throws {
        let inventory = try MachineInventory(Inventories.clusterAPI(status: status))
        #expect(inventory.obstacles(of: "node-m1") == ["rollout-in-progress (md)"])
    }

    @Test func theSecondMachineOfAPoolLowersItFurther() throws {
        let inventory = try Inventories.machines()
        let plan = try inventory.plan(releasing: "node-m2", after: ["node-m1"])
        guard case .send(let request) = plan.steps[1].action else {
            Issue.record("no request")
            return
        }
        #expect(request.body?[1]?["value"]?.text == "2" && request.body?[2]?["value"]?.text == "1")
    }

    @Test func theNodesOfTheClusterCountToo() throws {
        let nodes =
            Cluster.node("node-m1") + "---\n" + Cluster.node("node-m2") + Cluster.pod("p", on: "node-m1", owner: "")
        let objects = try Inventories.clusterAPI() + Cluster.read(nodes)
        let inventory = try MachineInventory(objects)
        #expect(inventory.obstacles(of: "node-m1") == ["bare-pod (shop/p)"])
        #expect(inventory.candidates.first?.capacity == 4 << 30)
    }
}
