import Diagnostics
import Foundation
import Testing

@Suite struct SARIFReportTests {
    private let renderer = SARIFReport(
        tool: ReportTool(name: "transload", version: "1.2.3", informationURI: "https://example.org/t")
    )

    private func log(_ report: ConversionReport) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(renderer.render(report).utf8))
    }

    private func results(_ report: ConversionReport) throws -> [[String: Any]] {
        let runs = try #require((log(report) as? [String: Any])?["runs"] as? [[String: Any]])
        return try #require(runs.first?["results"] as? [[String: Any]])
    }

    @Test(arguments: [
        ConversionReport(), ConversionReport(ConversionReportTests.ordered), HostileStrings.report,
        ConversionReport([Finding("a", .kept, "m", location: SourceLocation(file: "f", line: 0, column: 0))]),
    ]) func followsTheSchema(report: ConversionReport) throws {
        #expect(try SARIFSchema.log.faults(of: log(report), at: "$") == [])
        #expect(try results(report).count == report.sorted().findings.count)
    }

    @Test func theSchemaOfTheTestFindsFaults() {
        let log: [String: Any] = ["version": "2.0.0", "runs": [["results": [["level": "fatal", "extra": 1]]]]]
        #expect(
            Set(SARIFSchema.log.faults(of: log, at: "$")) == [
                "$.version: 2.0.0 is not among 2.1.0", "$.runs[0].tool: missing",
                "$.runs[0].results[0].message: missing", "$.runs[0].results[0].extra: unknown",
                "$.runs[0].results[0].level: fatal is not among error, none, note, warning",
            ]
        )
    }

    @Test func carriesPlacePathAndProperties() throws {
        let finding = Finding(
            "compose.links",
            .dropped,
            "no links",
            remedy: "Use names.",
            location: SourceLocation(file: "dir/a b.yaml", line: 4, column: 7),
            path: "services.web.links",
            reference: "spec"
        )
        let result = try #require(results(ConversionReport([finding])).first as NSDictionary?)
        let expected: NSDictionary = [
            "ruleId": "compose.links", "ruleIndex": 0, "level": "warning", "message": ["text": "no links"],
            "locations": [
                [
                    "physicalLocation": [
                        "artifactLocation": ["uri": "dir/a%20b.yaml"], "region": ["startLine": 4, "startColumn": 7],
                    ],
                    "logicalLocations": [["fullyQualifiedName": "services.web.links"]],
                ]
            ],
            "properties": ["severity": "dropped", "remedy": "Use names.", "reference": "spec"],
        ]
        #expect(result == expected)
    }

    @Test func rulesAreTheCodesThatOccur() throws {
        let report = ConversionReport(["b.two", "a.one", "b.two"].map { Finding($0, .kept, "m", path: "\($0)") })
        let text = renderer.render(report)
        #expect(text.components(separatedBy: "\"id\": ").count == 3)
        let indices = try results(report).map { "\($0["ruleId"] ?? "")=\($0["ruleIndex"] ?? "")" }
        #expect(indices == ["a.one=0", "b.two=1"])
    }

    @Test(arguments: [
        (Finding.Severity.kept, "note"), (.notice, "note"), (.approximated, "warning"), (.dropped, "warning"),
        (.decisionNeeded, "error"), (.invalid, "error"),
    ]) func mapsLevels(severity: Finding.Severity, level: String) throws {
        #expect(try results(ConversionReport([Finding("a", severity, "m")])).first?["level"] as? String == level)
    }

    @Test(arguments: [
        ("compose.yaml", "compose.yaml"), ("../a/b.yaml", "../a/b.yaml"),
        ("/etc/a b#c.yaml", "file:///etc/a%20b%23c.yaml"),
        ("c:d.yaml", "c%3Ad.yaml"), ("<standard input>", "%3Cstandard%20input%3E"), ("ü.yaml", "%C3%BC.yaml"),
        ("https://example.org/a?b=c#d", "https://example.org/a?b=c#d"), ("100%.yaml", "100%25.yaml"),
        ("oci://h:5000/a b", "oci://h:5000/a%20b"), ("1://x", "1%3A//x"),
    ]) func encodesFileNames(name: String, uri: String) throws {
        let finding = Finding("a", .kept, "m", location: SourceLocation(file: SourceFile(name), line: 1, column: 1))
        let text = renderer.render(ConversionReport([finding]))
        #expect(text.contains("\"uri\": \"\(uri)\""))
        #expect(URL(string: uri) != nil)
    }
}
