import Diagnostics
import Foundation
@testable import SwarmNetes
import TestSupport
import Testing
import YAMLTree

/// What the coverage tables promise beyond single verdicts.
@Suite struct CoverageTableLawTests {
    static let tables: [(name: String, table: CoverageTable)] =
        [("Compose", ComposeCoverage.table)]
        + ObjectKey.convertedKinds.sorted().map { ($0, KubernetesCoverage.table(for: $0)) }

    @Test func everyCodeOfTheTablesIsDocumented() throws {
        let file = Checkout.root.appending(path: "Documentation/Findings.md")
        let documented = Set(
            try String(contentsOf: file, encoding: .utf8).matches(of: /(?m)^### `([^`]+)`/).map { String($0.1) }
        )
        var missing: Set<String> = []
        for (_, table) in Self.tables {
            for code in (table.rows.map(\.verdict) + [table.fallback]).compactMap(\.code) {
                if !documented.contains(code.rawValue) { missing.insert(code.rawValue) }
            }
        }
        #expect(missing.sorted() == [], "not in Documentation/Findings.md")
    }

    /// Of rows with one pattern only the last can be unconditional: those behind it are never asked.
    @Test func noRowIsBehindAnUnconditionalOneOfItsPattern() {
        for (name, table) in Self.tables {
            var closed: Set<String> = []
            for row in table.rows {
                #expect(!closed.contains(row.pattern.description), "\(name): \(row.pattern) is never asked")
                if row.appliesAlways { closed.insert(row.pattern.description) }
            }
        }
    }

    /// No row without `**` stands behind an unconditional one that matches all that it matches.
    @Test func noExactRowIsBehindAWiderOne() {
        for (name, table) in Self.tables {
            for (index, row) in table.rows.enumerated() {
                let sample = NodePath(row.pattern.elements.map(\.sample))
                guard !row.pattern.matchesBelow else { continue }
                let wider = table.rows[..<index].first {
                    $0.appliesAlways && !$0.pattern.matchesBelow && $0.pattern.matches(sample)
                        && $0.pattern.elements.filter { $0 == .anyKey }.count
                            <= row.pattern.elements.filter { $0 == .anyKey }.count
                }
                #expect(wider == nil, "\(name): \(row.pattern) is behind \(wider?.pattern.description ?? "")")
            }
        }
    }
}

extension CoverageTable.Row {
    /// Whether the row applies to whatever stands at its place, as far as samples tell.
    fileprivate var appliesAlways: Bool {
        let samples: [Node] = [.null(), .string(""), .string("two words"), .string("1.5ms"), .sequence([]), [:]]
        let parents: [Node?] = [nil, ["type": "bind"], ["NONE"], ["CMD"]]
        return samples.allSatisfy { sample in parents.allSatisfy { applies(sample, $0) } }
    }
}

extension PathPattern.Element {
    /// A step that matches.
    fileprivate var sample: NodePath.Element {
        switch self {
        case .key(let key): .key(key)
        case .anyKey: .key("sample")
        case .anyIndex: .index(0)
        }
    }
}

extension Verdict {
    /// The code of what is not kept.
    fileprivate var code: FindingCode? {
        switch self {
        case .kept, .implied: nil
        case .approximated(let code, _, _), .dropped(let code, _, _), .decision(let code, _, _): code
        }
    }
}
