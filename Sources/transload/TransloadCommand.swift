import ArgumentParser

/// The command line: finds the subcommand, runs it, and turns every outcome into an exit status.
@main struct TransloadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transload",
        abstract: "Converts container applications between orchestrators.",
        discussion: """
            Data goes to standard output, everything else to standard error.

            Exit status: 0 done; 1 the input is invalid or the work failed; 2 wrong usage; 3 done, but a decision is \
            open or --strict found losses.
            """,
        version: ToolVersion.current,
        subcommands: [
            ConfigCommand.self, ConvertCommand.self, CopyCommand.self, PackageCommand.self, PreSyncCommand.self,
            RecogniseCommand.self, ReleaseCommand.self, SimulateCommand.self, TemplateCommand.self,
            ValidateCommand.self,
        ]
    )

    static func main() async {
        StandardStream.ignoreBrokenPipes()
        ExitStatus.end(await run(arguments: Array(CommandLine.arguments.dropFirst())))
    }

    /// Runs the command that the arguments name; reports faults on standard error.
    private static func run(arguments: [String]) async -> ExitStatus {
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            return .done
        } catch {
            return .reporting(error)
        }
    }
}
