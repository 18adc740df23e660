import Foundation
import Diagnostics
import KubeModel
import TestSupport
import Testing
import YAMLTree

/// Offline validation against the answers that an API server gave to thousands of valid, invalid and mutated objects.
@Suite struct ValidationConformance {
    private struct Verdict {
        let id: String
        let mutation: String
        let isAccepted: Bool
        let message: String
        let fields: Set<String>
        let object: [UInt8]
        let kind: String

        init?(_ line: Substring) throws {
            let node = try JSONReader().document(in: String(line), file: "verdicts.jsonl")
            guard let object = node["object"], let id = node["id"]?.text else { return nil }
            self.id = id
            self.mutation = node["mutation"]?.text ?? ""
            self.isAccepted = node["accepted"]?.text == "true"
            self.message = node["message"]?.text ?? ""
            self.fields = Set((node["fields"]?.sequence ?? []).compactMap(\.text))
            self.object = JSONWriter().bytes(object)
            self.kind = object["kind"]?.text ?? ""
        }
    }

    private struct Tally: CustomStringConvertible {
        var right = 0
        var all = 0
        var wrong: [String] = []

        mutating func count(_ isRight: Bool, _ description: @autoclosure () -> String) {
            all += 1
            if isRight { right += 1 } else { wrong.append(description()) }
        }

        /// The right ones of a hundred.
        var share: Double { all == 0 ? 100 : Double(right) * 100 / Double(all) }
        var description: String { "\(right)/\(all)" }
    }

    @Test func agreesWithAServer() throws {
        guard let corpus = Checkout.corpus else {
            print("kube-validation: skipped, the corpus is not there")
            return
        }
        var (quiet, found, named) = (Tally(), Tally(), Tally())
        let log = try String(contentsOf: corpus.appending(path: "kubernetes/verdicts.jsonl"), encoding: .utf8)
        for line in log.split(separator: "\n") {
            guard let verdict = try Verdict(line) else { continue }
            let findings = ObjectValidator().validate(verdict.object, file: "object.json").findings
                .filter { $0.severity == .invalid }
            let label = "\(verdict.id) \(verdict.kind) \(verdict.mutation)"
            if verdict.isAccepted {
                quiet.count(findings.isEmpty, "\(label): alarm \(findings.map { "\($0.path ?? ""): \($0.message)" })")
                continue
            }
            found.count(!findings.isEmpty, "\(label): missed \(verdict.message.prefix(300))")
            guard !verdict.fields.isEmpty else { continue }
            let paths = findings.compactMap(\.path)
            named.count(
                !verdict.fields.isDisjoint(with: paths),
                "\(label): server \(verdict.fields.sorted().prefix(3)), ours \(paths.prefix(3))"
            )
        }
        print("kube-validation: \(quiet) accepted quiet, \(found) refusals found, \(named) fields named, of all right")
        if let file = ProcessInfo.processInfo.environment["TRANSLOAD_VERDICTS"] {
            let wrong = quiet.wrong + found.wrong + named.wrong
            try wrong.joined(separator: "\n").write(toFile: file, atomically: true, encoding: .utf8)
        }
        #expect(quiet.all == 0 || quiet.right == quiet.all, "\(quiet.wrong.prefix(5))")
        #expect(found.share > 99, "\(found.wrong.prefix(5))")
        #expect(named.share > 97, "\(named.wrong.prefix(5))")
    }
}
