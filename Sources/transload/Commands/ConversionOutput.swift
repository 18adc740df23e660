import ComposeModel
import Diagnostics
import KubeModel
import SwarmNetes

extension FindingCode {
    /// Files that belong to the output were not written, as standard output takes one text only.
    static let outputFilesNotWritten: FindingCode = "output.files-not-written"
}

/// What a conversion gives, before it is known where it goes.
enum ConversionOutput: Sendable {
    /// Kubernetes objects.
    case manifests([AnyKubernetesObject])
    /// The text of a Compose file, and the files that its configs and secrets name.
    case project(String, companions: [ComposeBundle.File] = [])

    /// Everything in one text, for a file or standard output.
    private var stream: String {
        switch self {
        case .manifests(let objects): ManifestStream().write(objects)
        case .project(let text, _): text
        }
    }

    /// A file for each object, with names relative to a folder.
    private var files: [OutputFile] {
        switch self {
        case .project(let text, _): return [OutputFile(path: "compose.yaml", text: text)]
        case .manifests(let objects):
            var names = ManifestFileNames()
            return objects.map { object in
                let name = names.name(
                    for: object.metadata.name ?? "",
                    kind: object.groupVersionKind.kind,
                    namespace: object.metadata.namespace
                )
                return OutputFile(path: name, text: ManifestStream().write([object]))
            }
        }
    }

    /// The files that belong beside either, with paths relative to the folder.
    private var companions: [OutputFile] {
        guard case .project(_, let files) = self else { return [] }
        return files.map { OutputFile(path: $0.path, bytes: $0.bytes, isPrivate: $0.isSecret) }
    }
}

extension ConversionOutput {
    /// What `target` has no room for: standard output takes the project, not the files beside it.
    func losses(at target: OutputTarget) -> ConversionReport {
        guard target == .standardOutput, !companions.isEmpty else { return ConversionReport() }
        let names = companions.map(\.path).joined(separator: ", ")
        return ConversionReport([
            Finding(
                .outputFilesNotWritten,
                .decisionNeeded,
                "the project needs files that standard output has no room for: \(names)",
                remedy: "Write to a folder with -o, or provide the files."
            )
        ])
    }

    /// Writes everything, and `report`, or nothing.
    func write(to target: OutputTarget, report: OutputFile?) throws(SystemFault) {
        let report = report.map { [$0] } ?? []
        switch target {
        case .standardOutput:
            try StagedFiles.write(report) { () throws(SystemFault) in try StandardStream.output.write(stream) }
        case .file(let path):
            let beside = companions.map { $0.below(FileOnDisk.split(path).folder) }
            let main = OutputFile(path: path, text: stream)
            try StagedFiles.write([main] + beside + report, creating: beside.map(\.folder))
        case .directory(let folder):
            let all = (files + companions).map { $0.below(folder) }
            try StagedFiles.write(all + report, creating: [folder] + all.map(\.folder))
        }
    }
}
