import ArgumentParser
import ComposeModel
import Diagnostics
import Foundation
import KubeModel
import SwarmNetes

/// `transload convert`: Compose files to Kubernetes manifests, and back.
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Converts Compose files to Kubernetes manifests, and manifests to Compose files.",
        discussion: """
            All output files are written, or none. Nothing is written when the input is invalid (exit status 1). When \
            a decision is open, or --strict finds that something was dropped, the output is written and the exit \
            status is 3.
            """
    )

    @Option(
        name: [.customShort("f"), .customLong("file")],
        parsing: .upToNextOption,
        help: ArgumentHelp("The files to convert; - is standard input.", valueName: "file")
    )
    var files: [String]

    @Option(help: "The system to convert to.")
    var to: OrchestratorName

    @Option(help: "The system to convert from; recognised unless given.")
    var from: OrchestratorName?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where the output goes: - is standard output; a name without extension is a folder, for a file per object.",
            valueName: "folder|file|-"
        )
    )
    var output = "-"

    @Flag(help: "End with status 3 when something was dropped.")
    var strict = false

    @OptionGroup(title: "Report") var report: ReportOptions
    @OptionGroup(title: "Reading Compose files") var compose: ComposeOptions
    @OptionGroup(title: "Writing manifests") var kubernetes: KubernetesOptions

    @Option(help: "The program for which Compose files are written: docker compose or docker stack.")
    var composeFlavour: ComposeFlavour = .compose

    @OptionGroup var messages: MessageOptions

    func run() throws {
        let printer = FindingsPrinter(
            leastSeverity: messages.leastSeverity(usual: .approximated, failing: strict ? .dropped : .decisionNeeded),
            names: DisplayNames(typed: files)
        )
        try printer.reporting {
            let target = OutputTarget(output)
            let result = try convert(from: LocalFileSource())
            var report = printer.names.applied(to: result.report)
            report.append(result.value.losses(at: target))
            try result.value.write(to: target, report: self.report.file(report))
            printer.print(report)
            if report.hasOpenDecisions || strict && report.hasLosses { throw ExitStatus.unsettled }
        }
    }

    private func convert(from source: LocalFileSource) throws -> Converted<ConversionOutput> {
        let input = InputFiles(files, from: source)
        switch (try from ?? input.recognise(), to) {
        case (.compose, .kubernetes):
            return try load(from: source).flatMap(toKubernetes(source).convert).map(ConversionOutput.manifests)
        case (.kubernetes, .compose):
            return try input.objects().flatMap(toCompose.convert).flatMap { bundle in
                composeFlavour.text(bundle.project).map { .project($0, companions: bundle.files) }
            }
        case (.compose, .compose):
            return try load(from: source).flatMap(composeFlavour.text).map { .project($0) }
        case (.kubernetes, .kubernetes):
            return try input.objects().map(ConversionOutput.manifests)
        }
    }

    private func load(from source: LocalFileSource) throws(InvalidInput) -> Converted<ComposeProject> {
        try compose.loader().load(files, from: source)
    }

    private func toKubernetes(_ source: LocalFileSource) -> ComposeToKubernetes {
        let reader = ComposeApplicationReader(environment: ProcessInfo.processInfo.environment) {
            try? source.contents(of: $0)
        }
        return ComposeToKubernetes(kubernetes.choices, reader: reader)
    }

    private var toCompose: KubernetesToCompose {
        var options = ComposeApplicationWriter.Options(configs: composeFlavour.configs)
        if let name = compose.projectName { options.projectName = name }
        return KubernetesToCompose(options)
    }
}
