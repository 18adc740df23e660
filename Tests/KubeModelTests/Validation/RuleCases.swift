import Diagnostics
import Foundation
import KubeModel
import Testing

/// A change of a sound object, and the fields that the server blames for it.
struct RuleCase: Sendable, CustomTestStringConvertible {
    let old: String
    let new: String
    let paths: [String]

    /// - Parameters:
    ///   - old: A piece of the sound text, which occurs once.
    ///   - new: What stands there instead.
    ///   - paths: The paths of all findings, in order of their places.
    init(_ old: String, _ new: String, _ paths: String...) {
        self.old = old
        self.new = new
        self.paths = paths
    }

    var testDescription: String { "\(old) → \(new)" }

    /// Changes the text and compares the findings.
    func check(_ sound: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
        let parts = sound.components(separatedBy: old)
        try #require(parts.count == 2, "\(old) does not occur once", sourceLocation: sourceLocation)
        let findings = ObjectValidator().validate(parts.joined(separator: new), file: "object.yaml").findings
        #expect(findings.compactMap(\.path).sorted() == paths.sorted(), "\(findings)", sourceLocation: sourceLocation)
        for finding in findings {
            #expect(finding.location != nil, "\(finding) has no place", sourceLocation: sourceLocation)
            #expect(finding.remedy != nil, "\(finding) has no remedy", sourceLocation: sourceLocation)
        }
    }

    /// The text as it is has no findings.
    static func checkSound(_ text: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) {
        let findings = ObjectValidator().validate(text, file: "object.yaml").findings
        #expect(findings.isEmpty, "\(findings)", sourceLocation: sourceLocation)
    }
}
