import Diagnostics
import KubeModel
import Testing

/// An object that the rules accept, and single changes of its text with the findings that they cause.
struct RuleFixture: Sendable, CustomTestStringConvertible {
    let name: String
    let sound: String
    /// What is replaced, by what, and the `path code` of each finding.
    let faults: [(part: String, by: String, findings: [String])]

    init(_ name: String, _ sound: String, _ faults: [(part: String, by: String, findings: [String])]) {
        self.name = name
        self.sound = sound
        self.faults = faults
    }

    var testDescription: String { name }

    static func findings(_ text: String) -> [String] {
        ObjectValidator().validate(text, file: "object.yaml").findings.map {
            "\($0.path ?? "") \($0.code)".replacing(" kubernetes.", with: " ")
        }
    }

    /// Checks the object, and each change of it.
    func check() {
        #expect(Self.findings(sound) == [])
        for (part, replacement, expected) in faults {
            #expect(sound.contains(part), "\(part)")
            let found = Self.findings(sound.replacing(part, with: replacement))
            #expect(found.sorted() == expected.sorted(), "\(part) -> \(replacement)")
        }
    }
}
