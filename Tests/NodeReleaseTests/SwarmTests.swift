import NodeRelease
import Testing
import YAMLTree

@Suite struct SwarmTests {
    private func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

    @Test(arguments: [
        (1, 1, ["control-plane", "manager-quorum"]), (2, 2, ["control-plane"]), (3, 3, ["control-plane"]),
        (3, 2, ["control-plane", "manager-quorum"]), (5, 4, ["control-plane"]),
        (5, 3, ["control-plane", "manager-quorum"]),
    ])
    func managersKeepTheirMajority(_ count: Int, _ reachable: Int, _ obstacles: [String]) throws {
        let nodes = (1...count).map {
            Inventories.swarmNode("\($0)", role: "manager", reachable: $0 <= reachable)
        }
        let inventory = try Inventories.swarm(array(nodes))
        #expect(inventory.obstacles(of: "host1") == obstacles)
    }

    @Test func aMajorityCannotBeToleratedAway() throws {
        let inventory = try Inventories.swarm(array([Inventories.swarmNode("1", role: "manager")]))
        #expect(throws: ReleaseError(.obstructed([Obstacle(.managerQuorum)]), node: "host1")) {
            try inventory.plan(releasing: "host1")
        }
    }

    @Test func theManagersLeftCountAfterEachRelease() throws {
        let nodes = (1...3).map { Inventories.swarmNode("\($0)", role: "manager") }
        let inventory = try Inventories.swarm(array(nodes))
        #expect(inventory.obstacles(of: "host2", after: ["host1"]) == ["control-plane"])
        #expect(inventory.obstacles(of: "host3", after: ["host1", "host2"]) == ["control-plane", "manager-quorum"])
    }

    @Test(arguments: [
        (#"["node.hostname==host1"]"#, ["pinned-workload (web)"]), (#"["node.id == id1"]"#, ["pinned-workload (web)"]),
        (#"["node.labels.disk==ssd"]"#, ["pinned-workload (web)"]), (#"["node.labels.disk!=ssd"]"#, []),
        (#"["node.role==worker", "node.platform.os==linux"]"#, []), (#"["node.future==x"]"#, []),
    ])
    func tasksThatMayRunNowhereElseAreObstacles(_ constraints: String, _ obstacles: [String]) throws {
        let spec = #"{"Placement": {"Constraints": \#(constraints)}}"#
        let inventory = try Inventories.swarm(
            array([
                Inventories.swarmNode("1", labels: #"{"disk": "ssd"}"#), Inventories.swarmNode("2"),
                Inventories.swarmTask(1, on: "1", spec: spec),
            ])
        )
        #expect(inventory.obstacles(of: "host1") == obstacles)
    }

    @Test(arguments: [
        (#"{"Type": "volume", "Source": "data"}"#, ["local-storage (web)"]),
        (#"{"Type": "bind", "Source": "/data"}"#, ["local-storage (web)"]),
        (#"{"Type": "volume", "VolumeOptions": {"DriverConfig": {"Name": "nfs"}}}"#, []), (#"{"Type": "tmpfs"}"#, []),
    ])
    func tasksWithDataOnTheNodeAreObstacles(_ mount: String, _ obstacles: [String]) throws {
        let spec = #"{"ContainerSpec": {"Mounts": [\#(mount)]}}"#
        let inventory = try Inventories.swarm(
            array([
                Inventories.swarmNode("1"), Inventories.swarmNode("2"), Inventories.swarmTask(1, on: "1", spec: spec),
            ])
        )
        #expect(inventory.obstacles(of: "host1") == obstacles)
    }

    @Test func tasksOfGlobalServicesStayAndOthersNeedANode() throws {
        let nodes = [Inventories.swarmNode("1"), Inventories.swarmNode("2", availability: "pause")]
        let task = Inventories.swarmTask(1, on: "1")
        let global = #"{"ID": "web", "Spec": {"Name": "agent", "Mode": {"Global": {}}, "TaskTemplate": {}}}"#
        #expect(try Inventories.swarm(array(nodes + [task])).obstacles(of: "host1") == ["last-node"])
        let inventory = try Inventories.swarm(array(nodes + [task, global]))
        #expect(inventory.obstacles(of: "host1") == [])
        #expect(inventory.candidates.first?.load == 0)
    }

    @Test func downNodesAndNodesWithoutVersionAreNotReleased() throws {
        let down = try Inventories.swarm(array([Inventories.swarmNode("1", state: "down")]))
        #expect(down.obstacles(of: "host1") == ["unready"])
        let text = Inventories.swarmNode("1").replacing(#""Version": {"Index": 41}"#, with: #""Version": {}"#)
        #expect(try Inventories.swarm(array([text])).obstacles(of: "host1") == ["unversioned"])
    }

    @Test func nodesOfOneHostNameGoByTheirIdentifiers() throws {
        let inventory = try Inventories.swarm(
            array([Inventories.swarmNode("1", host: "same"), Inventories.swarmNode("2", host: "same")])
        )
        #expect(inventory.candidates.map(\.name) == ["id1", "id2"])
    }

    @Test func theUndoOfADrainKeepsWhatWasBefore() throws {
        let drained = try Inventories.swarm(
            array([Inventories.swarmNode("1", availability: "drain"), Inventories.swarmNode("2")])
        )
        #expect(try drained.plan(releasing: "host1").steps.first?.reversal == .nothing)
        let paused = try Inventories.swarm(
            array([Inventories.swarmNode("1", availability: "pause"), Inventories.swarmNode("2")])
        )
        guard case .send(let request) = try paused.plan(releasing: "host1").steps.first?.reversal else {
            Issue.record("nothing is undone")
            return
        }
        #expect(request.body?["Availability"]?.text == "pause")
        #expect(request.lookup?.path == "/nodes/id1")
    }
}
