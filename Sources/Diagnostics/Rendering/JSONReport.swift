/// Writes a report as a JSON object for scripts.
///
/// The object has these members, always in this order:
///
/// | member | holds |
/// | --- | --- |
/// | `version` | the version of this form, the number 1; it grows when a member changes its meaning |
/// | `tool` | an object with the `name` and `version` of the program |
/// | `summary` | the number of findings per severity: `kept`, `notice`, `approximated`, `dropped`, `decision-needed`, `invalid` |
/// | `findings` | the findings in the order of their places, each an object |
///
/// A finding has `code`, `severity` and `message` and, where they are known, `remedy`, `file`, `line`, `column` (both
/// counted from 1, the column in Unicode scalars), `path` and `reference`. Members that are not known are absent,
/// never null.
public struct JSONReport: ReportRenderer, Hashable {
    /// The program that the report names.
    public var tool: ReportTool

    /// Creates a renderer.
    public init(tool: ReportTool) {
        self.tool = tool
    }

    /// The report as JSON text, indented by two spaces.
    public func render(_ report: ConversionReport) -> String {
        let report = report.sorted()
        let summary = Finding.Severity.allCases.map { severity in
            JSONText.Member(name: severity.rawValue, value: .number(report.count(of: severity)))
        }
        return JSONText.members([
            "version": .number(1),
            "tool": .members(["name": .string(tool.name), "version": .string(tool.version)]),
            "summary": .object(summary),
            "findings": .array(report.findings.map(Self.object)),
        ]).prettyPrinted
    }

    fileprivate static func object(_ finding: Finding) -> JSONText {
        .members([
            "code": .string(finding.code.rawValue),
            "severity": .string(finding.severity.rawValue),
            "message": .string(finding.message),
            "remedy": .string(finding.remedy),
            "file": .string(finding.location?.file.name),
            "line": (finding.location?.line).map(JSONText.number),
            "column": (finding.location?.column).map(JSONText.number),
            "path": .string(finding.path),
            "reference": .string(finding.reference),
        ])
    }
}

/// Writes the findings of a report as a JSON array, for scripts that want nothing else.
///
/// The items are those of `findings` in ``JSONReport``.
public struct JSONFindings: ReportRenderer, Hashable {
    /// Creates a renderer.
    public init() {}

    /// The findings as JSON text, indented by two spaces, in the order of their places.
    public func render(_ report: ConversionReport) -> String {
        JSONText.array(report.sorted().findings.map(JSONReport.object)).prettyPrinted
    }
}
