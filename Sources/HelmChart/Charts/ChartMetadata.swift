/// What `Chart.yaml` says of a chart.
public struct ChartMetadata: Sendable, Hashable {
    /// A person or organisation that keeps a chart.
    public struct Maintainer: Sendable, Hashable {
        /// The name.
        public var name: String
        /// The address for mail, or nothing.
        public var email: String
        /// The address of a page, or nothing.
        public var url: String
        /// Whether the file has null in place of a maintainer.
        var isAbsent = false

        /// Creates a maintainer.
        public init(name: String, email: String = "", url: String = "") {
            self.name = name
            self.email = email
            self.url = url
        }
    }

    /// The version of the format: `v1` or `v2`.
    public var apiVersion: String
    /// The name of the chart.
    public var name: String
    /// The version of the chart.
    public var version: String
    /// The version of the application in it.
    public var appVersion = ""
    /// A sentence about the chart.
    public var description = ""
    /// `application`, `library`, or nothing, which means the same as `application`.
    public var type = ""
    /// The page of the project.
    public var home = ""
    /// The address of an image.
    public var icon = ""
    /// Where the source code is.
    public var sources: [String] = []
    /// Words to find the chart by.
    public var keywords: [String] = []
    /// Who keeps the chart.
    public var maintainers: [Maintainer] = []
    /// Whether the chart should no longer be used.
    public var isDeprecated = false
    /// Notes for other programs; nil if there are none.
    public var annotations: [String: String]?
    /// The versions of Kubernetes that the chart is for, as a constraint.
    public var kubeVersion = ""
    /// The condition of format v1 that enables the chart.
    public var condition = ""
    /// The tags of format v1 that enable the chart.
    public var tags = ""
    /// The charts that this one needs; nil if the file does not speak of any.
    public var dependencies: [ChartDependency]?

    /// Creates metadata with what every chart has.
    public init(name: String, version: String, apiVersion: String = "v2") {
        self.name = name
        self.version = version
        self.apiVersion = apiVersion
    }

    /// Whether the chart only serves other charts.
    public var isLibrary: Bool { type.lowercased() == "library" }
}
