import Diagnostics
import Testing
import YAMLTree

@Suite struct RecogniseCommandTests {
    private let run: Transload
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        run = Transload(folder: folder)
        try folder.write(
            "class.yaml",
            "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast}\nprovisioner: ebs.csi.aws.com\n"
        )
    }

    @Test func printsProviderStorageAndAccessAsJSON() async throws {
        let outcome = try await run("recognise", "-f", "class.yaml", "--format", "json")
        #expect(outcome.status == 0, "\(outcome.error)")
        let answer = try JSONReader().document(in: outcome.output, file: "answer")
        #expect(answer["provider"]?.text == "aws")
        #expect(answer["storage"]?.sequence?.compactMap(\.text) == ["block"])
        #expect(answer["access"]?.sequence?.isEmpty == true)
        #expect(answer["evidence"]?[0]?["location"]?.text == "class.yaml:4:14")
    }

    @Test func printsTheEvidenceForPeople() async throws {
        let outcome = try await run("recognise", "-f", "class.yaml")
        #expect(outcome.output.hasPrefix("provider: aws\nstorage:  block\naccess:   none\n"))
    }

    @Test func aFileThatHoldsNoObjectsFails() async throws {
        try folder.write("broken.yaml", "a: [\n")
        #expect(try await run("recognise", "-f", "broken.yaml").status == 1)
        #expect(try await run("recognise", "-f", "nowhere.yaml").status == 1)
    }
}
