/// Constraints on versions in `Chart.yaml`: the grammar of Masterminds' `semver`, which Helm uses.
struct VersionRange {
    /// Alternatives, each a list of bounds that must all hold.
    private let alternatives: [[VersionBound]]

    /// Whether a text is a version, possibly one without its last numbers.
    static func isVersion(_ text: String) -> Bool { LooseVersion(text) != nil }

    /// Whether a constraint accepts a version; false also if either is malformed.
    static func accepts(_ constraint: String, _ version: String) -> Bool {
        guard let version = LooseVersion(version), let range = VersionRange(constraint) else { return false }
        return range.alternatives.contains { $0.allSatisfy { $0.accepts(version) } }
    }

    private init?(_ text: String) {
        var alternatives: [[VersionBound]] = []
        for part in Self.split(Substring(text)) {
            guard let bounds = Self.bounds(part), !bounds.isEmpty else { return nil }
            alternatives.append(bounds)
        }
        self.alternatives = alternatives
    }

    private static func split(_ text: Substring) -> [Substring] {
        var parts: [Substring] = []
        var rest = text
        while let mark = rest.firstRange(of: "||") {
            parts.append(rest[..<mark.lowerBound])
            rest = rest[mark.upperBound...]
        }
        return parts + [rest]
    }

    private static func isSpace(_ character: Character) -> Bool { character == " " || character == "\t" }

    /// Bounds one after the other, with commas or spaces between them; `a - b` is a bound on both sides.
    private static func bounds(_ text: Substring) -> [VersionBound]? {
        var bounds: [VersionBound] = []
        var rest = text.drop(while: isSpace)
        while !rest.isEmpty {
            let symbol = rest.prefix { "=!<>~^".contains($0) }
            rest = rest.dropFirst(symbol.count).drop(while: isSpace)
            let version = rest.prefix { !isSpace($0) && $0 != "," }
            rest = rest.dropFirst(version.count).drop(while: isSpace)
            if symbol.isEmpty, rest.first == "-", let next = rest.dropFirst().first, isSpace(next) {
                rest = rest.dropFirst().drop(while: isSpace)
                let upper = rest.prefix { !isSpace($0) && $0 != "," }
                rest = rest.dropFirst(upper.count).drop(while: isSpace)
                guard let from = VersionBound(">=", version), let to = VersionBound("<=", upper) else { return nil }
                bounds += [from, to]
            } else {
                guard let bound = VersionBound(symbol, version) else { return nil }
                bounds.append(bound)
            }
            if rest.first == "," {
                rest = rest.dropFirst().drop(while: isSpace)
                if rest.isEmpty { return nil }
            }
        }
        return bounds
    }
}

/// A version, with zeros for numbers that are not given.
struct LooseVersion {
    var numbers: [UInt64]
    var prerelease: [Substring]

    init?(_ text: some StringProtocol) {
        var rest = Substring(text)
        if rest.first == "v" { rest = rest.dropFirst() }
        if let plus = rest.firstIndex(of: "+") {
            guard Self.areIdentifiers(rest[rest.index(after: plus)...]) else { return nil }
            rest = rest[..<plus]
        }
        prerelease = []
        if let dash = rest.firstIndex(of: "-") {
            let tail = rest[rest.index(after: dash)...]
            guard Self.areIdentifiers(tail) else { return nil }
            prerelease = tail.split(separator: ".")
            // Numbers may not begin with a zero.
            if prerelease.contains(where: { $0.utf8.count > 1 && $0.first == "0" && $0.allSatisfy(\.isNumber) }) {
                return nil
            }
            rest = rest[..<dash]
        }
        let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        numbers = []
        for part in parts {
            guard !part.isEmpty, part.utf8.allSatisfy({ $0 &- 48 < 10 }), let number = UInt64(part) else { return nil }
            numbers.append(number)
        }
        while numbers.count < 3 { numbers.append(0) }
    }

