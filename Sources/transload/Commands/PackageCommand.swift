import ArgumentParser
import HelmChart

/// `transload package`: packs a chart into an archive, the same bytes each time.
struct PackageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "package",
        abstract: "Packs a Helm chart into an archive that Helm opens; equal charts give equal bytes."
    )

    @Argument(help: "The chart: a folder, or an archive.") var chart: String

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder for the archive.", valueName: "folder"))
    var destination = "."

    func run() throws {
        do {
            let chart = try LocalChart.load(chart, version: .v4)
            let file = OutputFile(path: chart.archiveName, bytes: try chart.archive()).below(destination)
            try StagedFiles.write([file], creating: [destination])
            try StandardStream.output.write(file.path + "\n")
        } catch let error as ChartError {
            StandardStream.error.show("error: \(error)\n")
            throw ExitStatus.failed
        }
    }
}
