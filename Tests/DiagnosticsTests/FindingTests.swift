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
}
