import TestSupport
import Testing

@testable import GoTemplate

@Suite struct RegularExpressionLimitTests {
    /// Patterns on which a matcher that backtracks takes exponential or quadratic time.
    @Test(arguments: ["(a*)*b", "(a|aa)+$b", "(a?){30}a{30}b", "(?:.*a){12}b", "((a|b)*c|a*)*d"])
    func stepsGrowWithTheText(pattern: String) throws {
        func steps(_ count: Int) throws -> Int {
            let text = [UInt8](repeating: UInt8(ascii: "a"), count: count)
            var matcher = try RegularExpression(ByteString(pattern)).matcher(for: text, captures: 0)
            #expect(try matcher.match(from: 0) == nil)
            return matcher.steps
        }
        let short = try steps(200)
        #expect(try steps(800) <= short * 5)
    }

    @Test func stopsAtTheLimitOfSteps() throws {
        let text = [UInt8](repeating: UInt8(ascii: "a"), count: 1000)
        var matcher = try RegularExpression("(a*)*b").matcher(for: text, captures: 0, limit: 100)
        #expect(throws: MatchLimitError.self) { try matcher.match(from: 0) }
    }

    @Test func anyTextIsAPatternOrAnError() throws {
        var generator = SeededGenerator(seed: 7)
        let pieces = [
            "a", "b", "(", ")", "(?", "(?i)", "(?:", "[", "]", "^", "$", "*", "+", "?", "{2}", "{0,3}", "{", "|", "\\",
            "\\d", "\\pL", "\\p{", "[:", ":]", "-", ".", "é", "\\Q", "\\E", "(?P<n>", "\\x{", "}", "\\b",
        ]
        var count = 0
        for _ in 0..<3000 {
            let length = Int.random(in: 1...12, using: &generator)
            var pattern: [UInt8] = []
            for _ in 0..<length { pattern += pieces.randomElement(using: &generator).map { Array($0.utf8) } ?? [] }
            if Int.random(in: 0..<8, using: &generator) == 0 { pattern.append(0xE9) }
            guard let expression = try? RegularExpression(ByteString(pattern)) else { continue }
            count += 1
            let text: ByteString = "ab(a)éa-b{2}"
            let matches = try expression.findAll(in: text)
            #expect(matches.allSatisfy { $0.upperBound <= text.bytes.count })
            #expect(zip(matches, matches.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
            #expect(try expression.replaceAll(in: text, with: "$0") == text)
        }
        #expect(count > 100)
    }
}
