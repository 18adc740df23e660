import GoTemplate

/// A version as Semantic Versioning orders them, read as leniently as Helm does.
package struct SemanticVersion: Sendable {
    package var major: UInt64
    package var minor: UInt64
    package var patch: UInt64
    package var prerelease: String
    package var metadata: String
    /// The text that it was read from.
    package var original: String
}

extension SemanticVersion: CustomStringConvertible {
    /// `1.2.3-rc.1+build`: without the `v` that the original may have.
    package var description: String {
        "\(major).\(minor).\(patch)" + (prerelease.isEmpty ? "" : "-" + prerelease)
            + (metadata.isEmpty ? "" : "+" + metadata)
    }
}

// Metadata does not count.
extension SemanticVersion: Comparable {
    package static func == (a: SemanticVersion, b: SemanticVersion) -> Bool { a.compare(to: b) == 0 }
    package static func < (a: SemanticVersion, b: SemanticVersion) -> Bool { a.compare(to: b) < 0 }

    /// -1, 0 or 1: whether this comes before the other version, is as high, or comes after it.
    package func compare(to other: SemanticVersion) -> Int {
        for (a, b) in [(major, other.major), (minor, other.minor), (patch, other.patch)] where a != b {
            return a < b ? -1 : 1
        }
        if prerelease.isEmpty || other.prerelease.isEmpty {
            return prerelease.isEmpty == other.prerelease.isEmpty ? 0 : prerelease.isEmpty ? 1 : -1
        }
        return Self.comparePrereleases(prerelease, other.prerelease)
    }

    /// Numbers come before texts, and fewer parts before more.
    static func comparePrereleases(_ a: String, _ b: String) -> Int {
        let parts = a.split(separator: ".", omittingEmptySubsequences: false)
        let others = b.split(separator: ".", omittingEmptySubsequences: false)
        for index in 0..<max(parts.count, others.count) {
            let part = index < parts.count ? parts[index] : ""
            let other = index < others.count ? others[index] : ""
            if part == other { continue }
            if part.isEmpty || other.isEmpty { return part.isEmpty ? -1 : 1 }
            return switch (number(part), number(other)) {
            case (let number?, let second?): number > second ? 1 : -1
            case (_?, nil): -1
            case (nil, _?): 1
            case (nil, nil): other.utf8.lexicographicallyPrecedes(part.utf8) ? 1 : -1
            }
        }
        return 0
    }

    private static func number(_ text: Substring) -> UInt64? {
        text.utf8.allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") } ? UInt64(text) : nil
    }
}

extension SemanticVersion {
    /// The next version of a part: those after it become 0, and prerelease and metadata are dropped. The next patch of
    /// a prerelease is its release.
    func incremented(_ part: WritableKeyPath<SemanticVersion, UInt64>) throws(FunctionError) -> SemanticVersion {
        var next = self
        (next.prerelease, next.metadata) = ("", "")
        if part != \.patch || prerelease.isEmpty {
            let (value, overflows) = self[keyPath: part].addingReportingOverflow(1)
            if overflows {
                let name = part == \.patch ? "patch" : part == \.minor ? "minor" : "major"
                throw FunctionError("\(name) version increment would overflow uint64")
            }
            next[keyPath: part] = value
        }
        if part != \.patch { next.patch = 0 }
        if part == \.major { next.minor = 0 }
        return next.withOriginal(like: self)
    }

    /// The same, with the text that it would be read from as its original.
    func withOriginal(like other: SemanticVersion) -> SemanticVersion {
        var version = self
        version.original = (other.original.hasPrefix("v") ? "v" : "") + description
        return version
    }
}
