import Diagnostics
import KubeModel
import NodeRelease
import TestSupport
import Testing
import YAMLTree

@Suite struct HostileInventoryTests {
    private func codes(_ body: () throws -> Void) -> [String] {
        do {
            try body()
            return []
        } catch {
            guard let error = error as? InvalidInput else { return ["\(error)"] }
            #expect(
                error.report.findings.allSatisfy { $0.severity != .invalid || $0.remedy != nil || $0.location != nil }
            )
            return error.report.findings.filter { $0.severity == .invalid }.map(\.code.rawValue)
        }
    }

    @Test(arguments: [
        ("{", "json.syntax"), ("[1, 2]", "release.unknown-document"), ("[]", "release.no-nodes"),
        ("[{\"ID\": \"x\"}]", "release.unknown-document"), ("\"text\"", "release.unknown-document"),
        ("[{\"Spec\": {\"Role\": \"worker\"}}]", "release.missing-field"),
        (
            "[{\"ID\": \"../x\", \"Spec\": {\"Role\": \"worker\"}, \"Description\": {\"Hostname\": \"h\"}}]",
            "release.name"
        ),
        (
            "[{\"ID\": \"x\", \"Spec\": {\"Role\": \"worker\"}, \"Description\": {\"Hostname\": \"-rf\"}}]",
            "release.name"
        ),
        (String(repeating: "[", count: 5000), "yaml.limit"),
    ])
    func swarmInventoriesAreRefusedWithTheReason(_ text: String, _ code: String) {
        #expect(codes { _ = try Inventories.swarm(text) }.contains(code))
    }

    @Test func nodesThatComeTwiceAreRefused() {
        let node = Inventories.swarmNode("1")
        #expect(codes { _ = try Inventories.swarm("[\(node), \(node)]") } == ["release.duplicate-node"])
        #expect(
            codes { _ = try KubernetesInventory(Cluster.read(Cluster.node("a") + "---\n" + Cluster.node("a"))) } == [
                "release.duplicate-node"
            ]
        )
    }

    @Test func ownersInACircleAreRefused() throws {
        let text =
            Cluster.node("a")
                + """
                ---
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: x, uid: x, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: "y", uid: "y", controller: true}]}
                spec: {selector: {}}
                ---
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: "y", uid: "y", ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: x, uid: x, controller: true}]}
                spec: {selector: {}}
                """
        do {
            _ = try KubernetesInventory(Cluster.read(text))
            Issue.record("accepted")
        } catch let error as InvalidInput {
            let finding = try #require(error.report.findings.first)
            #expect(finding.code == .releaseCyclicOwners && finding.location?.line ?? 0 > 5)
        }
    }

    @Test(arguments: ["a/../../secrets", "-f", "a b", "a;b", "$(x)", String(repeating: "a", count: 300)])
    func namesThatNoServerAcceptsAreRefused(_ name: String) throws {
        let objects = try Cluster.read(Cluster.node("\"\(name)\""))
        #expect(codes { _ = try KubernetesInventory(objects) }.contains("release.name"))
    }

    @Test func anInventoryWithoutNodesIsRefused() throws {
        #expect(codes { _ = try KubernetesInventory([]) } == ["release.no-nodes"])
        #expect(codes { _ = try MachineInventory([]) } == ["release.no-nodes"])
        #expect(codes { _ = try Inventories.cattle("[]") } == ["release.no-nodes"])
    }

    @Test func absurdNumbersDoNotTrap() throws {
        let objects = try Cluster.read(
            Cluster.node("a", memory: "9223372036854775807Ei") + "---\n" + Cluster.node("b")
                + Cluster.pod(
                    "p",
                    on: "a",
                    extra: "annotations: {controller.kubernetes.io/pod-deletion-cost: \"-2147483648\"}",
                    memory: "9223372036854775807Ei"
                ) + Cluster.pod("q", on: "a", memory: "9223372036854775807Ei") + Cluster.pod("r", on: "a", memory: "-5")
        )
        let candidate = try #require(try KubernetesInventory(objects).candidates.first)
        #expect(candidate.used <= candidate.capacity && candidate.cost.isFinite)
        _ = try ReleaseChoice(policy: .gdsf).choose(from: KubernetesInventory(objects))
        let text = Inventories.swarmNode("1").replacing("1073741824", with: "99999999999999999999999")
        #expect(try Inventories.swarm("[\(text)]").candidates.first?.capacity == 0)
    }

    @Test func cutAndChangedInventoriesNeverCrash() throws {
        var random = SeededGenerator(seed: 11)
        let task = Inventories.swarmTask(1, on: "1", spec: #"{"Placement": {"Constraints": ["node.id==id1"]}}"#)
        let swarm = Array("[\(Inventories.swarmNode("1")), \(Inventories.swarmNode("2")), \(task)]".utf8)
        let hosts = Array("[\(Inventories.cattleHost(1)), \(Inventories.cattleHost(2))]".utf8)
        for _ in 0..<400 {
            for var bytes in [swarm, hosts] {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                if let inventory = try? SwarmInventory([InventorySource(bytes, file: "x")]) {
                    for candidate in inventory.candidates { _ = try? inventory.plan(releasing: candidate.name) }
                }
                if let inventory = try? CattleInventory([InventorySource(bytes, file: "x")]) {
                    for candidate in inventory.candidates { _ = try? inventory.plan(releasing: candidate.name) }
                }
            }
        }
    }

    @Test func constraintsThatAreNoneDoNotTrap() throws {
        for text in ["", "=", "==", "!=", "a", "a==", "==b", "a=b"] {
            let spec = #"{"Placement": {"Constraints": ["\#(text)"]}}"#
            let inventory = try Inventories.swarm(
                "[\(Inventories.swarmNode("1")), \(Inventories.swarmNode("2")), \(Inventories.swarmTask(1, on: "1", spec: spec))]"
            )
            _ = inventory.candidates
        }
    }

    /// 2,000 nodes and 20,000 tasks take about as long per object as 200 and 2,000.
    @Test func largeInventoriesAreLinear() throws {
        func seconds(_ count: Int) throws -> Duration {
            var items = (1...count).map {
                Inventories.swarmNode("1").replacing("id1", with: "id\($0)").replacing("host1", with: "host\($0)")
            }
            for index in 0..<count * 10 {
                let spec = #"{"Placement": {"Constraints": ["node.labels.x==y\#(index % 3)"]}}"#
                items.append(Inventories.swarmTask(index + 1, on: String(index % count + 1), spec: spec))
            }
            let text = "[\(items.joined(separator: ","))]"
            let clock = ContinuousClock()
            let start = clock.now
            let found = try Inventories.swarm(text).candidates.count
            #expect(found == count)
            return clock.now - start
        }
        let small = try seconds(100)
        let large = try seconds(1000)
        #expect(large < small * 60, "\(small) and \(large)")
    }

    @Test(arguments: ["2026-02-30T00:00:00Z", "2026-01-01T00:00:00+02:00", "1969-12-31T23:59:59.5Z"])
    func momentsAreRead(_ text: String) { #expect(Moment(text) != nil) }

    @Test(arguments: [
        "", "2026-01-01", "2026-13-01T00:00:00Z", "2026-01-01T00:00:00", "2026-01-01T00:00:00.Z",
        "xxxxxxxxxxxxxxxxxxxxxxxx",
    ])
    func otherTextsAreNoMoments(_ text: String) { #expect(Moment(text) == nil) }

    @Test func momentsAreOrdered() throws {
        let texts = [
            "1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "2024-03-01T00:00:00.5Z",
            "2024-03-01T00:00:01Z", "2024-03-01T02:00:00+01:00", "2100-03-01T00:00:00Z",
        ]
        let moments = texts.compactMap { Moment($0) }
        #expect(moments.count == texts.count && moments == moments.sorted())
        #expect(Moment("1970-01-01T00:00:00Z")?.seconds == 0)
        #expect(Moment("2000-03-01T00:00:00Z")?.seconds == 951_868_800)
    }
}
