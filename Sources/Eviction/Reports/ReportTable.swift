/// A table of text, for reports.
public struct ReportTable: Sendable, Hashable {
    /// The heads of the columns.
    public var columns: [String]
    /// The rows, each as long as `columns`.
    public var rows: [[String]]

    /// Creates a table.
    public init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
    }

    /// As a table of Markdown.
    public var markdown: String {
        let escaped = { (cells: [String]) in
            "| "
                + cells.map { $0.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
                .joined(separator: " | ") + " |\n"
        }
        let rule = "|" + String(repeating: " --- |", count: columns.count) + "\n"
        return escaped(columns) + rule + rows.map(escaped).joined()
    }

    /// As comma-separated values (RFC 4180) with lines that end in a line feed.
    public var csv: String {
        ([columns] + rows).map { cells in cells.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
    }

    private static func quoted(_ cell: String) -> String {
        guard cell.contains(where: { ",\"\n\r".contains($0) }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
