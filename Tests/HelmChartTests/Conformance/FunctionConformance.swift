import Foundation
import GoTemplate
import TestSupport
import Testing

/// Runs those templates of the corpus that call the general functions and Go's own, whose answers need no chart.
@Suite struct FunctionConformance {
    @Test(arguments: ["functions", "sprig_tests", "numbers", "regex", "semver", "dates"]) func answers(file: String)
        throws
    {
        guard let corpus = Checkout.corpus else {
            print("helm-micro/\(file): no corpus")
            return
        }
        let cases = try FunctionCase.cases(of: corpus.appending(path: "helm-micro/\(file).jsonl"))
        var run = 0
        var wrong: [String] = []
        for example in cases {
            let answers = FunctionHost.answers(to: example)
            if answers.isEmpty { continue }
            run += 1
            if !answers.contains(example.expected), !RecorderClock.explains(example) {
                wrong.append(
                    "\(example.identifier)\n  \(example.template)\n  expected \(example.expected)\n  got \(answers)"
                )
            }
        }
        print("helm-micro/\(file): \(run - wrong.count)/\(run) of \(cases.count)")
        if let report = ProcessInfo.processInfo.environment["TRANSLOAD_REPORT"] {
            let text = wrong.joined(separator: "\n\n")
            try text.write(toFile: report + "/\(file).txt", atomically: true, encoding: .utf8)
        }
        #expect(run > 0)
        #expect(wrong.isEmpty)
    }
}
