import Foundation
import Testing

@Suite struct ConvertCommandTests {
    private let folder: TemporaryFolder
    private let run: Transload

    private static let compose = """
        name: shop
        services:
          web:
            image: nginx:1.27
            ports: ["8080:80"]
            deploy: {replicas: 2}
          db:
            image: postgres:17
            stop_signal: SIGQUIT
            volumes: ["data:/var/lib/postgresql/data"]
        volumes: {data: {}}
        """

    private static let manifests = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                image: nginx:1.27
                env:
                - name: PASSWORD
                  valueFrom: {secretKeyRef: {name: login, key: password}}
                volumeMounts: [{name: login, mountPath: /login}]
              volumes: [{name: login, secret: {secretName: login}}]
        ---
        apiVersion: v1
        kind: Secret
        metadata: {name: login}
        stringData: {password: correct-horse}
        """

    init() throws {
        folder = try TemporaryFolder()
        run = Transload(folder: folder)
    }

    private func kinds(_ manifests: String) -> [String] {
        manifests.split(separator: "\n").filter { $0.hasPrefix("kind: ") }.map { String($0.dropFirst(6)) }
    }

    private func project(_ file: String) async throws -> NSDictionary {
        let outcome = try await run("config", "-f", file, "--format", "json")
        return try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? NSDictionary)
    }

    @Test func writesOneStreamToStandardOutput() async throws {
        try folder.write("compose.yaml", Self.compose)
        let outcome = try await run("convert", "-f", "compose.yaml", "--to", "kubernetes")
        #expect(outcome.status == 0, "\(outcome.error)")
        #expect(
            kinds(outcome.output).sorted().starts(with: [
                "Deployment", "Deployment", "PersistentVolumeClaim", "Service",
            ])
        )
        #expect(outcome.error.contains("compose.yaml:9:"), "\(outcome.error)")
        let again = try await run("convert", "-f", "-", "--to", "kubernetes", "-o", "-", "--quiet", input: Self.compose)
        #expect(again.output == outcome.output && again.error.isEmpty)
        #expect(try folder.names() == ["compose.yaml"])
    }

    @Test func writesAFileForEachObjectIntoAFolder() async throws {
        try folder.write("compose.yaml", Self.compose)
        let stream = try await run("convert", "-f", "compose.yaml", "--to", "kubernetes", "-o", "all.yaml")
        let outcome = try await run("convert", "-f", "compose.yaml", "--to", "kubernetes", "-o", "out/deep")
        #expect(stream.status == 0 && outcome.status == 0 && outcome.output.isEmpty)
        let names = try folder.names().filter { $0.hasPrefix("out/deep/") }
        #expect(names.contains("out/deep/web-deployment.yaml") && names.contains("out/deep/web-service.yaml"))
        #expect(names.count == kinds(folder.text("all.yaml") ?? "").count)
    }

    @Test func convertsThereAndBack() async throws {
        try folder.write("compose.yaml", Self.compose)
        _ = try await run("convert", "-f", "compose.yaml", "--to", "kubernetes", "-o", "k8s/")
        let back = try await run.shell("$T convert -f k8s/*.yaml --to compose -o back")
        #expect(back.status == 0, "\(back)")
        let original = try await project("compose.yaml")
        #expect(try await project("back/compose.yaml") == original)
    }

    @Test func putsSecretsIntoFilesThatOnlyTheOwnerReads() async throws {
        try folder.write("k8s.yaml", Self.manifests)
        let outcome = try await run("convert", "-f", "k8s.yaml", "--to", "compose", "-o", "out")
        #expect(outcome.status == 0 && !outcome.error.contains("correct-horse"), "\(outcome)")
        let secret = try #require(try folder.names().first { $0.hasPrefix("out/secrets/") })
        #expect(folder.text(secret) == "correct-horse")
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(secret))
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        let stream = try await run("convert", "-f", "k8s.yaml", "--to", "compose")
        #expect(stream.status == 3 && stream.error.contains("output.files-not-written"), "\(stream)")
    }

    @Test(arguments: ["text", "json", "sarif"]) func writesTheReport(format: String) async throws {
        try folder.write("sub/compose.yaml", Self.compose)
        let outcome = try await run(
            "convert",
            "-f",
            "sub/compose.yaml",
            "--to",
            "kubernetes",
            "-o",
            "out",
            "--report",
            "report",
            "--report-format",
            format
        )
        #expect(outcome.status == 0)
        let report = try #require(folder.text("report"))
        switch format {
        case "text": #expect(report.contains("sub/compose.yaml:9:") && !report.contains("\u{1B}"))
        case "json":
            let object = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
            let findings = try #require(object["findings"] as? [[String: Any]])
            #expect(findings.contains { $0["code"] as? String == "compose.stop-signal" && $0["line"] as? Int == 9 })
        default:
            let log = try #require(try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any])
            #expect(log["version"] as? String == "2.1.0" && report.contains("\"uri\": \"sub/compose.yaml\""))
        }
    }

    @Test func strictEndsWith3AndStillWrites() async throws {
        try folder.write("compose.yaml", Self.compose)
        let strict = try await run(
            "convert",
            "-f",
            "compose.yaml",
            "--to",
            "kubernetes",
            "-o",
            "a.yaml",
            "--strict",
            "--quiet"
        )
        #expect(strict.status == 3 && strict.error.contains("compose.stop-signal"), "\(strict)")
        #expect(folder.text("a.yaml") != nil)
        try folder.write(
            "compose.yaml",
            Self.compose.replacingOccurrences(of: "    stop_signal: SIGQUIT\n", with: "")
        )
        let clean = try await run(
            "convert",
            "-f",
            "compose.yaml",
            "--to",
            "kubernetes",
            "-o",
            "b.yaml",
            "--strict",
            "--quiet"
        )
        #expect(clean.status == 0 && clean.error.isEmpty, "\(clean)")
    }

    @Test func writesNothingWhenTheInputIsInvalid() async throws {
        try folder.write("compose.yaml", "name: p\nservices:\n  web:\n    imagge: x\n    cpus: [1]\n  db: {ports: 5}\n")
        try folder.write("out/web-deployment.yaml", "old")
        let before = try folder.names()
        for target in ["out", "new", "new.yaml", "-"] {
            let outcome = try await run(
                "convert",
                "-f",
                "compose.yaml",
                "--to",
                "kubernetes",
                "-o",
                target,
                "--report",
                "report"
            )
            #expect(outcome.status == 1 && outcome.output.isEmpty)
            for line in [4, 5, 6] {
                #expect(outcome.error.contains("compose.yaml:\(line):"), "line \(line): \(outcome.error)")
            }
        }
        #expect(try folder.names() == before && folder.text("out/web-deployment.yaml") == "old")
    }

    @Test func writesAllFilesOrNone() async throws {
        try folder.write("compose.yaml", Self.compose)
        try folder.write("out/web-service.yaml/in-the-way", "x")
        try folder.write("out/web-deployment.yaml", "old")
        let before = try folder.names()
        let convert = ["convert", "-f", "compose.yaml", "--to", "kubernetes", "--quiet", "-o"]
        for rest in [
            ["out", "--report", "report"], ["new", "--report", "missing/report"], ["a.yaml", "--report", "a.yaml"],
        ] {
            let outcome = try await run((convert + rest))
            #expect(outcome.status == 1 && outcome.error.hasPrefix("error: cannot write"), "\(rest): \(outcome)")
        }
        let full = try await run.shell("$T convert -f compose.yaml --to kubernetes --report report >/dev/full")
        #expect(full.status == 1)
        #expect(try folder.names() == before && folder.text("out/web-deployment.yaml") == "old")
    }

    @Test func saysWhatItCannotRead() async throws {
        try folder.write("compose.yaml", Self.compose)
        try folder.write("k8s.yaml", Self.manifests)
        for (arguments, words) in [
            ("-f none.yaml nope.yaml", ["none.yaml does not exist", "nope.yaml does not exist", "2 errors"]),
            ("-f .", ["is a directory"]), ("-f compose.yaml k8s.yaml", ["input.mixed", "--from"]),
            ("-f k8s.yaml --from compose", ["k8s.yaml:"]),
            ("-f compose.yaml --from kubernetes", ["compose.yaml:1:1: error"]),
        ] {
            let outcome = try await run.shell("$T convert \(arguments) --to kubernetes -o out")
            #expect(outcome.status == 1 && outcome.output.isEmpty)
            for word in words { #expect(outcome.error.contains(word), "\(arguments): \(outcome.error)") }
        }
        #expect(try folder.names() == ["compose.yaml", "k8s.yaml"])
    }

    @Test func recognisesTheSystem() async throws {
        try folder.write(
            "object.json",
            #"{"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "a"}, "spec": {"containers": [{"name": "a", "image": "b"}]}}"#
        )
        try folder.write(
            "nested.yaml",
            "services: {web: {image: a}}\nconfigs: {c: {content: \"apiVersion: v1\\nkind: Pod\\n\"}}\nname: n\n"
        )
        #expect(try await run("convert", "-f", "object.json", "--to", "compose").output.contains("image: b"))
        let manifests = try await run("convert", "-f", "nested.yaml", "--to", "kubernetes").output
        #expect(kinds(manifests).contains("Deployment"))
        let pipes = try await run.shell("$T convert -f <(cat object.json) --to compose")
        #expect(pipes.status == 0 && pipes.output.contains("image: b"), "\(pipes)")
    }

    @Test func keepsTheSystemWhenAsked() async throws {
        try folder.write("compose.yaml", Self.compose)
        let stack = try await run("convert", "-f", "compose.yaml", "--to", "compose", "--compose-flavour", "stack")
        #expect(stack.status == 0 && stack.output.contains("version: \"3."), "\(stack)")
        try folder.write("k8s.yaml", Self.manifests)
        let same = try await run("convert", "-f", "k8s.yaml", "--to", "kubernetes")
        #expect(same.status == 0 && kinds(same.output) == ["Deployment", "Secret"])
    }

    @Test func takesTheChoicesOfTheDestination() async throws {
        try folder.write("compose.yaml", Self.compose)
        let outcome = try await run(
            "convert",
            "-f",
            "compose.yaml",
            "--to",
            "kubernetes",
            "--namespace",
            "prod",
            "--controller",
            "replication-controller",
            "--volume-size",
            "20Mi"
        )
        #expect(kinds(outcome.output).contains("ReplicationController"))
        for text in ["namespace: prod", "storage: 20Mi"] {
            #expect(outcome.output.contains(text), "\(text)")
        }
        for size in ["-1", "0", "much"] {
            let wrong = try await run.shell("$T convert -f compose.yaml --to kubernetes --volume-size=\(size)")
            #expect(wrong.status == 2, "\(wrong)")
        }
    }

    @Test func convertsManyServicesQuickly() async throws {
        let services = (0..<500).map {
            "  s\($0): {image: nginx, ports: ['\(2_000 + $0):80'], volumes: ['v\($0):/data']}\n"
        }
        let volumes = (0..<500).map { "  v\($0): {}\n" }
        try folder.write("compose.yaml", "name: p\nservices:\n\(services.joined())volumes:\n\(volumes.joined())")
        let outcome = try await run.shell(
            "$T convert -f compose.yaml --to kubernetes --quiet | head -n 1; exit ${PIPESTATUS[0]}"
        )
        #expect(outcome.status == 0 && outcome.error.isEmpty && outcome.output == "apiVersion: v1\n", "\(outcome)")
    }
}
