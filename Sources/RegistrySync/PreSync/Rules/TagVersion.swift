/// The version that a tag spells, such as `1.27.3-alpine`: up to three numbers and a pre-release, by the precedence of
/// Semantic Versioning 2.0.0, section 11. A leading `v` and what follows a `+` do not count; missing numbers are zero.
struct TagVersion: Sendable, Hashable, Comparable {
    var numbers: [UInt64]
    var prerelease: [Substring]

    /// Nil if the tag is no version.
    init?(_ tag: Substring) {
        var text = tag
        if text.first == "v" || text.first == "V" { text = text.dropFirst() }
        if let plus = text.firstIndex(of: "+") { text = text[..<plus] }
        let dash = text.firstIndex(of: "-") ?? text.endIndex
        let parts = text[..<dash].split(separator: ".", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count) else { return nil }
        numbers = []
        for part in parts {
            guard let number = UInt64(part), part.first != "+" else { return nil }
            numbers.append(number)
        }
        while numbers.count < 3 { numbers.append(0) }
        prerelease = dash == text.endIndex ? [] : text[text.index(after: dash)...].split(separator: ".")
    }

    static func < (a: TagVersion, b: TagVersion) -> Bool {
        if a.numbers != b.numbers { return a.numbers.lexicographicallyPrecedes(b.numbers) }
        if a.prerelease.isEmpty || b.prerelease.isEmpty { return !a.prerelease.isEmpty && b.prerelease.isEmpty }
        return a.prerelease.lexicographicallyPrecedes(b.prerelease, by: precedes)
    }

    private static func precedes(_ a: Substring, _ b: Substring) -> Bool {
        switch (UInt64(a), UInt64(b)) {
        case (let a?, let b?): a < b
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): a.utf8.lexicographicallyPrecedes(b.utf8)
        }
    }
}
