import Diagnostics
import Foundation
import NodeRelease
import TestSupport
import Testing

@Suite struct PlanCodingTests {
    /// A plan of each method.
    static func plans() throws -> [(name: String, plan: ReleasePlan)] {
        let small = try Cluster.small()
        let manager = [
            Inventories.swarmNode("1", role: "manager"), Inventories.swarmNode("2", role: "manager"),
            Inventories.swarmNode("3", role: "manager"), Inventories.swarmTask(1, on: "1"),
        ]
        let hosts = "[\(Inventories.cattleHost(1)), \(Inventories.cattleHost(2))]"
        return [
            ("drain", try KubernetesInventory(small).plan(releasing: "a")),
            ("scale-down", try KubernetesInventory(small, method: .scaleDown).plan(releasing: "a")),
            ("machine-deployment", try MachineInventory(Inventories.clusterAPI()).plan(releasing: "node-m1")),
            ("machine-pool", try Inventories.machines().plan(releasing: "node-m1")),
            ("swarm", try Inventories.swarm("[\(manager.joined(separator: ","))]").plan(releasing: "host1")),
            ("cattle", try Inventories.cattle(hosts).plan(releasing: "rancher1")),
        ]
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/plans")

    @Test func plansAreAsRecorded() throws {
        for (name, plan) in try Self.plans() {
            let files = [
                ("\(name).json", plan.json), ("\(name).sh", ShellScript().text(plan)),
                ("\(name).undo.sh", ShellScript().undoText(plan)),
            ]
            for (file, text) in files {
                let difference = try Golden.difference(text, from: Self.folder.appending(path: file))
                #expect(difference == nil)
            }
        }
    }

    @Test func plansComeBackAsTheyWere() throws {
        for (name, plan) in try Self.plans() {
            let read = try ReleasePlan(json: Array(plan.json.utf8), file: "plan.json")
            #expect(read == plan, "\(name)")
            let coded = try JSONDecoder().decode(ReleasePlan.self, from: JSONEncoder().encode(plan))
            #expect(coded == plan, "\(name)")
            // What one writes the other reads.
            #expect(try JSONDecoder().decode(ReleasePlan.self, from: Data(plan.json.utf8)) == plan, "\(name)")
        }
    }

    @Test(arguments: [
        ("{", "json.syntax", 1), ("[]", "tree.wrong-type", 1), ("{\"format\": \"x\"}", "release.plan", 1),
        ("\"transload.dev/release-plan/v1\",\n  \"surprise\": 1", "release.plan", 3),
        ("\"orchestrator\": \"nomad\"", "release.plan", 3), ("\"method\": \"BREW\"", "release.plan", 9),
        ("\"path\": \"no\\npath\"", "release.plan", 9), ("\"interval\": 0", "release.plan", 9),
        ("\"accepted\": [true]", "tree.wrong-type", 9),
    ])
    func storedPlansThatAreWrongAreRefusedWithThePlace(_ change: String, _ code: String, _ atLeastLine: Int) throws {
        let key = change.prefix(while: { $0 != ":" })
        var text = try #require(try Self.plans().first).plan.json
        if change.first == "{" || change.first == "[" {
            text = change
        } else if change.contains("surprise") {
            text = text.replacing("\"transload.dev/release-plan/v1\"", with: change)
        } else {
            let pattern = try Regex("\(key): (\\[[^\\]]*\\]|[^,\\n]*)")
            text = text.replacing(pattern, with: change)
        }
        do {
            _ = try ReleasePlan(json: Array(text.utf8), file: "plan.json")
            Issue.record("accepted")
        } catch {
            let finding = try #require(error.report.findings.first { $0.code.rawValue == code })
            #expect(finding.location.map { $0.line >= atLeastLine } ?? false, "\(finding)")
        }
        #expect(throws: (any Error).self) { try JSONDecoder().decode(ReleasePlan.self, from: Data(text.utf8)) }
    }

    @Test func cutAndChangedPlansNeverCrash() throws {
        var random = SeededGenerator(seed: 7)
        for (_, plan) in try Self.plans() {
            let bytes = Array(plan.json.utf8)
            for _ in 0..<60 {
                var copy = bytes
                let count = Int.random(in: 1...4, using: &random)
                for _ in 0..<count {
                    copy[Int.random(in: 0..<copy.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                }
                let cut = copy.prefix(Int.random(in: 0...copy.count, using: &random))
                for text in [copy, Array(cut)] {
                    if let read = try? ReleasePlan(json: text, file: "plan.json") {
                        #expect(try ReleasePlan(json: Array(read.json.utf8), file: "again") == read)
                    }
                }
            }
        }
    }

    @Test func progressIsCodable() throws {
        let progress = PlanProgress(done: 3, isAttempting: true)
        #expect(try JSONDecoder().decode(PlanProgress.self, from: JSONEncoder().encode(progress)) == progress)
    }
}
