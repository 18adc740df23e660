import ComposeModel
import Diagnostics
import Testing
import YAMLTree

struct OldestStackVersionTests {
    @Test(
        "The version is the oldest that loses nothing more than the newest",
        arguments: [
            ("{image: x}", ComposeWriter.StackVersion.v3_8),
            ("{image: x, container_name: front}", .v3_8),
            ("{image: x, deploy: {resources: {limits: {pids: 5}}}}", .v3_9),
            ("{image: x, healthcheck: {test: [CMD, a], start_interval: 1s}}", .v3_13),
        ]
    )
    func version(service: String, version: ComposeWriter.StackVersion) throws {
        let files = InMemoryFileSource(["/app/compose.yaml": "services: {a: \(service)}"])
        let project = try ComposeLoader().load(["/app/compose.yaml"], from: files).value
        #expect(ComposeWriter.StackVersion.oldest(for: project) == version)
    }
}
