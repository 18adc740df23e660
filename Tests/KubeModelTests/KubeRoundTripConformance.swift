import Foundation
import Diagnostics
import KubeModel
import TestSupport
import Testing
import YAMLTree

/// Every manifest of the corpus comes out of its typed form as the tree that went in.
@Suite struct KubeRoundTripConformance {
    struct Tally {
        var all = 0
        var right = 0
        var typed = 0
        var firstWrong: [String] = []

        mutating func check(_ tree: Node, _ name: @autoclosure () -> String) {
            let context = ReadingContext(schema: .kubernetes)
            guard let object = AnyKubernetesObject(reading: tree, context) else { return }
            all += 1
            if case .typed = object.content { typed += 1 }
            if object.makeNode() == tree {
                right += 1
            } else if firstWrong.count < 5 {
                firstWrong.append(
                    "\(name()) \(object.groupVersionKind): \(KubeRoundTripConformance.firstDifference(tree, object.makeNode()))"
                )
            }
        }
    }

    /// Reading strictly finds what an API server finds when it decodes an object, and nothing in those that it accepts.
    @Test func strictReadingAgreesWithAServer() throws {
        guard let corpus = Checkout.corpus else {
            print("kube-strict: skipped, the corpus is not there")
            return
        }
        let stream = ManifestStream(refusesUnknownFields: true)
        var (accepted, quiet, undecodable, found) = (0, 0, 0, 0)
        var alarms: [String] = []
        let log = try String(contentsOf: corpus.appending(path: "kubernetes/verdicts.jsonl"), encoding: .utf8)
        for line in log.split(separator: "\n") {
            let verdict = try JSONReader().document(in: String(line), file: "verdicts.jsonl")
            guard let object = verdict["object"] else { continue }
            let report = stream.readable(JSONWriter().bytes(object), file: "object.json").report
            let isRefused = report.worst == .invalid
            if verdict["accepted"]?.text == "true" {
                accepted += 1
                if isRefused { alarms.append("\(verdict["id"]?.text ?? "") \(report.findings)") } else { quiet += 1 }
            } else if verdict["status"]?.text == "400" {
                undecodable += 1
                if isRefused { found += 1 }
            }
        }
        print(
            "kube-strict: \(quiet)/\(accepted) accepted objects read, \(found)/\(undecodable) undecodable ones refused"
        )
        #expect(alarms.isEmpty, "\(alarms.prefix(5))")
        #expect(found * 100 >= undecodable * 99)
    }

    /// The path of the first leaf of the one tree that the other does not have.
    static func firstDifference(_ expected: Node, _ actual: Node) -> String {
        for (left, right) in [(expected, actual), (actual, expected)] {
            var found: NodePath?
            left.forEachLeaf { path, leaf in
                if found == nil, right[path] != leaf { found = path }
            }
            if let found { return "\(found)" }
        }
        return "the order of keys"
    }

    @Test func everyManifest() throws {
        guard let corpus = Checkout.corpus else {
            print("kube-roundtrip: skipped, the corpus is not there")
            return
        }
        var tally = Tally()
        var verdicts = 0
        let log = try String(contentsOf: corpus.appending(path: "kubernetes/verdicts.jsonl"), encoding: .utf8)
        for line in log.split(separator: "\n") {
            guard let object = try? JSONReader().document(in: String(line), file: "verdicts.jsonl")["object"] else {
                Issue.record("unreadable line \(line.prefix(80))")
                continue
            }
            verdicts += 1
            tally.check(object, "verdicts.jsonl \(line.prefix(20))")
        }
        #expect(verdicts > 0)
        for folder in ["compose/reverse", "compose/paired", "compose/kompose", "helm/expected"] {
            for file in Checkout.files(below: corpus.appending(path: folder), suffixes: [".yaml", ".yml", ".json"]) {
                guard let data = FileManager.default.contents(atPath: file.path),
                    let documents = try? YAMLReader().documents(in: Array(data), file: "x")
                else { continue }
                for document in documents {
                    tally.check(document, file.path)
                    for item in document["items"]?.sequence ?? [] { tally.check(item, file.path) }
                }
            }
        }
        print("kube-roundtrip: \(tally.right)/\(tally.all) all right, \(tally.typed) of them typed")
        #expect(tally.right == tally.all, "\(tally.firstWrong)")
    }
}
