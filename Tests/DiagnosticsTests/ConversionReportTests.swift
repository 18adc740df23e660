import Diagnostics
import Testing

@Suite struct ConversionReportTests {
    private static func place(_ file: SourceFile, _ line: Int, _ column: Int) -> Diagnostics.SourceLocation {
        SourceLocation(file: file, line: line, column: column)
    }

    /// In the order in which a report lists them.
    static let ordered: [Finding] = [
        Finding("c", .kept, "m", location: place("a.yaml", 2, 1)),
        Finding("c", .kept, "m", location: place("a.yaml", 10, 1)),
        Finding("c", .kept, "m", location: place("a.yaml", 10, 2), path: "a"),
        Finding("c", .kept, "m", location: place("a.yaml", 10, 2), path: "b[2]"),
        Finding("c", .kept, "m", location: place("a.yaml", 10, 2), path: "b[10]"),
        Finding("c", .kept, "m", location: place("b.yaml", 1, 1)),
        Finding("c", .kept, "m", path: "items[9].port"),
        Finding("c", .kept, "m", path: "items[10]"),
        Finding("c", .kept, "m", path: "items[10].port"),
        Finding("c", .invalid, "m", path: "x"),
        Finding("c", .kept, "l", path: "x"),
        Finding("c", .kept, "m", path: "x"),
        Finding("c", .kept, "m", remedy: "r", path: "x"),
        Finding("c", .kept, "m", remedy: "r", path: "x", reference: "s"),
        Finding("d", .invalid, "m", path: "x"),
        Finding("c", .kept, "m", path: "x00"),
        Finding("c", .kept, "m", path: "x01"),
        Finding("c", .kept, "m", path: "x001"),
    ]

    @Test(arguments: 0..<20) func sortsAnyOrderAlike(seed: Int) {
        var findings = Self.ordered + Self.ordered.prefix(5)
        var generator = SystemRandomNumberGenerator()
        if seed > 0 { findings.shuffle(using: &generator) }
        #expect(ConversionReport(findings).sorted().findings == Self.ordered)
    }

    @Test func answersWhatMatters() {
        var report = ConversionReport()
        #expect(report.isEmpty && report.worst == nil)
        report.add(Finding("a", .approximated, "m"))
        #expect(!report.hasLosses && !report.hasOpenDecisions && report.worst == .approximated)
        report.append(ConversionReport([Finding("a", .dropped, "m"), Finding("a", .decisionNeeded, "m")]))
        #expect(report.hasLosses && report.hasOpenDecisions && report.worst == .decisionNeeded)
        #expect(report.count(of: .dropped) == 1 && report.count(of: .kept) == 0)
    }

    @Test func throwsAllInvalidFindingsAtOnce() {
        let report = ConversionReport([
            Finding("b", .invalid, "second", location: Self.place("f", 2, 1)),
            Finding("n", .notice, "only a notice"),
            Finding("a", .invalid, "first", location: Self.place("f", 1, 1)),
        ])
        let error = #expect(throws: InvalidInput.self) { try report.throwIfInvalid() }
        #expect(error?.description == "f:1:1: error: first [a]\nf:2:1: error: second [b]")
        #expect(throws: Never.self) { try ConversionReport([Finding("n", .dropped, "m")]).throwIfInvalid() }
    }

    @Test func stepsConcatenateTheirReports() throws {
        let first = Converted(2, report: ConversionReport([Finding("a", .kept, "m")]))
        let second = first.map { $0 * 3 }.flatMap {
            Converted("\($0)", report: ConversionReport([Finding("b", .kept, "m")]))
        }
        #expect(second.value == "6")
        #expect(second.report.findings.map(\.code) == ["a", "b"])
    }
}
