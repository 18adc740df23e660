import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

@testable import ComposeModel

/// What the reference loader says about the files of the corpus, each loaded alone.
struct ReferenceVerdict {
    let input: URL
    let refusal: String?

    static let all: [ReferenceVerdict] = {
        guard let corpus = Checkout.corpus?.appending(path: "compose") else { return [] }
        let outputs = corpus.appending(path: "expected/compose-go")
        return Checkout.files(below: outputs, suffixes: [".out.yaml", ".stderr"]).compactMap { output in
            let relative = output.path.dropFirst(outputs.path.count + 1)
            let isAccepted = relative.hasSuffix(".out.yaml")
            let input = corpus.appending(path: String(relative.dropLast(isAccepted ? 9 : 7)))
            let said = isAccepted ? "" : (try? String(contentsOf: output, encoding: .utf8)) ?? ""
            guard
                isAccepted
                    || !FileManager.default.fileExists(
                        atPath: corpus.path + "/expected/compose-go/" + relative.dropLast(7) + ".out.yaml"
                    )
            else { return nil }
            return ReferenceVerdict(input: input, refusal: isAccepted ? nil : said)
        }
    }()
}

@Suite(.enabled(if: !ReferenceVerdict.all.isEmpty, CanonicalOutputs.isThere))
struct CorpusSchemaTests {
    private func findings(_ file: URL, lenient: Bool = false) -> [Finding]? {
        guard let data = try? Data(contentsOf: file),
            let tree = try? YAMLReader().document(in: Array(data), file: SourceFile(file.lastPathComponent))
        else { return nil }
        return ComposeSchema.validate(tree, lenient: lenient)
    }

    @Test func acceptsWhatTheReferenceAccepts() {
        var accepted = 0
        for verdict in ReferenceVerdict.all where verdict.refusal == nil {
            guard let findings = findings(verdict.input) else { continue }
            accepted += 1
            #expect(findings.isEmpty, "\(verdict.input.path): \(findings)")
        }
        #expect(accepted > 0)
    }

    @Test func refusesWhatTheSchemaOfTheReferenceRefuses() {
        for verdict in ReferenceVerdict.all {
            guard let refusal = verdict.refusal, refusal.contains("validating /"),
                !refusal.contains("variable is not set"),
                let findings = findings(verdict.input)
            else { continue }
            #expect(findings.contains { $0.severity == .invalid }, "\(verdict.input.path): \(refusal)")
            #expect(findings.allSatisfy { $0.location != nil && $0.path != nil })
        }
    }
}
