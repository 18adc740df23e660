import ArgumentParser
import ComposeModel
import HelmChart

/// Which chart a command works on, and the values set for it; the flags are those of Helm.
struct ChartOptions: ParsableArguments {
    @Argument(help: "The chart: a folder, or an archive that helm package made.")
    var chart: String

    @Option(
        name: [.customShort("f"), .customLong("values")],
        help: ArgumentHelp("A file of values; later ones have more weight; - is standard input.", valueName: "file")
    )
    var valueFiles: [String] = []

    @Option(help: ArgumentHelp("Set a value: KEY=VALUE, several with commas between them.", valueName: "setting"))
    var set: [String] = []

    @Option(help: ArgumentHelp("Set a value that is text, even if it looks like a number.", valueName: "setting"))
    var setString: [String] = []

    @Option(
        name: .customLong("set-json"),
        help: ArgumentHelp("Set a value to JSON: KEY=JSON, or a JSON object.", valueName: "setting")
    )
    var setJSON: [String] = []

    @Option(help: ArgumentHelp("Set a value to the content of a file: KEY=PATH.", valueName: "setting"))
    var setFile: [String] = []

    @Option(help: ArgumentHelp("Set a value to a text in which no character is special.", valueName: "setting"))
    var setLiteral: [String] = []

    @Option(help: ArgumentHelp("The Helm whose output is wanted: 4 or 3.", valueName: "version"))
    var helmVersion: Version = .four

    enum Version: String, ExpressibleByArgument, CaseIterable {
        case three = "3"
        case four = "4"
    }

    /// The Helm that is followed.
    var version: HelmVersion { helmVersion == .three ? .v3 : .v4 }

    /// The chart.
    func load() throws(ChartError) -> Chart { try LocalChart.load(chart, version: version) }

    /// The values set by the flags.
    func values() throws(ChartError) -> ChartValues {
        let source = LocalFileSource()
        var settings = ValueSettings { try source.contents(of: $0) }
        for file in valueFiles {
            do {
                settings.files.append(.init(name: file, bytes: try source.contents(of: file)))
            } catch {
                throw ChartError(.file, "the values file \(file) \(error)")
            }
        }
        settings.typed = set
        settings.strings = setString
        settings.json = setJSON
        settings.contents = setFile
        settings.literals = setLiteral
        return try settings.values(version)
    }
}
