import ArgumentParser
import ComposeModel
import Diagnostics
import YAMLTree

/// `transload config`: what a Compose project says when everything is merged, filled in and checked.
struct ConfigCommand: ParsableCommand {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case yaml, json
    }

    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Prints the canonical form of a Compose project, as docker compose config does.",
        discussion: """
            Without -f the files are those in COMPOSE_FILE, else compose.yaml, compose.yml, docker-compose.yml or \
            docker-compose.yaml in this folder or the nearest folder above it, with its override file.
            """
    )

    @Option(
        name: [.customShort("f"), .customLong("file")],
        help: ArgumentHelp("A Compose file; later ones override earlier ones; - is standard input.", valueName: "file")
    )
    var files: [String] = []

    @OptionGroup var compose: ComposeOptions

    @Option(help: "The form of the output.")
    var format: Format = .yaml

    @OptionGroup var messages: MessageOptions

    func run() throws {
        let messages = FindingsPrinter(
            leastSeverity: messages.leastSeverity(usual: .notice, failing: .invalid),
            names: DisplayNames(typed: files)
        )
        try messages.reporting {
            let project = try compose.loader().canonicalTree(files, from: LocalFileSource())
            messages.print(project.report)
            try StandardStream.output.write(format.text(ComposeWriter.escaped(project.value)))
        }
    }
}

extension ConfigCommand.Format {
    fileprivate func text(_ tree: Node) -> String {
        switch self {
        case .yaml: YAMLWriter().text(tree)
        case .json: JSONWriter().text(tree)
        }
    }
}
