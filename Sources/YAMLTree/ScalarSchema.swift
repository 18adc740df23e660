/// The rules by which a scalar without quotes gets its type.
public enum ScalarSchema: Sendable, Hashable {
    /// The core schema of YAML 1.2 (section 10.3.2), which Compose files follow.
    case core
    /// The YAML 1.1 rules that Kubernetes tooling (`sigs.k8s.io/yaml`) applies: `yes`, `no`, `on`, `off`, `y` and `n`
    /// are Booleans too, `0b`, `0o`, `0x` and a leading zero mark integers, and underscores may group digits. Decimal
    /// integers that do not fit into 64 bits are floats, floats that no double can hold are strings, and so are dates.
    case kubernetes

    /// The type of a scalar.
    public enum Kind: Sendable, Hashable, CustomStringConvertible {
        /// The null value.
        case null
        /// A Boolean.
        case bool
        /// An integer.
        case integer
        /// A number with a fraction or an exponent, infinity, or not-a-number.
        case float
        /// A string.
        case string

        /// The type in words for a message.
        public var description: String {
            switch self {
            case .null: "null"
            case .bool: "a Boolean"
            case .integer: "an integer"
            case .float: "a number"
            case .string: "a string"
            }
        }
    }

    private static let kinds: [String: Kind] = [
        "!": .string,
        "tag:yaml.org,2002:str": .string,
        "tag:yaml.org,2002:int": .integer,
        "tag:yaml.org,2002:float": .float,
        "tag:yaml.org,2002:bool": .bool,
        "tag:yaml.org,2002:null": .null,
    ]

    /// The type of `scalar`, taking an explicit standard tag into account.
    public func kind(of scalar: Scalar, tag: String? = nil) -> Kind {
        if let tag, let kind = Self.kinds[tag] { return kind }
        guard scalar.isPlain else { return .string }
        var text = scalar.text
        return text.withUTF8 { ScalarRules.kind(of: $0, self) }
    }

    /// The value of a Boolean; nil if the text is none under this schema.
    public func bool(_ text: String) -> Bool? {
        var text = text
        return text.withUTF8 { ScalarRules.bool($0, self) }
    }

    /// The value of an integer; nil if the text is none under this schema or does not fit.
    public func integer(_ text: String) -> Int? {
        var text = text
        return text.withUTF8 { bytes in
            guard ScalarRules.kind(of: bytes, self) == .integer else { return nil }
            return ScalarNumber.json(bytes, .integer, self).flatMap { Int(String(decoding: $0, as: UTF8.self)) }
        }
    }

    /// The value of a number, with or without a fraction; nil if the text is none under this schema.
    public func double(_ text: String) -> Double? {
        var text = text
        return text.withUTF8 { bytes in
            let kind = ScalarRules.kind(of: bytes, self)
            guard kind == .integer || kind == .float else { return nil }
            if let exact = ScalarNumber.json(bytes, kind, self) {
                return Double(String(decoding: exact, as: UTF8.self))
            }
            guard kind == .float, let last = bytes.last else { return nil }
            if last | 0x20 == ascii("n") { return .nan }
            return bytes[0] == ascii("-") ? -.infinity : .infinity
        }
    }
}
