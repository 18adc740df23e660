import Diagnostics
import Testing

@Suite struct FindingTests {
    @Test func describesPlaceSeverityAndRemedy() {
        let finding = Finding(
            "compose.unknown-key",
            .invalid,
            "unknown key",
            remedy: "Remove it.",
            location: SourceLocation(file: "a.yaml", line: 2, column: 3),
            path: "services.web"
        )
        #expect(
            finding.description
                == "a.yaml:2:3: error: unknown key (services.web) [compose.unknown-key]\n    Remove it."
        )
    }

    @Test func showsControlsOfTheInputAsEscapes() {
        let finding = Finding(
            "a.b",
            .dropped,
            "key \u{1B}[31mred\u{7}\u{202E}",
            remedy: "one\ntwo",
            location: SourceLocation(file: "a\rb.yaml", line: 1, column: 1),
            path: "x\u{9B}y"
        )
        #expect(
            finding.description
                == "a\\rb.yaml:1:1: dropped: key \\u{1B}[31mred\\u{7}\\u{202E} (x\\u{9B}y) [a.b]\n    one\\ntwo"
        )
    }

    @Test func severitiesAreOrdered() {
        let severities = Finding.Severity.allCases
        #expect(severities == severities.sorted())
        #expect(severities.last == .invalid)
    }
}
