import GoTemplate

/// The libraries of Go whose YAML Helm writes: `toYaml` uses go-yaml v2, `toYamlPretty` v3.
enum YAMLLibrary {
    /// YAML 1.1; lists stand below their key without indentation; lines are folded at 80 columns.
    case v2
    /// YAML 1.2 with octals of both kinds; lists are indented; lines are never folded.
    case v3
}

/// What a scalar without quotes means: the rules of go-yaml.
enum ScalarResolver {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    enum Meaning {
        case null
        case bool(Bool)
        case integer(Int64)
        case unsigned(UInt64)
        case float(Double)
        case timestamp
        case string

        /// Whether this is text that needs no quotes to stay text.
        var isString: Bool {
            if case .string = self { return true }
            return false
        }
    }

    static func meaning(of text: Bytes, _ library: YAMLLibrary) -> Meaning {
        guard let first = text.first else { return .null }
        switch first {
        case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
            UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"),
            UInt8(ascii: "~"):
            return word(text, library) ?? .string
        case UInt8(ascii: "."):
            if let value = word(text, library) { return value }
            return GoNumber.float(String(decoding: text, as: UTF8.self)).map(Meaning.float) ?? .string
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"):
            if let value = word(text, library) { return value }
            if TimestampShape.matches(text) { return .timestamp }
            return number(text, library)
        default: return .string
        }
    }

    private static let longestWord = 5

    private static func word(_ text: Bytes, _ library: YAMLLibrary) -> Meaning? {
        guard text.count <= longestWord else { return nil }
        let word = String(decoding: text, as: UTF8.self)
        return words[word] ?? (library == .v2 ? wordsOfVersion1[word] : nil)
    }

    private static let words: [String: Meaning] = [
        "true": .bool(true), "True": .bool(true), "TRUE": .bool(true),
        "false": .bool(false), "False": .bool(false), "FALSE": .bool(false),
        "~": .null, "null": .null, "Null": .null, "NULL": .null,
        ".nan": .float(.nan), ".NaN": .float(.nan), ".NAN": .float(.nan),
        ".inf": .float(.infinity), ".Inf": .float(.infinity), ".INF": .float(.infinity),
        "+.inf": .float(.infinity), "+.Inf": .float(.infinity), "+.INF": .float(.infinity),
        "-.inf": .float(-.infinity), "-.Inf": .float(-.infinity), "-.INF": .float(-.infinity),
    ]

    private static let wordsOfVersion1: [String: Meaning] = [
        "y": .bool(true), "Y": .bool(true), "yes": .bool(true), "Yes": .bool(true), "YES": .bool(true),
        "on": .bool(true), "On": .bool(true), "ON": .bool(true),
        "n": .bool(false), "N": .bool(false), "no": .bool(false), "No": .bool(false), "NO": .bool(false),
        "off": .bool(false), "Off": .bool(false), "OFF": .bool(false),
    ]

    /// Whether YAML 1.1 takes the text for a Boolean: version 3 does not, but quotes it for those that do.
    static func isWordOfVersion1(_ text: Bytes) -> Bool {
        text.count <= longestWord && wordsOfVersion1[String(decoding: text, as: UTF8.self)] != nil
    }

    // MARK: Numbers

    private static func number(_ text: Bytes, _ library: YAMLLibrary) -> Meaning {
        guard mayBeNumber(text) else { return .string }
        let bytes = text.filter { $0 != UInt8(ascii: "_") }
        let plain = String(decoding: bytes, as: UTF8.self)
        if let value = GoNumber.integer(plain) { return .integer(value) }
        if let value = GoNumber.unsigned(plain) { return .unsigned(value) }
        if isDecimalFloat(bytes), let value = GoNumber.float(plain) { return .float(value) }
        return .string
    }

    /// Whether all characters can stand in a number, so that most texts that begin with a digit are told early.
    private static func mayBeNumber(_ text: Bytes) -> Bool {
        text.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
                UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"),
                UInt8(ascii: "O"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    /// `[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?`
    private static func isDecimalFloat(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        func sign(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") }
        func digits() -> Int {
            let digits = rest.prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            rest = rest.dropFirst(digits.count)
            return digits.count
        }
        if let first = rest.first, sign(first) { rest = rest.dropFirst() }
        let whole = digits()
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            if digits() == 0, whole == 0 { return false }
        } else if whole == 0 {
            return false
        }
        guard let mark = rest.first else { return true }
        guard mark | 0x20 == UInt8(ascii: "e") else { return false }
        rest = rest.dropFirst()
        if let first = rest.first, sign(first) { rest = rest.dropFirst() }
        return digits() > 0 && rest.isEmpty
    }

    /// Whether YAML 1.1 takes the text for a number to the base 60, such as `12:30`. The libraries do not read such
    /// numbers, but quote them for those that do.
    static func isSexagesimal(_ text: Bytes) -> Bool {
        guard let first = text.first, text.contains(UInt8(ascii: ":")) else { return false }
        func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
        var rest = text[...]
        if first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest = rest.dropFirst() }
        guard let digit = rest.first, isDigit(digit) else { return false }
        rest = rest.drop { isDigit($0) || $0 == UInt8(ascii: "_") }
        var groups = 0
        while rest.first == UInt8(ascii: ":") {
            rest = rest.dropFirst()
            let group = rest.prefix(while: isDigit)
            guard let lead = group.first, group.count <= 2 else { return false }
            if group.count == 2, lead > UInt8(ascii: "5") { return false }
            rest = rest.dropFirst(group.count)
            groups += 1
        }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst().drop { isDigit($0) || $0 == UInt8(ascii: "_") }
        }
        return groups > 0 && rest.isEmpty
    }
}
