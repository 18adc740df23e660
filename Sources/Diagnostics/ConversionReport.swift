/// What a step of the pipeline did with its input: its findings, in the order in which they arose.
public struct ConversionReport: Sendable, Hashable {
    /// The findings.
    public private(set) var findings: [Finding]

    /// Creates a report.
    public init(_ findings: [Finding] = []) {
        self.findings = findings
    }

    /// Adds a finding.
    public mutating func add(_ finding: Finding) {
        findings.append(finding)
    }

    /// Adds the findings of a later step.
    public mutating func append(_ other: ConversionReport) {
        findings.append(contentsOf: other.findings)
    }

    /// Whether nothing was found.
    public var isEmpty: Bool { findings.isEmpty }

    /// The highest severity among the findings.
    public var worst: Finding.Severity? { findings.lazy.map(\.severity).max() }

    /// Whether some part of the input did not arrive.
    public var hasLosses: Bool { findings.contains { $0.severity == .dropped } }

    /// Whether a person has to decide something.
    public var hasOpenDecisions: Bool { findings.contains { $0.severity == .decisionNeeded } }

    /// How many findings have the severity `severity`. O(n).
    public func count(of severity: Finding.Severity) -> Int {
        findings.count { $0.severity == severity }
    }

    /// The report ordered by place in the input, then path, code and severity: the same findings always print alike.
    ///
    /// Findings without a place come last. Exact repetitions are removed. O(n log n).
    public func sorted() -> ConversionReport {
        var seen: Set<Finding> = []
        let unique = findings.filter { seen.insert($0).inserted }
        return ConversionReport(unique.sorted { $0.precedes($1) })
    }
}
