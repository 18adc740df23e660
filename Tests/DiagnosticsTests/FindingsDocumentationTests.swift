import Diagnostics
import Foundation
import TestSupport
import Testing

/// `Documentation/Findings.md` has one entry for each code that a source declares, and no other.
@Suite struct FindingsDocumentationTests {
    /// The Swift files that speak of findings.
    private static func sources() throws -> [String] {
        try Checkout.files(below: Checkout.root.appending(path: "Sources"), suffixes: [".swift"])
            .map { try String(contentsOf: $0, encoding: .utf8) }
            .filter { $0.contains("FindingCode") || $0.contains("CoverageTable") }
    }

    /// The literals in declarations such as `static let yamlSyntax: FindingCode = "yaml.syntax"`.
    private static func declaredCodes() throws -> [String] {
        try sources().flatMap { text in
            text.matches(of: /FindingCode\s*(?:=|\((?:rawValue:|stringLiteral:)?)\s*"([^"]+)"/).map { String($0.1) }
        }
    }

    /// The literals in the rows of coverage tables, such as `.dropped("compose.init", …)`.
    private static func codesInTables() throws -> [String] {
        try sources().flatMap { text in
            text.matches(of: /\.(?:approximated|dropped|decision)\(\s*"([a-z]+\.[^"]+)"/).map { String($0.1) }
        }
    }

    /// The entries by code, as lines.
    private static func entries() throws -> [(code: String, lines: [Substring])] {
        let text = try String(contentsOf: Checkout.root.appending(path: "Documentation/Findings.md"), encoding: .utf8)
        return text.components(separatedBy: "\n### ").dropFirst().map { section in
            let lines = section.split(separator: "\n")
            return (lines.first.map { $0.filter { $0 != "`" } } ?? "", Array(lines.dropFirst()))
        }
    }

    @Test func everyCodeHasAnEntryAndEveryEntryACode() throws {
        let declared = try Self.declaredCodes()
        let all = try Set(declared + Self.codesInTables())
        let documented = try Self.entries().map(\.code)
        #expect(all.subtracting(documented).sorted() == [], "not in Documentation/Findings.md")
        #expect(Set(documented).subtracting(all).sorted() == [], "in Documentation/Findings.md only")
        #expect(declared.count == Set(declared).count, "a code is declared twice")
        #expect(documented.count == Set(documented).count, "a code is documented twice")
    }

    @Test func codesAreDottedLowerCase() throws {
        for code in try Self.declaredCodes() + Self.codesInTables() {
            #expect(code.wholeMatch(of: /[a-z]+(\.[a-z0-9]+(-[a-z0-9]+)*)+/) != nil, "\(code)")
        }
    }

    @Test func entriesSaySeverityMeaningAndRemedy() throws {
        let severities = Set(Finding.Severity.allCases.map(\.rawValue))
        for (code, lines) in try Self.entries() {
            for field in ["Severity", "Meaning", "Remedy"] {
                #expect(lines.contains { $0.hasPrefix("- \(field): ") }, "\(code): \(field)")
            }
            let named = lines.first { $0.hasPrefix("- Severity: ") }?.dropFirst(12).components(separatedBy: ", ") ?? []
            #expect(!named.isEmpty && severities.isSuperset(of: named), "\(code): \(named)")
        }
    }
}
