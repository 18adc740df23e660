public import Diagnostics

/// Why a chart cannot be loaded, rendered or packaged.
public struct ChartError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The step that failed.
    @nonexhaustive public enum Kind: String, Sendable, Hashable {
        /// A file or folder cannot be read.
        case file
        /// An archive is damaged, hostile or too large.
        case archive
        /// A chart lacks something, or its `Chart.yaml` is invalid.
        case metadata
        /// Values cannot be read or do not fit the chart.
        case values
        /// Dependencies are missing or contradict the values.
        case dependencies
        /// Values do not satisfy a chart's schema.
        case schema
        /// The name of the release, or the version of Kubernetes, is not acceptable.
        case release
        /// A template is no template.
        case parsing
        /// A template failed while it ran.
        case execution
        /// What a template wrote is no manifest.
        case manifest
        /// A bound on size, steps or depth was reached.
        case limit
    }

    /// The step that failed.
    public var kind: Kind
    /// What Helm says of the same fault.
    public var message: String
    /// Where the fault is, relative to the folder of the chart: the innermost template for faults of rendering.
    public var location: SourceLocation?
    /// The templates that led to the fault, from the one that was rendered to the one that failed.
    public var trace: [SourceLocation]

    /// Creates an error.
    public init(_ kind: Kind, _ message: String, at location: SourceLocation? = nil, trace: [SourceLocation] = []) {
        self.kind = kind
        self.message = message
        self.location = location
        self.trace = trace
    }

    /// What Helm says of the same fault.
    public var description: String { message }
}
