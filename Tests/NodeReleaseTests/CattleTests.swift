import NodeRelease
import Testing
import YAMLTree

@Suite struct CattleTests {
    private let clock = ImpatientClock()
    private let host = "/v2-beta/projects/1a5/hosts/1h1"
    private let hosts = "[\(Inventories.cattleHost(1)), \(Inventories.cattleHost(2))]"

    /// A server whose processes end at once. Evacuating removes the containers.
    private func api(faults: [String: [Fault]] = [:]) -> ScriptedAPI {
        var objects = Objects()
        objects[host] = ["state": "active", "uuid": "u-1", "instanceIds": ["1i1"]]
        return ScriptedAPI(objects, faults: faults) { objects, request in
            let path = request.path.split(separator: "?").first.map(String.init) ?? ""
            if path.hasSuffix("/instances") {
                let ids = objects[String(path.dropLast("/instances".count))]?["instanceIds"] ?? []
                return StepAnswer(200, ["data": ids])
            }
            guard let state = objects[path]?["state"]?.text else { return StepAnswer(404) }
            switch (request.method, request.path.split(separator: "=").last ?? "", state) {
            case (.get, _, _): return StepAnswer(200, objects[path] ?? [:])
            case (.post, "deactivate", "active"): objects[path]?["state"] = "inactive"
            case (.post, "activate", "inactive"): objects[path]?["state"] = "active"
            case (.post, "evacuate", "inactive"): objects[path]?["instanceIds"] = []
            case (.delete, _, "inactive"): objects[path]?["state"] = "removed"
            case (.post, "purge", "removed"): objects[path] = nil
            default: return StepAnswer(422)
            }
            return StepAnswer(202)
        }
    }

    @Test func deactivatesEvacuatesDeletesAndPurges() async throws {
        let plan = try Inventories.cattle(hosts).plan(releasing: "rancher1")
        let api = api()
        try await PlanRunner(api, clock: clock).run(plan)
        #expect(api.object(host) == nil)
        #expect(
            api.changes == [
                "POST \(host)?action=deactivate", "POST \(host)?action=evacuate", "DELETE \(host)",
                "POST \(host)?action=purge",
            ]
        )
    }

    @Test func purgesWhenTheHostIsReady() async throws {
        let plan = try Inventories.cattle(hosts).plan(releasing: "rancher1")
        let api = api(faults: ["POST \(host)?action=purge": [.status(422), .status(409)]])
        try await PlanRunner(api, clock: clock).run(plan)
        #expect(api.object(host) == nil && clock.pauses == [.seconds(2), .seconds(2)])
    }

    @Test func activatesTheHostAgain() async throws {
        let plan = try Inventories.cattle(hosts).plan(releasing: "rancher1")
        let api = api(faults: ["POST \(host)?action=evacuate": [.status(500)]])
        let runner = PlanRunner(api, clock: clock)
        var progress = PlanProgress()
        await #expect(throws: PlanFailure.self) { try await runner.run(plan) { progress = $0 } }
        try await runner.undo(plan, from: PlanProgress(done: progress.done))
        #expect(api.object(host)?["state"]?.text == "active")
    }

    @Test func newContainersMakeThePlanStale() async throws {
        let plan = try Inventories.cattle(hosts).plan(releasing: "rancher1")
        let api = api()
        api.change { $0[host]?["instanceIds"] = ["1i1", "1i9"] }
        await #expect(throws: PlanFailure.self) { try await PlanRunner(api, clock: clock).run(plan) }
        #expect(api.changes.isEmpty)
    }

    @Test(arguments: [
        ("inactive", "active", []), ("removing", "active", ["already-released"]),
        ("active", "reconnecting", ["unready"]),
    ])
    func statesAreObstacles(_ state: String, _ agent: String, _ obstacles: [String]) throws {
        let inventory = try Inventories.cattle(
            "[\(Inventories.cattleHost(1, state: state, agent: agent)), \(Inventories.cattleHost(2))]"
        )
        #expect(inventory.obstacles(of: "rancher1") == obstacles)
    }

    @Test(arguments: [
        (#""serviceIds": ["1s1"]"#, []), (#""system": true"#, []),
        (#""serviceIds": []"#, ["bare-pod (c)"]),
        (#""serviceIds": ["1s1"], "dataVolumes": ["/data:/data"]"#, ["local-storage (c)"]),
        (#""labels": {"io.rancher.scheduler.global": "true"}"#, []),
    ])
    func containersAreObstacles(_ fields: String, _ obstacles: [String]) throws {
        let instance =
            #"[{"type": "container", "id": "1i1", "name": "c", "hostId": "1h1", "state": "running", \#(fields)}]"#
        #expect(try Inventories.cattle(hosts, instance).obstacles(of: "rancher1") == obstacles)
    }

    @Test func memoryIsReadFromWhatTheAgentTells() throws {
        let candidate = try #require(try Inventories.cattle(hosts).candidates.first)
        #expect(candidate.capacity == 1_074_266_112 && candidate.remaining == 512 << 20)
    }
}
