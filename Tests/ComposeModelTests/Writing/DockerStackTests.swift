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
        // Each run of the program takes a tenth of a second: a sample that every run repeats.
        let sample = CanonicalOutputs.files.enumerated().filter { $0.offset % 12 == version.minor % 12 }.map(\.element)
        for file in sample {
            let project = try ComposeProject(canonical: try CanonicalOutputs.tree(file))
            let written = writer.text(project)
            let outcome = try StackConfig.judge(written.value)
            #expect(outcome.status == 0, "\(file.path): \(outcome.errors)")
            #expect(!outcome.errors.contains("Ignoring unsupported"), "\(file.path): \(outcome.errors)")
            #expect(written.report.findings.allSatisfy { $0.path != nil && $0.location != nil }, "\(file.path)")
        }
    }
}
