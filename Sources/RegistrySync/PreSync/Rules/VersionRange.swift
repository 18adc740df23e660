/// A range of versions: comparisons that must all hold, such as `>=1.20 <2`, `^1.4`, `~2.3.1` or `1.27.x`; several ranges
/// stand between `||`.
///
/// `^` allows what does not change the first number that is not zero, `~` what does not change the second one. A version
/// with a pre-release lies in a range only if one of its comparisons has a pre-release too.
public struct VersionRange: Sendable, Hashable, CustomStringConvertible {
    private struct Comparison: Sendable, Hashable {
        var lower: TagVersion?
        var includesLower = true
        var upper: TagVersion?
        var includesUpper = false
        var excluded: TagVersion?
        var allowsPrerelease: Bool

        func contains(_ version: TagVersion) -> Bool {
            if let lower, version < lower || (version == lower && !includesLower) { return false }
            if let upper, upper < version || (version == upper && !includesUpper) { return false }
            return version != excluded
        }
    }

    /// The range as it was written.
    public let description: String
    private let alternatives: [[Comparison]]

    /// Reads a range; nil if it is none.
    public init?(_ text: String) {
        var alternatives: [[Comparison]] = []
        var rest = text[...]
        while true {
            let bar = rest.firstRange(of: "||")
            let words = rest[..<(bar?.lowerBound ?? rest.endIndex)].split { $0 == " " || $0 == "," }
            var comparisons: [Comparison] = []
            for word in words {
                guard let comparison = Self.comparison(word) else { return nil }
                comparisons.append(comparison)
            }
            guard !comparisons.isEmpty else { return nil }
            alternatives.append(comparisons)
            guard let bar else { break }
            rest = rest[bar.upperBound...]
        }
        self.alternatives = alternatives
        description = text
    }

    /// Whether a tag spells a version in the range.
    public func contains(_ tag: Tag) -> Bool {
        guard let version = TagVersion(tag.name[...]) else { return false }
        return alternatives.contains { comparisons in
            if !version.prerelease.isEmpty, !comparisons.contains(where: \.allowsPrerelease) { return false }
            return comparisons.allSatisfy { $0.contains(version) }
        }
    }

    private static let operators = [">=", "<=", "!=", ">", "<", "=", "^", "~"]

    private static func comparison(_ word: Substring) -> Comparison? {
        let symbol = operators.first { word.hasPrefix($0) } ?? ""
        let parts = word.dropFirst(symbol.count).split(separator: ".", omittingEmptySubsequences: false)
        let fixed = parts.prefix { !["x", "X", "*"].contains($0) }
        guard !parts.isEmpty, parts.dropFirst(fixed.count).allSatisfy({ ["x", "X", "*"].contains($0) }) else {
            return nil
        }
        guard !fixed.isEmpty else { return symbol.isEmpty ? Comparison(allowsPrerelease: false) : nil }
        guard let base = TagVersion(fixed.joined(separator: ".")[...]) else { return nil }
        let given = min(3, base.prerelease.isEmpty ? fixed.count : 3)
        var comparison = Comparison(allowsPrerelease: !base.prerelease.isEmpty)
        switch symbol {
        case ">=": comparison.lower = base
        case ">": (comparison.lower, comparison.includesLower) = (base, false)
        case "<": comparison.upper = base
        case "<=": (comparison.upper, comparison.includesUpper) = (base, true)
        case "!=": comparison.excluded = base
        case "^":
            comparison.lower = base
            comparison.upper = base.next(after: base.numbers.firstIndex { $0 != 0 } ?? given - 1)
        case "~": (comparison.lower, comparison.upper) = (base, base.next(after: min(1, given - 1)))
        default:
            comparison.lower = base
            if given < 3 {
                comparison.upper = base.next(after: given - 1)
            } else {
                (comparison.upper, comparison.includesUpper) = (base, true)
            }
        }
        return comparison
    }
}

extension TagVersion {
    /// The first version whose number at `place` is larger.
    fileprivate func next(after place: Int) -> TagVersion {
        var next = self
        next.prerelease = []
        next.numbers[place] = next.numbers[place] == .max ? .max : next.numbers[place] + 1
        for later in next.numbers.indices where later > place { next.numbers[later] = 0 }
        return next
    }
}
