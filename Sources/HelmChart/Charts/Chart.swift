import GoTemplate

/// A Helm chart: metadata, templates, default values, other files, and the charts that it contains.
///
/// A chart is a value; rendering does not change it. The charts in it are those of its folder `charts/`, whether they
/// will be used or not: that depends on the values.
public struct Chart: Sendable {
    /// What `Chart.yaml` and `requirements.yaml` say.
    public var metadata: ChartMetadata
    /// The files in `templates/`.
    public var templates: [ChartFile]
    /// All other files, `crds/` among them.
    public var files: [ChartFile]
    /// The default values.
    public var values: ChartValues
    /// The JSON Schema that values must satisfy, if there is one.
    public var schema: [UInt8]?
    /// What `Chart.lock` or `requirements.lock` says, if there is one.
    public var lock: ChartLock?
    /// The charts in `charts/`, in the order of the names of their folders and archives.
    public var dependencies: [Chart]
    /// `values.yaml` as it stands, with its comments.
    public var valuesFile: [UInt8]?

    /// Creates a chart.
    public init(
        metadata: ChartMetadata,
        templates: [ChartFile] = [],
        values: ChartValues = ChartValues(),
        files: [ChartFile] = [],
        dependencies: [Chart] = []
    ) {
        self.metadata = metadata
        self.templates = templates
        self.values = values
        self.files = files
        self.dependencies = dependencies
    }

    /// The name of the chart.
    public var name: String { metadata.name }

    /// The files that define kinds of objects, in the order in which Helm installs them: this chart's, then those of
    /// the charts in it.
    var customResourceFiles: [ChartFile] {
        files.filter { file in
            file.name.hasPrefix("crds/")
                && [".yaml", ".yml", ".json"].contains { file.name.lowercased().hasSuffix($0) }
        }
    }
}
