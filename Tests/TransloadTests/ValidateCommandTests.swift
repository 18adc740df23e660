import Foundation
import Testing

@Suite struct ValidateCommandTests {
    private let folder: TemporaryFolder
    private let run: Transload

    private static let sound = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec: {selector: {app: web}, ports: [{port: 80}]}

        """
    private static let faulty = """
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports:
          - port: 80
            protocol: HTTP

        """

    init() throws {
        folder = try TemporaryFolder()
        run = Transload(folder: folder)
    }

    private func findings(_ outcome: Transload.Outcome) throws -> [[String: Any]] {
        try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
    }

    @Test func soundManifestsHaveNoFindings() async throws {
        try folder.write("a.yaml", Self.sound)
        let outcome = try await run("validate", "-f", "a.yaml")
        #expect(outcome.status == 0)
        #expect(outcome.output == "no findings\n")
        let json = try await run("validate", "-f", "a.yaml", "--format", "json")
        #expect(try findings(json).isEmpty)
    }

    @Test func objectsMayBeJSONWithPairsOfEscapes() async throws {
        let object = #"{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"a":"\ud83d\ude80"}}"#
        try folder.write("a.json", object)
        let outcome = try await run("validate", "-f", "a.json")
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.error)")
    }

    @Test func emptyFilesHaveNothingToReject() async throws {
        try folder.write("a.yaml", "\n")
        #expect(try await run("validate", "-f", "a.yaml").status == 0)
    }

    @Test func findingsNameFieldsAndPlaces() async throws {
        try folder.write("a.yaml", Self.sound + "---\n" + Self.faulty)
        let outcome = try await run("validate", "-f", "a.yaml", "--format", "json")
        #expect(outcome.status == 1)
        let finding = try #require(try findings(outcome).first)
        #expect(finding["path"] as? String == "spec.ports[0].protocol")
        #expect(finding["line"] as? Int == 13)
        #expect(finding["file"] as? String == "a.yaml")
        #expect((finding["message"] as? String)?.isEmpty == false)
    }

    @Test func textAndSARIFSayTheSame() async throws {
        try folder.write("a.yaml", Self.faulty)
        let text = try await run("validate", "-f", "a.yaml")
        #expect(text.status == 1)
        #expect(text.output.hasPrefix("a.yaml:8:15: error: the value is not supported (spec.ports[0].protocol)"))
        let sarif = try await run("validate", "-f", "a.yaml", "--format", "sarif")
        #expect(sarif.status == 1)
        #expect(sarif.output.contains("kubernetes.not-supported"))
    }

    @Test func readsStandardInputAndComposeFiles() async throws {
        let piped = try await run(["validate", "-f", "-", "--format", "json"], input: Self.faulty)
        #expect(piped.status == 1)
        try folder.write("compose.yaml", "services:\n  web:\n    image: [a]\n")
        let outcome = try await run("validate", "-f", "compose.yaml", "--format", "json")
        #expect(outcome.status == 1)
        #expect(try findings(outcome).first?["path"] as? String == "services.web.image")
    }

    @Test func comparesWithWhatIsReplaced() async throws {
        let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\nimmutable: true\ndata: {a: '1'}\n"
        try folder.write("old.yaml", text)
        try folder.write("new.yaml", text.replacingOccurrences(of: "'1'", with: "'2'"))
        #expect(try await run("validate", "-f", "new.yaml").status == 0)
        let outcome = try await run("validate", "-f", "new.yaml", "--replacing", "old.yaml", "--format", "json")
        #expect(outcome.status == 1)
        #expect(try findings(outcome).first?["path"] as? String == "data")
    }

    @Test func wrongUsageAndMissingFiles() async throws {
        #expect(try await run("validate").status == 2)
        #expect(try await run("validate", "-f", "a.yaml", "--format", "xml").status == 2)
        let missing = try await run("validate", "-f", "missing.yaml")
        #expect(missing.status == 1)
        #expect(missing.error.contains("missing.yaml"))
    }
}
