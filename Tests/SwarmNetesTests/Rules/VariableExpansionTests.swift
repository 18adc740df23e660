@testable import SwarmNetes
import TestSupport
import Testing

@Suite struct VariableExpansionTests {
    @Test(arguments: [
        ("$(A)", "1"), ("$$(A)", "$(A)"), ("$$$(A)", "$1"), ("$(B)", "$(B)"), ("$A", "$A"), ("$", "$"), ("a$", "a$"),
        ("$$", "$"), ("$(A", "$(A"), ("$()", "$()"), ("x$(A)y$(A)", "x1y1"), ("$(A)$$", "1$"), ("$(A$(A)", "$(A$(A)"),
    ]) func expansion(_ text: String, _ expected: String) {
        #expect(VariableReferences.expanded(text, ["A": "1"]) == expected)
    }

    @Test func anyTextSurvives() {
        var random = SeededGenerator(seed: 11)
        let alphabet = Array("$$$()Aé ")
        for _ in 0..<5000 {
            let length = Int.random(in: 0...12, using: &random)
            let text = String((0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
            #expect(VariableReferences.expanded(VariableReferences.escaped(text), ["A": "wrong"]) == text)
        }
    }

    /// Many openings without an end are looked through once.
    @Test(.timeLimit(.minutes(1))) func expansionIsLinear() {
        let text = String(repeating: "$(", count: 300_000)
        #expect(VariableReferences.expanded(text) == text)
        #expect(VariableReferences.escaped(text) == text)
    }
}
