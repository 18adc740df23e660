import GoTemplate

/// A chart while it is prepared for one rendering: charts in it are dropped, renamed, and their values moved.
///
/// A reference, as in Helm, because charts of one name can share the charts in them.
final class ActiveChart {
    let source: Chart
    var metadata: ActiveMetadata
    var values: MapValue
    private(set) var dependencies: [ActiveChart] = []
    private(set) weak var parent: ActiveChart?
    private let owner: ActiveChartOwner

    init(_ chart: Chart, owner: ActiveChartOwner) {
        self.source = chart
        self.metadata = ActiveMetadata(chart.metadata)
        self.values = chart.values.makeMap()
        self.owner = owner
        owner.charts.append(self)
        setDependencies(chart.dependencies.map { ActiveChart($0, owner: owner) })
    }

    /// The same chart again, sharing metadata, values and the charts in it.
    init(sharing other: ActiveChart) {
        source = other.source
        metadata = other.metadata
        values = other.values
        dependencies = other.dependencies
        parent = other.parent
        owner = other.owner
        owner.charts.append(self)
    }

    func setDependencies(_ charts: [ActiveChart]) {
        dependencies = charts
        for chart in charts { chart.parent = self }
    }

    var name: String { metadata.name }
    var isRoot: Bool { parent == nil }

    /// The path under which templates of the chart are known: `root/charts/sub`.
    var fullPath: String { parent.map { $0.fullPath + "/charts/" + name } ?? name }
}

/// Keeps all charts of a rendering alive, those too that only others refer to as their parents.
final class ActiveChartOwner {
    var charts: [ActiveChart] = []
}

/// The metadata of a chart while it is prepared: an alias gives another name.
final class ActiveMetadata {
    let source: ChartMetadata
    var name: String
    /// Nil if the chart speaks of no dependencies, or all are switched off.
    var dependencies: [ActiveDependency]?

    init(_ metadata: ChartMetadata) {
        source = metadata
        name = metadata.name
        dependencies = metadata.dependencies.map { $0.map(ActiveDependency.init) }
    }

    /// A copy, with copies of the dependencies or the same.
    init(copying other: ActiveMetadata, sharesDependencies: Bool) {
        source = other.source
        name = other.name
        dependencies =
            sharesDependencies ? other.dependencies : other.dependencies.map { $0.map(ActiveDependency.init(copying:)) }
    }
}

/// A declared dependency while the charts are prepared.
final class ActiveDependency {
    let source: ChartDependency
    /// The name, or the alias once the chart is found.
    var name: String
    var isEnabled = false
    /// Whether the imports have been made, after which templates see all of them as tables.
    var hasImported = false

    init(_ dependency: ChartDependency) {
        source = dependency
        name = dependency.name
    }

    init(copying other: ActiveDependency) {
        source = other.source
        name = other.name
        isEnabled = other.isEnabled
        hasImported = other.hasImported
    }
}
