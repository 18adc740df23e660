/// Writes a report as SARIF 2.1.0, the Static Analysis Results Interchange Format (OASIS), for code-review tools.
///
/// A log has one run. Its rules are the codes that occur, sorted; each finding is a result with a level, the place as a
/// region, the path of the value as a logical location, and `severity`, `remedy` and `reference` in the property bag.
///
/// | severity | level |
/// | --- | --- |
/// | kept, notice | note |
/// | approximated, dropped | warning |
/// | decision needed, invalid | error |
///
/// Relative file names stay relative, so that a tool that runs at the root of a checkout finds the files.
public struct SARIFReport: ReportRenderer, Hashable {
    /// The program that the report names.
    public var tool: ReportTool

    /// Creates a renderer.
    public init(tool: ReportTool) {
        self.tool = tool
    }

    /// The report as JSON text, indented by two spaces.
    public func render(_ report: ConversionReport) -> String {
        let report = report.sorted()
        let codes = Set(report.findings.map(\.code)).sorted()
        let positions = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        let run = JSONText.members([
            "tool": .members(["driver": driver(codes)]),
            "columnKind": .string("unicodeCodePoints"),
            "results": .array(report.findings.map { Self.result($0, rule: positions[$0.code]) }),
        ])
        return JSONText.members([
            "$schema": .string(
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
            ),
            "version": .string("2.1.0"),
            "runs": .array([run]),
        ]).prettyPrinted
    }

    private func driver(_ codes: [FindingCode]) -> JSONText {
        .members([
            "name": .string(tool.name),
            "version": .string(tool.version),
            "informationUri": .string(tool.informationURI),
            "rules": .array(codes.map { .members(["id": .string($0.rawValue)]) }),
        ])
    }

    private static func result(_ finding: Finding, rule: Int?) -> JSONText {
        .members([
            "ruleId": .string(finding.code.rawValue),
            "ruleIndex": rule.map(JSONText.number),
            "level": .string(finding.severity.level),
            "message": .members(["text": .string(finding.message)]),
            "locations": place(finding).map { .array([$0]) },
            "properties": .members([
                "severity": .string(finding.severity.rawValue),
                "remedy": .string(finding.remedy),
                "reference": .string(finding.reference),
            ]),
        ])
    }

    /// The place of a finding; nil if it has neither a place in a text nor a path.
    private static func place(_ finding: Finding) -> JSONText? {
        let path = finding.path.flatMap { $0.isEmpty ? nil : $0 }
        guard finding.location != nil || path != nil else { return nil }
        return .members([
            "physicalLocation": finding.location.map(physicalLocation),
            "logicalLocations": path.map { .array([.members(["fullyQualifiedName": .string($0)])]) },
        ])
    }

    /// File and region; lines and columns count from 1 (SARIF 3.30), and a place without a line is the whole file.
    private static func physicalLocation(_ location: SourceLocation) -> JSONText {
        let region: JSONText? =
            location.line < 1
            ? nil
            : .members([
                "startLine": .number(location.line),
                "startColumn": location.column < 1 ? nil : .number(location.column),
            ])
        return .members([
            "artifactLocation": .members(["uri": .string(ArtifactURI.reference(to: location.file.name))]),
            "region": region,
        ])
    }
}

extension Finding.Severity {
    /// The level of SARIF (3.27.10).
    fileprivate var level: String {
        switch self {
        case .kept, .notice: "note"
        case .approximated, .dropped: "warning"
        case .decisionNeeded, .invalid: "error"
        }
    }
}
