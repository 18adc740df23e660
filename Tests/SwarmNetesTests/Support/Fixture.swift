import ComposeModel
import Diagnostics
import Foundation
import KubeModel
@testable import SwarmNetes
import TestSupport
import Testing
import YAMLTree

/// A folder of `Fixtures`: an application in one system, what it becomes in the other, and the findings.
struct Fixture: Sendable, CustomTestStringConvertible {
    let name: String

    private static let root = Checkout.root.appending(path: "Tests/SwarmNetesTests/Fixtures")

    /// Compose files that become manifests.
    static let forward = names.filter { !$0.hasPrefix("reverse-") }.map(Fixture.init)
    /// Manifests that become Compose files.
    static let reverse = names.filter { $0.hasPrefix("reverse-") }.map(Fixture.init)

    private static let names: [String] =
        ((try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()

    var testDescription: String { name }

    func file(_ file: String) -> URL { Self.root.appending(path: name).appending(path: file) }

    func text(_ name: String) throws -> String { try String(contentsOf: file(name), encoding: .utf8) }

    // MARK: Compose input

    private static let outputs: Set<String> = ["kubernetes.yaml", "findings.txt", "files.txt"]

    /// The inputs of the folder as the project's folder `/project`.
    func source() throws -> InMemoryFileSource {
        let folder = Self.root.appending(path: name)
        var files: [String: [UInt8]] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where !Self.outputs.contains(file) {
            files["/project/\(file)"] = [UInt8](try Data(contentsOf: folder.appending(path: file)))
        }
        return InMemoryFileSource(bytes: files)
    }

    /// The project that `compose.yaml` describes.
    func project() throws -> ComposeProject { try Project.load(from: source()) }

    /// A converter that sees the files of the folder.
    func converter() throws -> ComposeToKubernetes { Project.converter(source: try source()) }

    // MARK: Kubernetes input

    /// The objects of `kubernetes.yaml`.
    func objects() throws -> [AnyKubernetesObject] {
        try ManifestStream().read(try text("kubernetes.yaml"), file: "kubernetes.yaml").value
    }
}

/// Projects in memory, in the folder `/project`.
enum Project {
    /// The variables that files may refer to.
    static let environment = ["GREETING": "hello", "HOST": "database"]

    static func load(from source: some FileSource) throws -> ComposeProject {
        let options = ComposeLoader.Options(
            environment: ComposeEnvironment(environment),
            workingDirectory: "/project"
        )
        return try ComposeLoader(options: options).load(["compose.yaml"], from: source).value
    }

    static func load(_ text: String, files: [String: String] = [:]) throws -> ComposeProject {
        try load(from: source(text, files: files))
    }

    static func source(_ text: String, files: [String: String] = [:]) -> InMemoryFileSource {
        var all = files
        all["/project/compose.yaml"] = text
        return InMemoryFileSource(all)
    }

    /// A converter that reads the files of configs and secrets from `source`.
    static func converter(
        _ options: KubernetesApplicationWriter.Options = KubernetesApplicationWriter.Options(),
        source: some FileSource
    ) -> ComposeToKubernetes {
        ComposeToKubernetes(
            options,
            reader: ComposeApplicationReader(environment: environment) { try? source.contents(of: $0) }
        )
    }

    /// The files of a bundle with its project as `compose.yaml`, as a user would store them.
    static func source(_ bundle: ComposeBundle) -> InMemoryFileSource {
        var files = ["/project/compose.yaml": Array(ComposeWriter().text(bundle.project).value.utf8)]
        for file in bundle.files { files["/project/" + file.path.drop { $0 == "." || $0 == "/" }] = file.bytes }
        return InMemoryFileSource(bytes: files)
    }
}

extension [AnyKubernetesObject] {
    /// The objects as they would be read from a file.
    func throughText() throws -> [AnyKubernetesObject] {
        try ManifestStream().read(ManifestStream().write(self), file: "kubernetes.yaml").value
    }
}
