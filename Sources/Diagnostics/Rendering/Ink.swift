/// How the parts of a line for people stand out.
protocol Ink: Sendable {
    func place(_ text: String) -> String
    func severity(_ severity: Finding.Severity, _ text: String) -> String
    func aside(_ text: String) -> String
}

/// Nothing stands out: for files and pipes.
struct PlainText: Ink {
    func place(_ text: String) -> String { text }
    func severity(_ severity: Finding.Severity, _ text: String) -> String { text }
    func aside(_ text: String) -> String { text }
}

/// Colours of a terminal (ECMA-48, select graphic rendition).
struct TerminalColours: Ink {
    func place(_ text: String) -> String { wrap("1", text) }
    func aside(_ text: String) -> String { wrap("2", text) }

    func severity(_ severity: Finding.Severity, _ text: String) -> String {
        switch severity {
        case .invalid: wrap("1;31", text)
        case .decisionNeeded: wrap("1;35", text)
        case .dropped: wrap("31", text)
        case .approximated: wrap("33", text)
        case .notice: wrap("36", text)
        case .kept: wrap("32", text)
        }
    }

    private func wrap(_ parameters: String, _ text: String) -> String { "\u{1B}[\(parameters)m\(text)\u{1B}[0m" }
}
