import ArgumentParser
import ComposeModel
import Foundation

/// How Compose files are loaded; the flags are those of `docker compose`.
struct ComposeOptions: ParsableArguments {
    @Option(name: .customLong("profile"), help: ArgumentHelp("Enable a profile; * enables all.", valueName: "profile"))
    var profiles: [String] = []

    @Option(
        name: .customLong("env-file"),
        help: ArgumentHelp("Read variables from this file instead of .env.", valueName: "file")
    )
    var envFiles: [String] = []

    @Option(help: ArgumentHelp("The name of the project.", valueName: "name"))
    var projectName: String?

    @Option(
        help: ArgumentHelp(
            "The folder that relative paths start from; by default that of the first file.",
            valueName: "folder"
        )
    )
    var projectDirectory: String?

    /// A loader that sees the environment and the working directory of the process.
    func loader() -> ComposeLoader {
        ComposeLoader(
            options: ComposeLoader.Options(
                environment: ComposeEnvironment(ProcessInfo.processInfo.environment),
                workingDirectory: FileManager.default.currentDirectoryPath,
                projectName: projectName,
                projectDirectory: projectDirectory,
                envFiles: envFiles.isEmpty ? .standard : .files(envFiles),
                profiles: profiles
            )
        )
    }
}
