import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

@testable import ComposeModel

/// Damaged files are refused with findings or read as something that comes back; nothing crashes.
struct MutationTests {
    private static let scalars = [
        "", "null", "true", "no", "-1", "0", "5", "0x1F", "1e400", "99999999999999999999", ".inf", ".nan", "1m30s",
        "10kb",
        "$", "a:b:c", "\u{0}", "é", "../..", "x-", "~", "2001-01-01",
    ]

    private func randomNode(_ generator: inout SeededGenerator) -> Node {
        let text = Self.scalars.randomElement(using: &generator) ?? ""
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: return .string(text)
        case 1: return .plain(text)
        case 2: return [:]
        case 3: return []
        case 4: return ["x-\(text)": .plain(text), "image": .string(text)]
        default: return [.plain(text), ["source": .plain(text)]]
        }
    }

    @Test(arguments: 0..<8 as Range<UInt64>)
    func damagedFiles(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let file = Checkout.root.appending(path: "Tests/ComposeModelTests/Fixtures/model/everything.yaml")
        let tree = try Reading.tree(String(contentsOf: file, encoding: .utf8))
        var paths: [NodePath] = []
        tree.forEachLeaf { path, _ in paths.append(path) }

        for _ in 0..<40 {
            var damaged = tree
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let path = try #require(paths.randomElement(using: &generator))
                let depth = Int.random(in: 1...path.elements.count, using: &generator)
                damaged[NodePath(Array(path.elements.prefix(depth)))] = randomNode(&generator)
            }
            for finding in ComposeSchema.validate(damaged) {
                #expect(finding.severity == .invalid)
                #expect(finding.path != nil)
            }
            do throws(InvalidInput) {
                let project = try ComposeProject(canonical: damaged)
                let again = try ComposeProject(canonical: project.makeNode())
                #expect(Bool(again == project), "seed \(seed)")
                for flavour in [ComposeWriter.Flavour.compose, .stack(.v3_8), .stack(.v3_13)] {
                    let written = ComposeWriter(options: .init(flavour: flavour)).text(project)
                    #expect(throws: Never.self, "seed \(seed)") {
                        try YAMLReader().document(in: written.value, file: "written.yaml")
                    }
                }
            } catch {
                #expect(error.report.worst == .invalid)
                #expect(error.report.findings.allSatisfy { $0.path != nil })
            }
        }
    }
}
