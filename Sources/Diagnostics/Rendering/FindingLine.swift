/// A finding as people read it: `file:line:column: severity: message (path) [code]` and the remedy below.
struct FindingLine: Sendable {
    let finding: Finding

    init(_ finding: Finding) {
        self.finding = finding
    }

    func text(_ ink: some Ink) -> String {
        var text = ""
        if let location = finding.location {
            text += ink.place(VisibleText.of(location.description)) + ": "
        }
        text += ink.severity(finding.severity, finding.severity.label + ":")
        text += " " + VisibleText.of(finding.message)
        if let path = finding.path, !path.isEmpty { text += " (\(VisibleText.of(path)))" }
        text += " " + ink.aside("[\(VisibleText.of(finding.code.rawValue))]")
        if let remedy = finding.remedy { text += "\n    " + VisibleText.of(remedy) }
        return text
    }
}

extension Finding.Severity {
    /// The word that stands before a message; compilers say `error` for what is invalid, and editors look for it.
    var label: String { self == .invalid ? "error" : rawValue }
}
