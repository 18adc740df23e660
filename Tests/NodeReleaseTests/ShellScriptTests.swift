import Foundation
import NodeRelease
import Testing

@Suite struct ShellScriptTests {
    /// Runs a script, with programs of the given texts in front of all others.
    private func run(_ script: String, programs: [String: String] = [:]) throws -> (status: Int32, output: String) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "release-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in programs {
            let file = folder.appending(path: name)
            try Data(text.utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
        }
        let file = folder.appending(path: "script.sh")
        try Data(script.utf8).write(to: file)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = [file.path]
        process.environment = ["PATH": folder.path + ":/usr/bin:/bin", "LOG": folder.appending(path: "log").path]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let log = FileManager.default.contents(atPath: folder.appending(path: "log").path) ?? Data()
        return (process.terminationStatus, String(decoding: output + log, as: UTF8.self))
    }

    private func script(_ words: [String], input: String? = nil) -> String {
        let request = PlanRequest(.post, "/x", command: ShellCommand(words, input: input))
        return ShellScript().text(
            ReleasePlan(
                orchestrator: .kubernetes,
                node: "n\nrm -rf /tmp/nothing",
                method: "drain",
                preconditions: [],
                steps: [PlanStep("say\nexit 9", .send(request))]
            )
        )
    }

    @Test(arguments: [
        "plain", "", "two words", "it's", "$(exit 7)", "`exit 7`", "a;exit 7", "\"", "\\", "*", "~", "-n", "a\nb", "é",
        "''", "!x",
        "$HOME", "#", "a=b", "{a,b}",
    ])
    func wordsArriveAsTheyAre(_ word: String) throws {
        let result = try run(script(["printf", "<%s>", word]))
        #expect(result.status == 0 && result.output == "<\(word)>")
        let fed = try run(script(["cat"], input: word))
        #expect(fed.status == 0 && fed.output == word)
    }

    @Test func scriptsOfAllPlansAreShell() throws {
        for (name, plan) in try PlanCodingTests.plans() {
            for text in [ShellScript().text(plan), ShellScript().undoText(plan)] {
                let check = try run("sh -n <<'END-OF-SCRIPT'\n\(text)END-OF-SCRIPT\n")
                #expect(check.status == 0, "\(name)")
            }
        }
    }

    /// A `kubectl` that answers as the cluster of the tests would, and notes what it is asked to change.
    private func kubectl(version: String = "7") -> String {
        """
        #!/bin/sh
        case "$*" in
        *metadata.resourceVersion*) printf \(version) ;;
        "get node"*metadata.uid*) printf uid-a ;;
        "get pods"*) printf 'uid-web-1\\nuid-web-2\\nuid-logs-a\\nuid-proxy-a\\n' ;;
        "get pod"*) ;;
        *) echo "$1 $2 $3" >>"$LOG"; case "$*" in *"-f -") cat >>"$LOG"; echo >>"$LOG" ;; esac ;;
        esac
        """
    }

    @Test func aScriptDrainsANode() throws {
        let plan = try KubernetesInventory(Cluster.small()).plan(releasing: "a")
        let result = try run(ShellScript().text(plan), programs: ["kubectl": kubectl()])
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.first == "patch node a" && lines.count == 7, "\(result.output)")
        #expect(result.output.contains("create --raw /api/v1/namespaces/shop/pods/web-1/eviction"))
        #expect(
            result.output.contains(#"{"deleteOptions":{"preconditions":{"uid":"uid-web-1"}}"#)
                || result.output.contains("uid-web-1")
        )
    }

    @Test func aScriptRefusesAStaleInventory() throws {
        let plan = try KubernetesInventory(Cluster.small()).plan(releasing: "a")
        let result = try run(ShellScript().text(plan), programs: ["kubectl": kubectl(version: "8")])
        #expect(result.status == 1 && result.output.isEmpty)
    }

    @Test func aScriptRefusesNewPods() throws {
        let plan = try KubernetesInventory(Cluster.small()).plan(releasing: "a")
        let stranger = kubectl().replacing("uid-web-2", with: "uid-new")
        let result = try run(ShellScript().text(plan), programs: ["kubectl": stranger])
        #expect(result.status == 1 && result.output == "patch node a\n")
    }

    @Test func theUndoOfADrainUncordons() throws {
        let plan = try KubernetesInventory(Cluster.small()).plan(releasing: "a")
        let result = try run(ShellScript().undoText(plan), programs: ["kubectl": kubectl()])
        #expect(result.status == 0 && result.output == "patch node a\n")
    }
}
