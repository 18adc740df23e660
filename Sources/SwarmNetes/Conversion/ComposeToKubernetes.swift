public import ComposeModel
public import Diagnostics
public import KubeModel
import OrchestrationIR
import YAMLTree

/// Converts Compose projects to Kubernetes objects, losing nothing silently.
///
/// ```swift
/// let result = try ComposeToKubernetes().convert(project)
/// print(ManifestStream().write(result.value))
/// print(TextReport().render(result.report))
/// ```
///
/// Each key of the project is kept, approximated or reported. What Kubernetes cannot say travels in annotations, so that
/// `KubernetesToCompose` gives the same project back.
public struct ComposeToKubernetes: Sendable {
    /// Choices that a project leaves open.
    public var options: KubernetesApplicationWriter.Options
    /// Reads the project.
    public var reader: ComposeApplicationReader

    /// Creates a converter.
    ///
    /// - Parameters:
    ///   - options: Choices that a project leaves open.
    ///   - reader: Reads the project, with access to the files of its configs and secrets.
    public init(
        _ options: KubernetesApplicationWriter.Options = KubernetesApplicationWriter.Options(),
        reader: ComposeApplicationReader = ComposeApplicationReader()
    ) {
        self.options = options
        self.reader = reader
    }

    /// The objects for `project`, and what became of its keys.
    ///
    /// - Throws: `InvalidInput` when the project contradicts itself, or two of its names become the same in Kubernetes.
    public func convert(_ project: ComposeProject) throws(InvalidInput) -> Converted<[AnyKubernetesObject]> {
        var tree = project.makeNode()
        let remarks = KubernetesRemarks(detachingFrom: &tree)
        let application = try reader.read(project)
        let written = try KubernetesApplicationWriter(options).write(application.value)
        let completed = remarks.applied(to: written.value)
        var objects = completed.value

        // Objects tell the project's name by their labels. Where there are none, the name is part of what is carried.
        let name = objects.isEmpty ? nil : project.name
        let back = try ComposeApplicationWriter(name.map { .init(projectName: $0) } ?? .init())
            .write(KubernetesApplicationReader(defaultName: name).read(objects).value)
        let residue = Residue(from: back.value.project.makeNode(), to: tree, .exact)
        Remarks.attach(residue, to: &objects, project: project.name ?? "app")

        var report = ConversionReport(
            Accounting.findings(for: tree, ComposeCoverage.table, residue: residue, carried: Self.carried)
        )
        report.append(application.report)
        report.append(written.report)
        report.append(completed.report)
        return Converted(objects, report: report.sorted())
    }

    private static let carried = Verdict.approximated(
        .composeCarried,
        "Kubernetes says this in another form; the original stands in an annotation",
        remedy: nil
    )
}
