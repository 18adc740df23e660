public import Diagnostics
package import YAMLTree

/// Loads Compose files with the meaning that Docker's own loaders give them.
///
/// The files of a project are read one after the other, each brought to canonical form and merged over those before it;
/// what they say together is then completed and checked. All independent problems are reported at once.
public struct ComposeLoader: Sendable {
    /// How files are loaded.
    public var options: Options

    /// Creates a loader.
    public init(options: Options = Options()) {
        self.options = options
    }

    /// Loads the files of a project.
    ///
    /// - Parameters:
    ///   - files: The paths of the files, later ones overriding earlier ones, relative ones to
    ///     `options.workingDirectory`; none to look for the usual names.
    ///   - source: Where the files are read from.
    /// - Returns: The project, with notices about old forms, unset variables and the like.
    /// - Throws: All that is wrong with the files, at once.
    public func load(
        _ files: [String] = [],
        from source: any FileSource
    ) throws(InvalidInput) -> Converted<ComposeProject> {
        let tree = try canonicalTree(files, from: source, isComplete: true)
        return Converted(try ComposeProject(canonical: tree.value), report: tree.report)
    }

    /// The canonical tree of a project: the data that `docker compose config --format json` prints, except that a `$`
    /// stands once.
    ///
    /// Every node keeps the place of the text that it came from. O(n) in the size of the files.
    ///
    /// - Parameters:
    ///   - files: The paths of the files, later ones overriding earlier ones, relative ones to
    ///     `options.workingDirectory`; none to look for the usual names.
    ///   - source: Where the files are read from.
    ///   - isComplete: Whether the tree has what the reference reads and does not print: the contents that variables
    ///     give to configs, and `pull_refresh_after`.
    /// - Returns: The tree, with notices about old forms, unset variables and the like.
    /// - Throws: All that is wrong with the files, at once.
    package func canonicalTree(
        _ files: [String] = [],
        from source: any FileSource,
        isComplete: Bool = false
    ) throws(InvalidInput) -> Converted<Node> {
        let context = LoadingContext(options: options, source: source)
        let project = ProjectSettings(files, context)
        try context.report.throwIfInvalid()

        let files = FileLoading(context, directory: project.directory, environment: project.environment)
        var tree = files.model(of: project.files, base: project.directory)
        if !context.hasFailed, tree.mapping?.isEmpty == true, let first = project.files.first {
            let place = SourceLocation(file: SourceFile(first), line: 1, column: 1)
            context.invalid(.composeShape, "the Compose file says nothing", at: place, remedy: "Define services in it.")
        }
        if context.hasFailed, !context.readsVersion1 {
            if project.files.count == 1 { FaultyFiles.checkReferences(of: tree, context) }
            FaultyFiles.prune(&tree, context)
            Values.normalize(&tree, context)
        }
        if context.readsVersion1 { Version1Rules.checkBuildFolders(of: tree, context) }
        try context.report.throwIfInvalid()

        Normalization.apply(to: &tree, project)
        let withoutImage = EmptyTexts.servicesWithoutImage(in: tree)
        Values.normalize(&tree, context)
        EmptyTexts.keepImages(of: withoutImage, in: &tree, context)
        let disabled = Profiles.split(&tree, project, context)
        Consistency.check(&tree, disabled: disabled, context)
        ServiceSelection.apply(to: &tree, context)
        EnvironmentFiles.resolve(in: &tree, project.environment, context)
        if !isComplete { Unprinted.remove(from: &tree) }
        if options.removesUnusedResources { ServiceSelection.removeUnused(from: &tree) }
        try context.report.throwIfInvalid()
        return Converted(tree, report: context.report)
    }
}
