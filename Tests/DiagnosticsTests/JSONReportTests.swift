import Diagnostics
import Foundation
import Testing

@Suite struct JSONReportTests {
    private let renderer = JSONReport(tool: ReportTool(name: "transload", version: "1.2.3"))

    private struct Document: Decodable, Equatable {
        struct Tool: Decodable, Equatable {
            var name: String
            var version: String
        }
        struct Item: Decodable, Equatable {
            var code: String
            var severity: String
            var message: String
            var remedy: String?
            var file: String?
            var line: Int?
            var column: Int?
            var path: String?
            var reference: String?

            init(_ finding: Finding) {
                code = finding.code.rawValue
                severity = finding.severity.rawValue
                message = finding.message
                remedy = finding.remedy
                file = finding.location?.file.name
                line = finding.location?.line
                column = finding.location?.column
                path = finding.path
                reference = finding.reference
            }
        }
        var version: Int
        var tool: Tool
        var summary: [String: Int]
        var findings: [Item]
    }

    private func parsed(_ report: ConversionReport) throws -> Document {
        try JSONDecoder().decode(Document.self, from: Data(renderer.render(report).utf8))
    }

    @Test func readsBackAsWritten() throws {
        let report = ConversionReport(ConversionReportTests.ordered)
        let document = try parsed(report)
        #expect(document.version == 1)
        #expect(document.tool == .init(name: "transload", version: "1.2.3"))
        #expect(document.findings == ConversionReportTests.ordered.map(Document.Item.init))
        #expect(
            document.summary
                == ["kept": 16, "notice": 0, "approximated": 0, "dropped": 0, "decision-needed": 0, "invalid": 2]
        )
    }

    @Test func looksLikeThis() {
        let report = ConversionReport([
            Finding(
                "a.b",
                .dropped,
                "no \"x\"",
                location: SourceLocation(file: "a.yaml", line: 1, column: 2),
                path: "x"
            )
        ])
        #expect(
            renderer.render(report) == """
                {
                  "version": 1,
                  "tool": {
                    "name": "transload",
                    "version": "1.2.3"
                  },
                  "summary": {
                    "kept": 0,
                    "notice": 0,
                    "approximated": 0,
                    "dropped": 1,
                    "decision-needed": 0,
                    "invalid": 0
                  },
                  "findings": [
                    {
                      "code": "a.b",
                      "severity": "dropped",
                      "message": "no \\"x\\"",
                      "file": "a.yaml",
                      "line": 1,
                      "column": 2,
                      "path": "x"
                    }
                  ]
                }

                """
        )
        #expect(renderer.render(ConversionReport()).contains("\"findings\": []"))
    }

    @Test func survivesHostileStrings() throws {
        let text = renderer.render(HostileStrings.report)
        #expect(
            !text.utf8.contains { $0 < 0x20 && $0 != 0x0A }
                && !text.unicodeScalars.contains { $0 == "\u{9B}" || $0 == "\u{202E}" }
        )
        let document = try parsed(HostileStrings.report)
        let expected = HostileStrings.report.sorted().findings.map(Document.Item.init)
        #expect(document.findings.count == expected.count)
        for (have, want) in zip(document.findings, expected) {
            #expect(Array(have.message.unicodeScalars) == Array(want.message.unicodeScalars))
            #expect(have == want)
        }
    }
}
