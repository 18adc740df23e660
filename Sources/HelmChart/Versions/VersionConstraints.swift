import GoTemplate

/// Which versions are meant: `>=1.2 <2 || ^3`, with the grammar of Masterminds' semver 3.5.
///
/// Comparisons side by side or with commas between them must all hold; `||` separates such groups, of which one must.
package struct VersionConstraints: Sendable {
    private struct Group {
        var constraints: [VersionConstraint] = []
        /// Whether one of them names a prerelease: only then do prereleases satisfy them.
        var includesPrereleases: Bool { constraints.contains { !$0.bound.prerelease.isEmpty } }
    }

    private let groups: [Group]

    /// Reads constraints.
    package init(_ text: String) throws(VersionError) {
        var groups: [Group] = []
        for part in Self.alternatives(Self.withoutRanges(text)) { groups.append(try Self.group(part)) }
        self.groups = groups
    }

    package func isSatisfied(by version: SemanticVersion) -> Bool {
        groups.contains { group in
            let includesPrereleases = group.includesPrereleases
            return group.constraints.allSatisfy {
                $0.isSatisfied(by: version, includingPrereleases: includesPrereleases)
            }
        }
    }

    private static func group(_ text: String) throws(VersionError) -> Group {
        let improper = VersionError(description: "improper constraint: \(GoFormat.quote(ByteString(text)))")
        var scanner = VersionScanner(text)
        var found: [(VersionConstraint.Operator, VersionScanner.Parts)] = []
        var isSeparated = true
        _ = scanner.skipSpace()
        repeat {
            let comparison = scanner.longest(of: VersionConstraint.Operator.texts) ?? ""
            _ = scanner.skipSpace()
            guard isSeparated, let known = VersionConstraint.Operator.byText[comparison],
                let parts = scanner.version(isSegment: VersionScanner.isConstraintSegment)
            else { throw improper }
            found.append((known, parts))
            isSeparated = scanner.skipSpace()
            if scanner.skip(UInt8(ascii: ",")) {
                isSeparated = true
                _ = scanner.skipSpace()
                if scanner.isAtEnd { throw improper }
            }
        } while !scanner.isAtEnd
        var group = Group()
        for (comparison, parts) in found { group.constraints.append(try VersionConstraint(comparison, parts)) }
        return group
    }

    /// The parts between `||`.
    private static func alternatives(_ text: String) -> [String] {
        var parts: [String] = []
        var rest = Array(text.utf8)[...]
        while let bar = rest.indices.first(where: { rest[$0...].starts(with: "||".utf8) }) {
            parts.append(String(decoding: rest[..<bar], as: UTF8.self))
            rest = rest[(bar + 2)...]
        }
        return parts + [String(decoding: rest, as: UTF8.self)]
    }

    /// The text with `1.2 - 2.3` as `>= 1.2, <= 2.3 `.
    private static func withoutRanges(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "-")), let range else { return text }
        let result = try? range.replaceAll(in: ByteString(text), with: ">= $1, <= $2 ")
        return result?.text ?? text
    }

    private static let range: RegularExpression? = {
        let segment = "[0-9xX*|]+"
        let identifiers = #"[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*"#
        let version = #"(v?\#(segment)(?:\.\#(segment)){0,2}(?:-\#(identifiers))?(?:\+\#(identifiers))?)"#
        return try? RegularExpression(ByteString(#"\s*\#(version)\s+-\s+\#(version)\s*"#))
    }()
}
