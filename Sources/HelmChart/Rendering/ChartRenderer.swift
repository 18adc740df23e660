package import GoTemplate

/// Renders charts as `helm template` does.
///
/// A renderer is a value and can be used by many tasks at once.
public struct ChartRenderer: Sendable {
    /// An object that a template looks up in the cluster.
    public struct LookupRequest: Sendable, Hashable {
        /// The version of the API, such as `v1` or `apps/v1`.
        public var apiVersion: String
        /// The kind.
        public var kind: String
        /// The namespace, or nothing.
        public var namespace: String
        /// The name; nothing asks for a list of all objects.
        public var name: String
    }

    /// Answers what templates look up in the cluster; nil stands for nothing.
    public typealias Lookup = @Sendable (LookupRequest) throws -> ChartValues?

    /// How a chart is rendered.
    public struct Options: Sendable {
        /// The Helm that is followed.
        public var version: HelmVersion
        /// The release.
        public var release: Release
        /// The version of Kubernetes that templates see.
        public var kubernetes: KubernetesVersion
        /// Versions of the API, beside the usual ones, that templates see.
        public var apiVersions: [String]
        /// The clock and randomness.
        public var environment: RenderEnvironment
        /// Whether values need not satisfy the schemas of charts.
        public var skipsSchemas: Bool
        /// Whether the notes of charts in the chart follow its own.
        public var includesNotesOfDependencies: Bool
        /// Answers what templates look up in the cluster; by default nothing is there.
        public var lookup: Lookup?
        /// Further functions, such as those of the product HelmCryptography.
        package var themes: [FunctionTheme]
        /// How much one rendering may use.
        package var limits: RenderLimits

        /// Creates options. The defaults are those of `helm template`; the environment must be chosen.
        public init(
            environment: RenderEnvironment,
            version: HelmVersion = .v4,
            release: Release = Release(),
            kubernetes: KubernetesVersion = .standard,
            apiVersions: [String] = [],
            skipsSchemas: Bool = false,
            includesNotesOfDependencies: Bool = false,
            lookup: Lookup? = nil
        ) {
            self.environment = environment
            self.version = version
            self.release = release
            self.kubernetes = kubernetes
            self.apiVersions = apiVersions
            self.skipsSchemas = skipsSchemas
            self.includesNotesOfDependencies = includesNotesOfDependencies
            self.lookup = lookup
            self.themes = []
            self.limits = RenderLimits()
        }
    }

    /// How charts are rendered.
    public var options: Options

    /// Creates a renderer.
    public init(options: Options) {
        self.options = options
    }

    /// Renders a chart.
    ///
    /// - Parameters:
    ///   - chart: The chart.
    ///   - values: What the user sets; the chart's defaults come by themselves.
    /// - Returns: The manifests, hooks and notes.
    /// - Throws: ``ChartError`` with Helm's text of the first fault.
    public func render(_ chart: Chart, values: ChartValues = ChartValues()) throws(ChartError) -> RenderedChart {
        // Values, templates and manifests nest as deep as their authors like.
        try StackSpace.withLargeStack { () throws(ChartError) in
            try ChartRendering(options).run(chart, values: values)
        }
    }
}
