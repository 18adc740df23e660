import Foundation
import GoTemplate
import TestSupport
import Testing

/// Runs those templates of the corpus that call built-in functions only.
@Suite struct GoTemplateConformance {
    static let files = ["gotemplate_tests", "language", "printf", "functions", "helm_engine_tests"]

    @Test(arguments: files) func answers(file: String) throws {
        guard let corpus = Checkout.corpus else {
            print("helm-micro/\(file): no corpus")
            return
        }
        let cases = try MicroCase.cases(of: corpus.appending(path: "helm-micro/\(file).jsonl"))
        var run = 0
        var wrong: [String] = []
        for example in cases {
            switch MicroHost.answer(example.template, example.values) {
            case .unknownFunction: continue
            case .output(let text) where text == example.output: break
            case .error(let texts) where example.error.map(texts.contains) == true: break
            case let answer:
                let expected = example.output ?? example.error ?? ""
                wrong.append("\(example.identifier)\n  \(example.template)\n  expected \(expected)\n  got \(answer)")
            }
            run += 1
        }
        print("helm-micro/\(file): \(run - wrong.count)/\(run) of \(cases.count)")
        if let report = ProcessInfo.processInfo.environment["TRANSLOAD_REPORT"] {
            try wrong.joined(separator: "\n\n").write(
                toFile: report + "/\(file).txt",
                atomically: true,
                encoding: .utf8
            )
        }
        #expect(run > 0)
        #expect(wrong.isEmpty)
    }
}
