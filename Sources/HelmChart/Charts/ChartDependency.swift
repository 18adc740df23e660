/// A chart that another one needs, as `Chart.yaml` or `requirements.yaml` declares it.
public struct ChartDependency: Sendable, Hashable {
    /// Values of a sub-chart that its parent takes over.
    public enum Import: Sendable, Hashable {
        /// The table `exports.NAME` of the sub-chart, into the root of the parent's values.
        case export(String)
        /// A table of the sub-chart, under a path of the parent.
        case table(child: String, parent: String)
    }

    /// The name of the chart.
    public var name: String
    /// The versions that will do, as a constraint.
    public var version = ""
    /// Where the chart is published.
    public var repository = ""
    /// Paths of values, separated by commas; the first that holds a Boolean decides whether the chart is used.
    public var condition = ""
    /// Tags that switch the chart on or off in `tags` of the root's values.
    public var tags: [String] = []
    /// The values that the parent takes over.
    public var imports: [Import] = []
    /// Another name under which the chart is used, or nothing.
    public var alias = ""
    /// Whether the file has null in place of a dependency.
    var isAbsent = false

    /// Creates a dependency.
    public init(name: String, version: String = "") {
        self.name = name
        self.version = version
    }
}
