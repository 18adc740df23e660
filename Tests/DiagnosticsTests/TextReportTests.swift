import Diagnostics
import Testing

@Suite struct TextReportTests {
    private let report = ConversionReport([
        Finding("c.kept", .kept, "kept as annotation"),
        Finding(
            "c.two",
            .dropped,
            "no links",
            remedy: "Use names.",
            location: .init(file: "b.yaml", line: 3, column: 5)
        ),
        Finding(
            "c.one",
            .invalid,
            "unknown key",
            location: .init(file: "a.yaml", line: 9, column: 1),
            path: "services.web"
        ),
        Finding(
            "c.one",
            .invalid,
            "unknown key",
            location: .init(file: "a.yaml", line: 2, column: 1),
            path: "services.db"
        ),
        Finding(
            "c.one",
            .invalid,
            "unknown key",
            location: .init(file: "a.yaml", line: 2, column: 1),
            path: "services.db"
        ),
        Finding("c.ask", .decisionNeeded, "which class"),
    ])

    @Test func listsFilesApartAndCountsAtTheEnd() {
        #expect(
            TextReport().render(report) == """
                a.yaml:2:1: error: unknown key (services.db) [c.one]
                a.yaml:9:1: error: unknown key (services.web) [c.one]

                b.yaml:3:5: dropped: no links [c.two]
                    Use names.

                decision-needed: which class [c.ask]
                kept: kept as annotation [c.kept]

                2 errors, 1 decision needed, 1 dropped, 1 kept

                """
        )
    }

    @Test func countsWhatItDoesNotList() {
        let text = TextReport(leastSeverity: .invalid).render(report)
        #expect(!text.contains("dropped:") && text.hasSuffix("2 errors, 1 decision needed, 1 dropped, 1 kept\n"))
        #expect(TextReport().render(ConversionReport()) == "no findings\n")
        let notices = ConversionReport([Finding("a", .notice, "1"), Finding("a", .notice, "2")])
        #expect(TextReport(leastSeverity: .invalid).render(notices) == "2 notices\n")
    }

    @Test func coloursOnlyWhenAsked() {
        #expect(!TextReport().render(report).contains("\u{1B}"))
        let coloured = TextReport(usesColour: true).render(report)
        #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"))
        var plain = ""
        var isCode = false
        for character in coloured {
            if character == "\u{1B}" { isCode = true }
            if !isCode { plain.append(character) }
            if character == "m" { isCode = false }
        }
        #expect(plain == TextReport().render(report))
    }

    @Test func hasOneLineForEachFormat() {
        for format in ReportFormat.allCases {
            let text = format.renderer(tool: ReportTool(name: "t", version: "1")).render(report)
            #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
        }
        #expect(ReportFormat.allCases.map(\.rawValue) == ["text", "json", "sarif"])
    }
}
