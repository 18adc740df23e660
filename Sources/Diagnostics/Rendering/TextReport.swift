/// Writes a report for people: a line per finding, files apart, and the counts at the end.
///
/// ```text
/// compose.yaml:4:5: dropped: Kubernetes has no links (services.web.links) [compose.links]
///     Use the name of the service instead.
///
/// 1 dropped, 2 kept
/// ```
public struct TextReport: ReportRenderer, Hashable {
    /// Whether the text carries the colour codes of terminals.
    public var usesColour: Bool
    /// The least severity that gets lines of its own; lesser findings are only counted.
    public var leastSeverity: Finding.Severity

    /// Creates a renderer; it lists everything without colour unless said otherwise.
    public init(usesColour: Bool = false, leastSeverity: Finding.Severity = .kept) {
        self.usesColour = usesColour
        self.leastSeverity = leastSeverity
    }

    /// The report as lines, in the order of their places; the last line counts the findings by severity, worst first.
    public func render(_ report: ConversionReport) -> String {
        let report = report.sorted()
        let body = usesColour ? lines(of: report, TerminalColours()) : lines(of: report, PlainText())
        return body + Self.summary(of: report) + "\n"
    }

    private func lines(of report: ConversionReport, _ ink: some Ink) -> String {
        var text = ""
        var file: SourceFile?
        for finding in report.findings where finding.severity >= leastSeverity {
            if !text.isEmpty, finding.location?.file != file { text += "\n" }
            file = finding.location?.file
            text += FindingLine(finding).text(ink) + "\n"
        }
        return text.isEmpty ? text : text + "\n"
    }

    private static func summary(of report: ConversionReport) -> String {
        let counts = Finding.Severity.allCases.sorted(by: >).compactMap { severity in
            let count = report.count(of: severity)
            return count == 0 ? nil : "\(count) \(severity.counted(count))"
        }
        return counts.isEmpty ? "no findings" : counts.joined(separator: ", ")
    }
}

extension Finding.Severity {
    /// The word that follows a count.
    fileprivate func counted(_ count: Int) -> String {
        switch self {
        case .kept, .approximated, .dropped: rawValue
        case .notice: count == 1 ? "notice" : "notices"
        case .decisionNeeded: count == 1 ? "decision needed" : "decisions needed"
        case .invalid: count == 1 ? "error" : "errors"
        }
    }
}
