import ComposeModel
import Diagnostics
import Foundation
import KubeModel
import OrderedCollections
@testable import SwarmNetes
import TestSupport
import Testing
import YAMLTree

/// Nothing is lost silently: each leaf of an input is kept, implied, or named by a finding.
@Suite struct ReportLawTests {
    @Test(arguments: Fixture.forward) func composeFixtures(_ fixture: Fixture) throws {
        let problems = try Self.unaccounted(try fixture.project(), try fixture.converter())
        #expect(problems == [], "\(fixture.name)")
    }

    @Test(arguments: Fixture.reverse) func kubernetesFixtures(_ fixture: Fixture) throws {
        let problems = try Self.unaccounted(try fixture.objects())
        #expect(problems == [], "\(fixture.name)")
    }

    // MARK: Compose

    static func unaccounted(_ project: ComposeProject, _ converter: ComposeToKubernetes) throws -> [String] {
        let result = try converter.convert(project)
        var objects = result.value
        let remarks = Remarks.detach(from: &objects)
        let touched = PathTree(remarks.changes.lazy.filter { $0.change != .remove }.map(\.path))
        let named = NamedPaths(result.report)
        var tree = project.makeNode()
        _ = KubernetesRemarks(detachingFrom: &tree)
        // Without the remarks, the way back restores what is called kept.
        let plain = (try? KubernetesToCompose().convert(objects).value.project.makeNode())
            .map { remarks.itemChanges.applied(to: $0) }
        var problems: [String] = []
        ComposeCoverage.table.forEachLeaf(of: tree) { field in
            switch field.verdict {
            case .implied: break
            case .kept where !touched.covers(field.path):
                if let plain, let leaf = tree[field.path], !isRestored(leaf, plain[field.path]) {
                    problems.append("\(field.path) is called kept and is not")
                }
            default:
                if !named.covers(field.path.description) { problems.append("\(field.path) is lost silently") }
            }
        }
        return problems
    }

    private static func isRestored(_ leaf: Node, _ other: Node?) -> Bool {
        guard let other else { return leaf.isNullOrEmpty }
        return CorpusRoundTripConformance.firstDifference(leaf, other) == nil
    }

    // MARK: Kubernetes

    static func unaccounted(_ objects: [AnyKubernetesObject]) throws -> [String] {
        let result = try KubernetesToCompose().convert(objects)
        let named = NamedPaths(result.report)
        var tree = result.value.project.makeNode()
        let remarks = KubernetesRemarks(detachingFrom: &tree)
        let apart = Set(
            remarks.objects.compactMap { node in
                AnyKubernetesObject(reading: node, ReadingContext(schema: .kubernetes)).map {
                    ObjectKey($0).description
                }
            }
        )
        var problems: [String] = []
        for object in objects where object.groupVersionKind.kind != "Secret" {
            let key = ObjectKey(object)
            if apart.contains(key.description) {
                if !named.covers(key.description) { problems.append("\(key) is set apart silently") }
                continue
            }
            let residue = remarks.changes["\(key.kind)/\(key.name)"] ?? Residue()
            let touched = PathTree(residue.changes.lazy.filter { $0.change != .remove }.map(\.path))
            KubernetesCoverage.table(for: key.kind).forEachLeaf(of: object.makeNode()) { field in
                switch field.verdict {
                case .implied: break
                case .kept where !touched.covers(field.path): break
                default:
                    let text = field.path.description
                    if !named.covers("\(key).\(text)") { problems.append("\(key).\(text) is lost silently") }
                }
            }
        }
        return problems
    }
}

/// The paths that a report names, and all that is below them.
private struct NamedPaths {
    private let paths: Set<String>

    init(_ report: ConversionReport) {
        paths = Set(report.findings.compactMap(\.path))
    }

    /// Whether `path` or one that leads to it is named. Paths nest at `.` and `[`.
    func covers(_ path: String) -> Bool {
        if paths.contains(path) { return true }
        return path.indices.contains { index in
            (path[index] == "." || path[index] == "[") && paths.contains(String(path[..<index]))
        }
    }
}
