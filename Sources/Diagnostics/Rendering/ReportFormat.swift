/// The forms in which a report can be written.
@nonexhaustive public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// Lines for people, see ``TextReport``.
    case text
    /// An object for scripts, see ``JSONReport``.
    case json
    /// SARIF 2.1.0 for code-review tools, see ``SARIFReport``.
    case sarif
}

/// Writes reports as text.
///
/// Renderers are pure and deterministic: equal findings give equal bytes, in whatever order they arose.
public protocol ReportRenderer: Sendable {
    /// The report as a text that ends with a line feed.
    func render(_ report: ConversionReport) -> String
}

extension ReportFormat {
    /// The renderer of this form, under its default options.
    ///
    /// - Parameter tool: The program whose name the report carries, where the form has room for it.
    /// - Returns: A renderer that lists every finding.
    public func renderer(tool: ReportTool) -> any ReportRenderer {
        switch self {
        case .text: TextReport()
        case .json: JSONReport(tool: tool)
        case .sarif: SARIFReport(tool: tool)
        }
    }
}
