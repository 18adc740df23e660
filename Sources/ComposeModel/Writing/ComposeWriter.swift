public import Diagnostics
public import YAMLTree

/// Writes projects as Compose files.
///
/// ```swift
/// let file = ComposeWriter().text(project)
/// let stack = ComposeWriter(options: .init(flavour: .stack(.v3_8))).text(project)
/// for finding in stack.report.findings { print(finding) }
/// ```
public struct ComposeWriter: Sendable {
    /// For which program a file is written.
    @nonexhaustive public enum Flavour: Sendable, Hashable {
        /// The current Compose Specification, for `docker compose`.
        case compose
        /// A version of the format that `docker stack` reads.
        case stack(StackVersion)
    }

    /// How files are written.
    public struct Options: Sendable, Hashable {
        /// For which program.
        public var flavour: Flavour
        /// How trees become text.
        public var layout: YAMLWriter

        /// Creates options.
        public init(flavour: Flavour = .compose, layout: YAMLWriter = YAMLWriter()) {
            self.flavour = flavour
            self.layout = layout
        }
    }

    /// How files are written.
    public var options: Options

    /// Creates a writer.
    public init(options: Options = Options()) {
        self.options = options
    }

    /// The tree of a file that a loader reads as `project`, and what the flavour cannot say.
    ///
    /// O(size of the project).
    public func write(_ project: ComposeProject) -> Converted<Node> {
        var forms = ReadableForms()
        let project = forms.readable(project, isForCompose: options.flavour == .compose)
        switch options.flavour {
        case .compose:
            let tree = ReadableForms.withReadableKeys(project.makeNode())
            return Converted(Self.escaped(tree), report: ConversionReport(forms.findings))
        case .stack(let version):
            var stack = StackWriter(version: version)
            let tree = stack.write(project)
            return Converted(Self.escaped(tree), report: ConversionReport(forms.findings + stack.findings))
        }
    }

    /// The text of a file that a loader reads as `project`, and what the flavour cannot say.
    public func text(_ project: ComposeProject) -> Converted<String> {
        write(project).map(options.layout.text)
    }
}
