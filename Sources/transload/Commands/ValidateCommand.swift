public import ArgumentParser
import ComposeModel
import Diagnostics
public import KubeModel

/// `transload validate`: what an API server, or `docker compose`, would reject.
struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract:
            "Finds what an API server would reject in manifests, without one, and what is wrong with Compose files.",
        discussion: """
            Manifests are checked object by object, Compose files together as one project. The findings go to \
            standard output. The exit status is 1 when something is invalid.
            """
    )

    @Option(
        name: [.customShort("f"), .customLong("file")],
        parsing: .upToNextOption,
        help: ArgumentHelp("The files to check; - is standard input.", valueName: "file")
    )
    var files: [String]

    @Option(help: "The form of the findings.")
    var format: ReportFormat = .text

    @Option(help: "The system that the files are for; recognised unless given.")
    var from: OrchestratorName?

    @Option(help: ArgumentHelp("The version of Kubernetes whose rules count.", valueName: "version"))
    var kubeVersion: KubernetesVersion = .usual

    @Option(help: ArgumentHelp("The namespace of objects that name none.", valueName: "name"))
    var namespace = "default"

    @Option(
        help: ArgumentHelp(
            "Manifests of the objects to be replaced, such as kubectl get prints them: fields that must not change are compared.",
            valueName: "file"
        )
    )
    var replacing: [String] = []

    @OptionGroup(title: "Reading Compose files") var compose: ComposeOptions

    func run() throws {
        let names = DisplayNames(typed: files)
        let printer = FindingsPrinter(leastSeverity: .invalid, names: names)
        var report = ConversionReport()
        try printer.reporting { report = names.applied(to: try findings()) }
        try StandardStream.output.write(format.text(report))
        if report.worst == .invalid { throw ExitStatus.failed }
    }

    private func findings() throws -> ConversionReport {
        let source = LocalFileSource()
        let old = try InputFiles(replacing, from: source).objects().value
        let validator = ObjectValidator(ObjectValidator.Options(version: kubeVersion, namespace: namespace))
        var report = ConversionReport()
        var projectFiles: [String] = []
        for (path, input) in zip(files, try InputFiles(files, from: source).read()) {
            // A file without anything has nothing to reject.
            if input.bytes.allSatisfy({ $0 <= UInt8(ascii: " ") }) { continue }
            switch from ?? InputSystem.recognise(input.bytes, file: input.file) {
            case .compose: projectFiles.append(path)
            case .kubernetes: report.append(validator.validate(input.bytes, file: input.file, replacing: old))
            }
        }
        if !projectFiles.isEmpty { report.append(project(projectFiles, from: source)) }
        return report
    }

    private func project(_ files: [String], from source: LocalFileSource) -> ConversionReport {
        do {
            return try compose.loader().load(files, from: source).report
        } catch {
            return error.report
        }
    }
}

extension ReportFormat {
    /// Findings alone: JSON is an array of them.
    fileprivate func text(_ report: ConversionReport) -> String {
        switch self {
        case .text: TextReport(leastSeverity: .notice).render(report)
        case .json: JSONFindings().render(report)
        default: renderer(tool: ToolVersion.tool).render(report)
        }
    }
}

extension KubernetesVersion: ExpressibleByArgument {}