    private static func areIdentifiers(_ text: Substring) -> Bool {
        text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.utf8.allSatisfy { byte in
                    byte &- 48 < 10 || (byte | 0x20) &- 97 < 26 || byte == UInt8(ascii: "-")
                }
        }
    }

    /// Negative, zero or positive: the precedence of semantic versioning.
    func compare(_ other: LooseVersion) -> Int {
        for (a, b) in zip(numbers, other.numbers) where a != b { return a < b ? -1 : 1 }
        if prerelease.isEmpty || other.prerelease.isEmpty {
            return (prerelease.isEmpty ? 1 : 0) - (other.prerelease.isEmpty ? 1 : 0)
        }
        for (a, b) in zip(prerelease, other.prerelease) where a != b {
            switch (UInt64(a), UInt64(b)) {
            case (let x?, let y?): return x < y ? -1 : 1
            case (nil, nil): return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : 1
            case (let x, _): return x == nil ? 1 : -1
            }
        }
        return prerelease.count - other.prerelease.count
    }
}

/// One bound of a constraint, such as `>=1.2` or `^1.x`.
private struct VersionBound {
    private let symbol: Substring
    private let version: LooseVersion
    /// How many numbers of the version are given.
    private let given: Int

    init?(_ symbol: some StringProtocol, _ text: Substring) {
        let known = ["", "=", "!=", ">", "<", ">=", "=>", "<=", "=<", "~", "~>", "^"]
        guard known.contains(String(symbol)) else { return nil }
        self.symbol = Substring(symbol)
        var body = text.first == "v" ? text.dropFirst() : text
        var suffix = Substring()
        if let end = body.firstIndex(where: { $0 == "-" || $0 == "+" }) {
            suffix = body[end...]
            body = body[..<end]
        }
        let parts = body.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        let numbers = parts.prefix { !["x", "X", "*"].contains($0) }
        guard parts.dropFirst(numbers.count).allSatisfy({ !$0.isEmpty }) else { return nil }
        given = numbers.count
        let padded = (numbers.map(String.init) + ["0", "0", "0"]).prefix(3).joined(separator: ".")
        guard let version = LooseVersion(padded + suffix) else { return nil }
        self.version = version
    }

    func accepts(_ other: LooseVersion) -> Bool {
        // Versions before a release are accepted only by bounds that name one.
        if !other.prerelease.isEmpty, version.prerelease.isEmpty { return false }
        let order = other.compare(version)
        switch symbol {
        case "", "=": return given == 3 ? order == 0 : order >= 0 && isWithinTilde(other)
        case "!=": return given == 3 ? order != 0 : !hasSameGivenNumbers(other)
        case ">": return given == 3 ? order > 0 : order > 0 && !hasSameGivenNumbers(other)
        case "<": return order < 0
        case ">=", "=>": return order >= 0
        case "<=", "=<": return order <= 0 || (given < 3 && hasSameGivenNumbers(other))
        case "~", "~>": return order >= 0 && isWithinTilde(other)
        default: return order >= 0 && isWithinCaret(other)
        }
    }

    private func hasSameGivenNumbers(_ other: LooseVersion) -> Bool {
        other.numbers.prefix(given).elementsEqual(version.numbers.prefix(given))
    }

    private func isWithinTilde(_ other: LooseVersion) -> Bool {
        if given == 0 || (given == 3 && version.numbers == [0, 0, 0]) { return true }
        return other.numbers.prefix(min(given, 2)).elementsEqual(version.numbers.prefix(min(given, 2)))
    }

    /// The first number that is not zero stays.
    private func isWithinCaret(_ other: LooseVersion) -> Bool {
        if given == 0 { return true }
        let first = version.numbers.firstIndex { $0 > 0 } ?? 2
        let kept = min(first + 1, max(given, 1))
        return other.numbers.prefix(kept).elementsEqual(version.numbers.prefix(kept))
    }
}
