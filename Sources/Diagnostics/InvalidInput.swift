/// The input cannot be used: every independent problem that was found in it, at once.
///
/// Loaders throw it after looking at the whole input, so that an author corrects a file in one round.
public struct InvalidInput: Error, Sendable, Hashable, CustomStringConvertible {
    /// All that is known about the input; at least one finding has the severity `invalid`.
    public let report: ConversionReport

    /// Creates an error from a report that contains at least one invalid finding.
    public init(_ report: ConversionReport) {
        self.report = report
    }

    /// Creates an error from a single finding.
    public init(_ finding: Finding) {
        self.report = ConversionReport([finding])
    }

    /// The invalid findings in the order of their places, one a line.
    public var description: String {
        report.sorted().findings.filter { $0.severity == .invalid }.map(\.description).joined(separator: "\n")
    }
}

extension ConversionReport {
    /// Throws `InvalidInput` when some finding is invalid.
    public func throwIfInvalid() throws(InvalidInput) {
        if worst == .invalid { throw InvalidInput(self) }
    }
}
