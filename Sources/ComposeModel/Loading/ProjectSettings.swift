import Diagnostics
import YAMLTree

/// What is known about a project before its files are read: which files, in which folder, with which variables.
struct ProjectSettings {
    /// The absolute paths of the files, or `-`.
    private(set) var files: [String] = []
    /// The absolute path of the folder against which the paths in the files are resolved.
    private(set) var directory = "/"
    /// The variables, those of env files and the name of the project included.
    private(set) var environment: ComposeEnvironment
    /// The name of the project.
    private(set) var name = ""

    init(_ files: [String], _ context: LoadingContext) {
        let options = context.options
        environment = options.environment
        let given = options.projectDirectory.map { FilePath.resolve($0, in: options.workingDirectory) }
        self.files = FileDiscovery.files(files, in: given ?? options.workingDirectory, context)
        directory = given ?? Self.directory(of: self.files, options)
        addEnvFiles(context)
        name = ProjectName.find(files: self.files, directory: directory, environment, context)
        environment["COMPOSE_PROJECT_NAME"] = name
    }

    private static func directory(of files: [String], _ options: ComposeLoader.Options) -> String {
        guard let first = files.first(where: { $0 != "-" }) else { return FilePath.clean(options.workingDirectory) }
        return FilePath.directory(of: first)
    }

    private mutating func addEnvFiles(_ context: LoadingContext) {
        let paths: [String]
        switch context.options.envFiles {
        case .none: paths = []
        case .files(let files): paths = files.map { FilePath.resolve($0, in: context.options.workingDirectory) }
        case .standard:
            let standard = FilePath.join(directory, ".env")
            paths = context.source.kind(of: standard) == .file ? [standard] : []
        }
        environment = environment.addingDefaults(EnvironmentFiles.variables(of: paths, environment, context))
    }
}
