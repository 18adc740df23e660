import ComposeModel
import Diagnostics
import Foundation
import KubeModel
import OrderedCollections
import SwarmNetes
import TestSupport
import Testing
import YAMLTree

/// Nothing of the corpus is lost silently, in either direction.
@Suite struct ReportLawConformance {
    @Test func compose() throws {
        guard let corpus = Checkout.corpus else {
            print("skipped: no corpus beside the checkout")
            return
        }
        let files = Checkout.files(
            below: corpus.appending(path: "compose/expected/compose-go"),
            suffixes: [".out.yaml"]
        )
        var problems: [String] = []
        var (right, all) = (0, 0)
        for file in files {
            guard let tree = try? YAMLReader().document(in: [UInt8](Data(contentsOf: file)), file: "compose.yaml"),
                let project = ComposeProject(reading: tree, ReadingContext(schema: .core)), !project.services.isEmpty
            else { continue }
            all += 1
            let found = try ReportLawTests.unaccounted(project, ComposeToKubernetes())
            if found.isEmpty { right += 1 }
            problems += found.map { "\(file.lastPathComponent): \($0)" }
        }
        print("report law, compose: \(right)/\(all) right")
        #expect(problems.isEmpty, "\(problems.prefix(40).joined(separator: "\n"))")
    }

    @Test func kubernetes() throws {
        guard let corpus = Checkout.corpus else {
            print("skipped: no corpus beside the checkout")
            return
        }
        var problems: [String] = []
        var (right, all) = (0, 0)
        for file in Checkout.files(below: corpus.appending(path: "compose/reverse"), suffixes: [".yaml", ".yml"]) {
            guard
                let objects = try? ManifestStream().read([UInt8](Data(contentsOf: file)), file: "manifests.yaml").value,
                let found = try? ReportLawTests.unaccounted(objects)
            else { continue }
            all += 1
            if found.isEmpty { right += 1 }
            problems += found.map { "\(file.lastPathComponent): \($0)" }
        }
        print("report law, kubernetes: \(right)/\(all) right")
        #expect(problems.isEmpty, "\(problems.prefix(40).joined(separator: "\n"))")
    }
}
