import Diagnostics
import Foundation
import KubeModel
import ProviderMapping
import TestSupport
import Testing
import YAMLTree

/// Real manifests of all providers, with the labels that a corpus gives them.
@Suite struct ProviderCorpusConformance {
    @Test func recognitionAgreesWithTheLabels() throws {
        guard let corpus = Checkout.corpus?.appending(path: "providers"),
            let labels = try? Data(contentsOf: corpus.appending(path: "labels.json"))
        else {
            print("skipped: no corpus beside the checkout")
            return
        }
        let cases = try JSONReader().document(in: [UInt8](labels), file: "labels.json").sequence ?? []
        var tally = Tally()
        for label in cases {
            let path = try #require(label["path"]?.text)
            let bytes = [UInt8](try Data(contentsOf: corpus.appending(path: path)))
            let objects = ManifestStream().readable(bytes, file: "manifest.yaml").value
            tally.count(Recogniser().recognise(objects), label, path)
        }
        tally.show()
        #expect(tally.rate("provider") >= 0.98)
        #expect(tally.rate("storage") >= 0.95)
        #expect(tally.rate("access") >= 0.95)
    }

    private struct Tally {
        var right: [String: Int] = [:]
        var all: [String: Int] = [:]
        var failures: [String] = []

        mutating func count(_ recognition: Recognition, _ label: Node, _ path: String) {
            let provider = label["provider"]?.text ?? ""
            let mayBeAmbiguous = label["ambiguous_alb"]?.text == "true" && recognition.provider.name == "ambiguous"
            note("provider", provider, [recognition.provider.name], mayBeAmbiguous, path)
            note("storage", label["storage"]?.text ?? "", recognition.storage.map(\.rawValue), false, path)
            note("access", label["access"]?.text ?? "", recognition.access.map(\.rawValue), false, path)
        }

        private mutating func note(
            _ name: String,
            _ expected: String,
            _ found: [String],
            _ isExcused: Bool,
            _ path: String
        ) {
            guard expected != "unknown" else { return }
            all[name, default: 0] += 1
            let isRight =
                switch expected {
                case _ where isExcused: true
                case "none" where name != "provider": found.isEmpty
                case "several": Set(found).count > 1
                default: found == [expected]
                }
            if isRight {
                right[name, default: 0] += 1
            } else {
                failures.append("\(name): \(expected), not \(found.sorted().joined(separator: "+")): \(path)")
            }
        }

        func rate(_ name: String) -> Double { Double(right[name] ?? 0) / Double(max(1, all[name] ?? 0)) }

        func show() {
            for name in ["provider", "storage", "access"] {
                print("providers/\(name): \(right[name] ?? 0)/\(all[name] ?? 0) right")
            }
            if ProcessInfo.processInfo.environment["TRANSLOAD_SHOW"] != nil {
                print(failures.joined(separator: "\n"))
            }
        }
    }
}
