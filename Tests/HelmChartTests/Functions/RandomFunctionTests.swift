import Testing

@testable import HelmChart

@Suite struct RandomFunctionTests {
    /// An environment whose bytes come from the system.
    private static let random = RenderEnvironment(
        now: { RenderEnvironment.Moment(seconds: 0) },
        randomBytes: { count in (0..<count).map { _ in UInt8.random(in: .min ... .max) } }
    )

    @Test(arguments: [
        ("randAlphaNum 40", "[A-Za-z0-9]{40}"), ("randAlpha 40", "[A-Za-z]{40}"), ("randNumeric 40", "[0-9]{40}"),
        ("randAscii 40", "[ -~]{40}"), ("randAlpha -1", ""), ("randBytes 4", "[A-Za-z0-9+/]{6}=="),
        ("uuidv4", "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"), ("randInt 3 5", "[34]"),
    ])
    func answersHaveTheirForm(call: String, pattern: String) throws {
        let answer = FunctionHost.answer("{{ \(call) }}", in: Self.random)
        #expect(try Regex(pattern).wholeMatch(in: answer) != nil, "\(answer)")
    }

    @Test func shufflingKeepsTheLetters() {
        #expect(FunctionHost.answer("{{ shuffle \"abcdef\" }}", in: Self.random).sorted() == Array("abcdef"))
    }

    @Test func anEmptyRangeIsAnError() {
        #expect(FunctionHost.answer("{{ randInt 5 5 }}", in: Self.random) == "invalid argument to Intn")
    }

    @Test(arguments: [
        ("randAlphaNum 3", "aaa"), ("randAscii 2", "cc"), ("randInt 3 5", "3"), ("shuffle \"ab\"", "ab"),
        ("uuidv4", "00000000-0000-4000-8000-000000000000"), ("randBytes 3", "AAAA"),
    ])
    func standInsStandStill(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }
}
