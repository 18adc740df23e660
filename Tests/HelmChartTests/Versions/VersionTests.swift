import Testing

@testable import HelmChart

@Suite struct VersionTests {
    @Test func versionsComeInOrder() throws {
        let texts = [
            "0.9", "1.0.0-0", "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-rc.2", "1.0.0-rc.11", "v1",
            "1.0.1", "1.10.0", "2.0.0-99999999999999999999", "2",
        ]
        let versions = try texts.map { try SemanticVersion($0) }
        for (index, version) in versions.enumerated() {
            for (other, second) in versions.enumerated() {
                #expect(version.compare(to: second) == (index < other ? -1 : index > other ? 1 : 0))
            }
        }
    }

    @Test(arguments: [
        ("", "invalid semantic version"),
        ("1.2.3.4", "invalid semantic version"),
        ("1.2.3-01", "version segment starts with 0"),
        (
            "99999999999999999999",
            "error parsing version segment: strconv.ParseUint: parsing \"99999999999999999999\": value out of range"
        ),
    ]) func namesTheFault(text: String, message: String) {
        #expect { try SemanticVersion(text) } throws: { "\($0)" == message }
    }

    @Test func strictVersionsAreComplete() throws {
        #expect(try SemanticVersion(strict: "1.2.3-rc.1+b").description == "1.2.3-rc.1+b")
        for text in ["1.2", "v1.2.3", "1.02.3", "1.2.3-", "1.2.3+", ""] {
            #expect(throws: VersionError.self) { try SemanticVersion(strict: text) }
        }
    }

    @Test(arguments: [
        (">=1.2 <2", "1.9.9", true), (">=1.2, <2 || ^3", "3.4.0", true), ("^0.2.3", "0.3.0", false),
        ("^0.0.3", "0.0.4", false), ("~1.2", "1.2.9", true), ("~1", "1.9.0", true), ("1.2 - 1.4", "1.4.9", true),
        ("1.2 - 1.4", "1.5.0", false), ("*", "7.0.0", true), (">1.2", "1.2.5", false), ("!=1.2.x", "1.2.4", false),
        (">=1.19", "1.24.9-eks-1", false), (">=1.19-0", "1.24.9-eks-1", true), ("<=1.2", "1.2.99", true),
    ]) func satisfies(constraints: String, version: String, isSatisfied: Bool) throws {
        let found = try VersionConstraints(constraints).isSatisfied(by: SemanticVersion(version))
        #expect(found == isSatisfied)
    }

    @Test(arguments: ["", "||", ">", "1.2.3.4", ">=1,,2", "1 ,", "a"]) func refusesImproperConstraints(text: String) {
        #expect { try VersionConstraints(text) } throws: { "\($0)".hasPrefix("improper constraint: ") }
    }
}
