/// What a scalar must satisfy beyond its type.
enum ScalarRule: Sendable {
    /// A string is one of these words.
    case words([String])
    /// An integer lies in a range.
    case range(ClosedRange<Int>)
    /// A string contains a letter or digit that is followed by a character of a container name.
    case containerName
    /// A string contains one of the pull policies.
    case pullPolicy

    /// What a message says is expected when `text` breaks the rule; nil when it does not.
    func violation(_ text: String, integer: Int?) -> String? {
        switch self {
        case .words(let words):
            if words.contains(text) { return nil }
            return words.count == 1 ? "\"\(words[0])\"" : "one of " + words.map { "\"\($0)\"" }.joined(separator: ", ")
        case .range(let range):
            guard let integer, !range.contains(integer) else { return nil }
            if range.upperBound == .max { return "\(range.lowerBound) or more" }
            return "a number from \(range.lowerBound) to \(range.upperBound)"
        case .containerName:
            return Self.hasContainerName(text.utf8)
                ? nil : "a letter or digit, then letters, digits, \"_\", \".\" or \"-\""
        case .pullPolicy:
            return Self.hasPullPolicy(text)
                ? nil
                : "one of \(Self.pullPolicies.map { "\"\($0)\"" }.joined(separator: ", ")) or \"every_<duration>\""
        }
    }

    /// Whether the rule speaks about a scalar that is a string, or about one that is a number.
    func applies(toString isString: Bool) -> Bool {
        if case .range = self { !isString } else { isString }
    }

    private static func hasContainerName(_ bytes: String.UTF8View) -> Bool {
        zip(bytes, bytes.dropFirst()).contains { first, second in
            NameRule.isAlphanumeric(first) && NameRule.isNameByte(second)
        }
    }

    private static let pullPolicies = [
        "always", "never", "build", "if_not_present", "missing", "refresh", "daily", "weekly",
    ]

    private static func hasPullPolicy(_ text: String) -> Bool {
        if pullPolicies.contains(text) || pullPolicies.contains(where: { text.contains($0) }) { return true }
        guard let every = text.firstRange(of: "every_") else { return false }
        let rest = text[every.upperBound...].utf8
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard let unit = rest.dropFirst(digits.count).first else { return false }
        return !digits.isEmpty && "wdhms".utf8.contains(unit)
    }
}

/// The grammar of the keys of a mapping that are names.
enum NameRule: Sendable {
    /// Letters, digits, `.`, `_` and `-`.
    case resource
    /// The same for a mapping that ignores other keys.
    case optionalResource
    /// Anything but an empty text.
    case notEmpty
    /// Lower-case letters; the mapping ignores other keys.
    case lowercase

    /// How a key relates to the grammar.
    enum Verdict {
        case name
        case ignored
        case refused(String)
    }

    /// Whether `key` is a name.
    func verdict(_ key: String) -> Verdict {
        let bytes = key.utf8
        switch self {
        case .resource:
            return !bytes.isEmpty && bytes.allSatisfy(Self.isNameByte)
                ? .name : .refused("letters, digits, \".\", \"_\" and \"-\"")
        case .optionalResource: return !bytes.isEmpty && bytes.allSatisfy(Self.isNameByte) ? .name : .ignored
        case .notEmpty: return bytes.isEmpty ? .refused("at least one character") : .name
        case .lowercase:
            let isName = !bytes.isEmpty && bytes.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            return isName ? .name : .ignored
        }
    }

    static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
