public import ArgumentParser
public import Diagnostics

/// Where the report of a conversion goes, and in which form.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .customLong("report"),
        help: ArgumentHelp("Write the report of the conversion to this file.", valueName: "file")
    )
    var path: String?

    @Option(name: .customLong("report-format"), help: "The form of the report.")
    var format: ReportFormat = .text

    /// The report as a file to be written; nil if none was asked for.
    func file(_ report: ConversionReport) -> OutputFile? {
        path.map { OutputFile(path: $0, text: format.renderer(tool: ToolVersion.tool).render(report)) }
    }
}

extension ReportFormat: ExpressibleByArgument {}
