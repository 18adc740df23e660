import Diagnostics

/// The version of the program, as `--version` and reports state it.
enum ToolVersion {
    static let current = "0.1.0"

    /// The program as the author of reports.
    static let tool = ReportTool(name: "transload", version: current)
}
