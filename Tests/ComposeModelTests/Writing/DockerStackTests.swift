import ComposeModel
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

@Suite(
    .enabled(if: StackConfig.docker != nil, StackConfig.isThere),
    .enabled(if: !CanonicalOutputs.files.isEmpty, CanonicalOutputs.isThere)
)
struct DockerStackTests {
    @Test(arguments: [ComposeWriter.StackVersion.v3_8, .v3_13])
    func dockerAcceptsEveryStackFile(_ version: ComposeWriter.StackVersion) throws {
        let writer = ComposeWriter(options: .init(flavour: .stack(version)))
        // Each run of the program takes a tenth of a second: every twelfth file, or on request all.
        let step = ProcessInfo.processInfo.environment["TRANSLOAD_ALL_STACKS"] == nil ? 12 : 1
        for (index, file) in CanonicalOutputs.files.enumerated() where index % step == version.minor % step {
            let project = try ComposeProject(canonical: try CanonicalOutputs.tree(file))
            let written = writer.text(project)
            let outcome = try StackConfig.judge(written.value)
            #expect(outcome.status == 0, "\(file.path): \(outcome.errors)")
            #expect(!outcome.errors.contains("Ignoring unsupported"), "\(file.path): \(outcome.errors)")
            #expect(written.report.findings.allSatisfy { $0.path != nil && $0.location != nil }, "\(file.path)")
        }
    }
}
