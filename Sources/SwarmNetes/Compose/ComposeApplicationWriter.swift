public import ComposeModel
public import Diagnostics
public import OrchestrationIR

/// A Compose project with the files that belong beside it.
public struct ComposeBundle: Sendable, Equatable {
    /// A file that the project refers to.
    public struct File: Sendable, Equatable {
        /// The path, relative to the project's directory.
        public var path: String
        /// The content.
        public var bytes: [UInt8]
        /// Whether only its owner may read it.
        public var isSecret: Bool

        /// Creates a file.
        public init(path: String, bytes: [UInt8], isSecret: Bool) {
            self.path = path
            self.bytes = bytes
            self.isSecret = isSecret
        }
    }

    /// The project.
    public var project: ComposeProject
    /// The contents of configs and secrets that stand in files of their own.
    public var files: [File]

    /// Creates a bundle.
    public init(project: ComposeProject, files: [File] = []) {
        self.project = project
        self.files = files
    }
}

/// Writes applications as Compose projects.
///
/// Each workload becomes a service. Further containers of a pod become services that share the network of the main one;
/// init containers become services that have to complete first.
public struct ComposeApplicationWriter: ApplicationWriter, Sendable {
    /// Choices that an application leaves open.
    public struct Options: Sendable, Hashable {
        /// Where the contents of configs go. Those of secrets always go into files.
        public enum ConfigPlacement: Sendable, Hashable {
            /// Into the project, with `content`, which `docker compose` reads.
            case inline
            /// Into files beside it, which `docker stack` reads too.
            case files
        }

        /// Where the contents of configs go.
        public var configs: ConfigPlacement
        /// The name of the project where the application has none.
        public var projectName: String

        /// Creates options.
        public init(configs: ConfigPlacement = .inline, projectName: String = "app") {
            self.configs = configs
            self.projectName = projectName
        }
    }

    /// The choices.
    public var options: Options

    /// Creates a writer.
    public init(_ options: Options = Options()) {
        self.options = options
    }

    /// The project for `application`, and the files that belong beside it.
    ///
    /// - Throws: `InvalidInput` when the application contradicts itself or two services get one name.
    public func write(_ application: Application) throws(InvalidInput) -> Converted<ComposeBundle> {
        try ConversionReport(application.violations()).throwIfInvalid()
        var writing = ComposeWriting(application: application, options: options)
        writing.run()
        try ConversionReport(writing.findings).throwIfInvalid()
        return Converted(
            ComposeBundle(project: writing.project, files: writing.files),
            report: ConversionReport(writing.findings)
        )
    }
}
