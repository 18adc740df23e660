import Diagnostics

/// Texts that careless writers get wrong.
enum HostileStrings {
    static let all: [String] = [
        "", " ", "\"", "\\", "\\\"", "/", "</script>", "\u{0}", "\n\r\t\u{8}\u{C}", "\u{1B}[31m", "\u{7F}\u{80}\u{9F}",
        "\u{2028}\u{2029}\u{202E}\u{2066}", "é", "e\u{301}", "\u{FEFF}bom", "\u{FFFD}\u{FFFF}", "😀👨‍👩‍👧‍👦", "\u{10FFFF}",
        "\u{D7FF}\u{E000}", "\\u0041", "%41%", "null", "{}", String(repeating: "x", count: 10_000),
        String((0..<0x20).map { Character(Unicode.Scalar($0)) }),
    ]

    /// A report with each text in each place where a text can stand.
    static let report = ConversionReport(
        all.enumerated().flatMap { index, text in
            let place = SourceLocation(file: SourceFile(text), line: index + 1, column: 1)
            return [
                Finding(FindingCode(rawValue: text), .notice, "code", location: place),
                Finding("x.message", .notice, text, remedy: text, location: place, path: text, reference: text),
            ]
        }
    )
}
