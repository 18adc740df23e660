import Diagnostics
import KubeModel
import YAMLTree

extension FindingCode {
    /// An input file cannot be read.
    static let inputFile: FindingCode = "input.file"
    /// The input files belong to different systems.
    static let inputMixed: FindingCode = "input.mixed"
}

/// The files that the user wants converted or checked.
struct InputFiles: Sendable {
    private let paths: [String]
    private let source: LocalFileSource

    init(_ paths: [String], from source: LocalFileSource) {
        self.paths = paths
        self.source = source
    }

    /// The system of the files, which has to be one.
    func recognise() throws(InvalidInput) -> OrchestratorName {
        let systems = try read().map { (file: $0.file, system: InputSystem.recognise($0.bytes, file: $0.file)) }
        guard let first = systems.first else { return .compose }
        let others = systems.filter { $0.system != first.system }.map { file, system in
            Finding(
                .inputMixed,
                .invalid,
                "the file is for \(system), and \(first.file) for \(first.system)",
                remedy: "Convert them apart, or say with --from what they are.",
                location: SourceLocation(file: file, line: 1, column: 1)
            )
        }
        try ConversionReport(others).throwIfInvalid()
        return first.system
    }

    /// The Kubernetes objects of all files; throws with the problems of all.
    func objects() throws(InvalidInput) -> Converted<[AnyKubernetesObject]> {
        var all = Converted<[AnyKubernetesObject]>([])
        for (file, bytes) in try read() {
            let objects = ManifestStream().readable(bytes, file: file)
            all.value += objects.value
            all.report.append(objects.report)
        }
        try all.report.throwIfInvalid()
        return all
    }

    /// The files with what they hold.
    func read() throws(InvalidInput) -> [(file: SourceFile, bytes: [UInt8])] {
        var read: [(file: SourceFile, bytes: [UInt8])] = []
        var report = ConversionReport()
        for path in paths {
            let file = SourceFile(path == "-" ? "<standard input>" : path)
            do {
                read.append((file, try source.contents(of: path)))
            } catch {
                report.add(
                    Finding(
                        .inputFile,
                        .invalid,
                        "\(path) \(error)",
                        remedy: "Name a file that can be read, or - for standard input.",
                        location: SourceLocation(file: file, line: 1, column: 1)
                    )
                )
            }
        }
        try report.throwIfInvalid()
        return read
    }
}
