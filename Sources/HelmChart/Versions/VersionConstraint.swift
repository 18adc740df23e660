/// One comparison of a constraint, such as `>=1.2.x`.
struct VersionConstraint: Sendable {
    enum Operator: Sendable {
        case equal, notEqual, greater, less, greaterOrEqual, lessOrEqual, tilde, caret

        static let byText: [String: Operator] = [
            "": .equal, "=": .equal, "!=": .notEqual, ">": .greater, "<": .less, ">=": .greaterOrEqual,
            "=>": .greaterOrEqual, "<=": .lessOrEqual, "=<": .lessOrEqual, "~": .tilde, "~>": .tilde, "^": .caret,
        ]
        static let texts = byText.keys.filter { !$0.isEmpty }.sorted()
    }

    /// From which segment on any number will do.
    enum Wildcard: Sendable {
        case none, patch, minor, major
    }

    let comparison: Operator
    /// The version with 0 for what is left open.
    let bound: SemanticVersion
    let wildcard: Wildcard

    init(_ comparison: Operator, _ parts: VersionScanner.Parts) throws(VersionError) {
        self.comparison = comparison
        let known = Array(parts.segments.prefix { !["x", "X", "*"].contains($0) })
        wildcard =
            switch known.count {
            case 0: .major
            case 1: .minor
            case 2: .patch
            default: .none
            }
        let segments = known + Array(repeating: "0", count: 3 - known.count)
        // Where nothing is open, the text is read whole, with its metadata.
        let suffix = parts.prerelease.isEmpty ? "" : "-" + parts.prerelease
        let metadata = known.count < 3 || parts.metadata.isEmpty ? "" : "+" + parts.metadata
        do {
            bound = try SemanticVersion(segments.joined(separator: ".") + suffix + metadata)
        } catch {
            throw VersionError(description: "constraint parser error")
        }
    }

    /// Whether the version satisfies the comparison; prereleases do only where they are meant.
    func isSatisfied(by version: SemanticVersion, includingPrereleases: Bool) -> Bool {
        if !version.prerelease.isEmpty, !includingPrereleases { return false }
        switch comparison {
        case .equal: return wildcard == .none ? version == bound : matchesTilde(version)
        case .notEqual: return differs(version)
        case .greater: return exceeds(version)
        case .less: return version < bound
        case .greaterOrEqual: return version >= bound
        case .lessOrEqual:
            if wildcard == .none { return version <= bound }
            if version.major != bound.major { return version.major < bound.major }
            return version.minor <= bound.minor || wildcard == .minor
        case .tilde: return matchesTilde(version)
        case .caret: return matchesCaret(version)
        }
    }

    private func differs(_ version: SemanticVersion) -> Bool {
        if wildcard == .none { return version != bound }
        if version.major != bound.major { return true }
        if wildcard == .minor { return false }
        if version.minor != bound.minor { return true }
        if wildcard == .major { return version.patch != bound.patch || version != bound }
        return SemanticVersion.comparePrereleases(version.prerelease, bound.prerelease) != 0
    }

    private func exceeds(_ version: SemanticVersion) -> Bool {
        if wildcard == .none || version.major != bound.major {
            return wildcard == .none ? version > bound : version.major > bound.major
        }
        return switch wildcard {
        case .minor: false
        case .patch: version.minor > bound.minor
        default: version > bound
        }
    }

    /// The same major, and the same minor unless that is open. `~0.0.0` takes all, and so does `*`.
    private func matchesTilde(_ version: SemanticVersion) -> Bool {
        if version < bound { return false }
        let isZero = bound.major == 0 && bound.minor == 0 && bound.patch == 0
        if isZero, wildcard == .none || wildcard == .major { return true }
        return version.major == bound.major && (version.minor == bound.minor || wildcard == .minor)
    }

    /// The first segment that is not 0 and those before it are the same.
    private func matchesCaret(_ version: SemanticVersion) -> Bool {
        if version < bound { return false }
        if version.major != bound.major { return false }
        if bound.major > 0 || wildcard == .minor { return true }
        if version.minor != bound.minor { return false }
        return bound.minor > 0 || wildcard == .patch || version.patch == bound.patch
    }
}
