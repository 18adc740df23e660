import ComposeModel
import Diagnostics
import KubeModel
import SwarmNetes

extension FindingCode {
    /// Files that belong to the output were not written, as standard output takes one text only.
    static let outputFilesNotWritten: FindingCode = "output.files-not-written"
}

/// The files that a conversion gives, before it is known where they go.
struct ConversionOutput: Sendable {
    /// Everything in one text, for a file or standard output.
    let stream: String
    /// A file for each object, with names in a folder.
    let files: [OutputFile]
    /// The files that belong beside either, with paths relative to the folder.
    let companions: [OutputFile]

    /// Manifests: one stream, or an object a file.
    init(_ objects: [AnyKubernetesObject]) {
        let manifests = ManifestStream()
        var names = ManifestFileNames()
        stream = manifests.write(objects)
        files = objects.map { object in
            let name = names.name(
                for: object.metadata.name ?? "",
                kind: object.groupVersionKind.kind,
                namespace: object.metadata.namespace
            )
            return OutputFile(path: name, text: manifests.write([object]))
        }
        companions = []
    }

    /// A project: one file, and those that its configs and secrets name.
    init(project text: String, companions: [ComposeBundle.File]) {
        stream = text
        files = [OutputFile(path: "compose.yaml", text: text)]
        self.companions = companions.map { OutputFile(path: $0.path, bytes: $0.bytes, isPrivate: $0.isSecret) }
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
            let main = OutputFile(path: path, bytes: Array(stream.utf8))
            try StagedFiles.write([main] + beside + report, creating: beside.map(\.folder))
        case .directory(let folder):
            let all = (files + companions).map { $0.below(folder) }
            try StagedFiles.write(all + report, creating: [folder] + all.map(\.folder))
        }
    }
}
