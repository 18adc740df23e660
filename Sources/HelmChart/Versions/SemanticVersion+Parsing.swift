/// Why a text is no version or no constraint, as the messages of Helm's library have it.
package struct VersionError: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String

    static let invalid = VersionError(description: "invalid semantic version")
    static let empty = VersionError(description: "version string empty")
    static let invalidCharacters = VersionError(description: "invalid characters in version")
    static let leadingZero = VersionError(description: "version segment starts with 0")
    static let invalidMetadata = VersionError(description: "invalid metadata string")
    static let invalidPrerelease = VersionError(description: "invalid prerelease string")
}

extension SemanticVersion {
    /// Reads `v1.2.3-rc.1+build`; the `v`, minor and patch may be missing, and numbers may begin with zeros.
    package init(_ text: String) throws(VersionError) {
        var scanner = VersionScanner(text)
        guard let parts = scanner.version(isSegment: VersionScanner.isDigit), scanner.isAtEnd else {
            throw .invalid
        }
        major = try Self.number(parts.segments[0])
        minor = parts.segments.count > 1 ? try Self.number(parts.segments[1]) : 0
        patch = parts.segments.count > 2 ? try Self.number(parts.segments[2]) : 0
        (prerelease, metadata, original) = (parts.prerelease, parts.metadata, text)
        try Self.checkPrerelease(prerelease)
    }

    /// Reads a version that is exactly of Semantic Versioning's form.
    package init(strict text: String) throws(VersionError) {
        guard !text.isEmpty else { throw .empty }
        var parts = text.split(separator: ".", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3 else { throw .invalid }
        (prerelease, metadata, original) = ("", "", text)
        if let plus = parts[2].firstIndex(of: "+") {
            metadata = String(parts[2][parts[2].index(after: plus)...])
            parts[2] = String(parts[2][..<plus])
            try Self.checkIdentifiers(metadata, or: .invalidMetadata)
        }
        if let hyphen = parts[2].firstIndex(of: "-") {
            prerelease = String(parts[2][parts[2].index(after: hyphen)...])
            parts[2] = String(parts[2][..<hyphen])
            try Self.checkIdentifiers(prerelease, or: .invalidPrerelease)
            try Self.checkPrerelease(prerelease)
        }
        for part in parts {
            guard part.utf8.allSatisfy(VersionScanner.isDigit) else { throw .invalidCharacters }
            if part.utf8.count > 1, part.hasPrefix("0") { throw .leadingZero }
        }
        major = try Self.parse(parts[0])
        minor = try Self.parse(parts[1])
        patch = try Self.parse(parts[2])
    }

    /// Refuses numeric parts with leading zeros, which no prerelease has.
    static func checkPrerelease(_ text: String) throws(VersionError) {
        for part in text.utf8.split(separator: UInt8(ascii: ".")) where part.count > 1 {
            if part.first == UInt8(ascii: "0"), part.allSatisfy(VersionScanner.isDigit) { throw .leadingZero }
        }
    }

    /// Refuses what are not identifiers with points between them.
    static func checkIdentifiers(_ text: String, or error: VersionError) throws(VersionError) {
        for part in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false) {
            guard !part.isEmpty, part.allSatisfy(VersionScanner.isIdentifier) else { throw error }
        }
    }

    private static func number(_ text: String) throws(VersionError) -> UInt64 {
        do {
            return try parse(text)
        } catch {
            throw VersionError(description: "error parsing version segment: \(error)")
        }
    }

    private static func parse(_ text: String) throws(VersionError) -> UInt64 {
        if let number = UInt64(text) { return number }
        let reason = text.isEmpty ? "invalid syntax" : "value out of range"
        throw VersionError(description: "strconv.ParseUint: parsing \"\(text)\": \(reason)")
    }
}
