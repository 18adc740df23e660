import GoTemplate

@testable import HelmChart

/// The clock of the machine on which Helm's answers were recorded. `now` was fixed then, but not what the functions of
/// dates take for a value that is no time.
enum RecorderClock {
    private static let tables: [FunctionTable] = [945_000_000, 946_000_000].map { nanoseconds in
        FunctionHost.table(
            RenderEnvironment(
                now: { .init(seconds: 1_795_222_752, nanoseconds: nanoseconds) },
                randomBytes: { [UInt8](repeating: 0, count: $0) },
                isReproducible: true
            )
        )
    }

    /// Whether each part of the answer is ours for the fixed clock or for the recorder's.
    static func explains(_ example: FunctionCase) -> Bool {
        let expected = parts(example.expected)
        var answers: [[Substring]] = []
        for table in [FunctionHost.functions] + tables {
            answers += FunctionHost.answers(to: example, table).map(parts).filter { $0.count == expected.count }
        }
        return expected.indices.allSatisfy { index in answers.contains { $0[index] == expected[index] } }
    }

    private static func parts(_ answer: String) -> [Substring] {
        answer.split(separator: "|", omittingEmptySubsequences: false)
    }
}
