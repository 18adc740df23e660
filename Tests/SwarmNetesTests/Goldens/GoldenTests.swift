import ComposeModel
import Diagnostics
import Foundation
import KubeModel
import SwarmNetes
import TestSupport
import Testing

/// The folders of `Fixtures`, each converted and compared with the files beside the input.
@Suite struct GoldenTests {
    @Test(arguments: Fixture.forward) func composeToKubernetes(_ fixture: Fixture) throws {
        let result = try fixture.converter().convert(try fixture.project())
        let manifests = ManifestStream().write(result.value)
        #expect(try Golden.difference(manifests, from: fixture.file("kubernetes.yaml")) == nil)
        let findings = TextReport().render(result.report)
        #expect(try Golden.difference(findings, from: fixture.file("findings.txt")) == nil)
    }

    @Test(arguments: Fixture.reverse) func kubernetesToCompose(_ fixture: Fixture) throws {
        let result = try KubernetesToCompose().convert(try fixture.objects())
        let compose = ComposeWriter().text(result.value.project).value
        #expect(try Golden.difference(compose, from: fixture.file("compose.yaml")) == nil)
        let findings = TextReport().render(result.report)
        #expect(try Golden.difference(findings, from: fixture.file("findings.txt")) == nil)
        let files = result.value.files.map {
            "\($0.isSecret ? "secret" : "config") \($0.path): \($0.bytes.count) bytes\n"
        }
        guard !files.isEmpty else { return }
        #expect(try Golden.difference(files.joined(), from: fixture.file("files.txt")) == nil)
    }
}
