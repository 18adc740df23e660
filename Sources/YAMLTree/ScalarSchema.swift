/// The rules by which a scalar without quotes gets its type.
public enum ScalarSchema: Sendable, Hashable {
    /// The core schema of YAML 1.2 (section 10.3.2), which Compose files follow.
    case core
    /// The YAML 1.1 rules that Kubernetes tooling (`sigs.k8s.io/yaml`) applies: `yes`, `no`, `on`, `off`, `y` and `n`
    /// are Booleans too, `0b`, `0o`, `0x` and a leading zero mark integers, and underscores may group digits.
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

    /// The type of `scalar`, taking an explicit standard tag into account.
    public func kind(of scalar: Scalar, tag: String? = nil) -> Kind {
        if let tag {
            switch tag {
            case "tag:yaml.org,2002:str", "!": return .string
            case "tag:yaml.org,2002:int": return .integer
            case "tag:yaml.org,2002:float": return .float
            case "tag:yaml.org,2002:bool": return .bool
            case "tag:yaml.org,2002:null": return .null
            default: break
            }
        }
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
            ScalarRules.kind(of: bytes, self) == .integer ? ScalarRules.integer(bytes, self) : nil
        }
    }

    /// The value of a number, with or without a fraction; nil if the text is none under this schema.
    public func double(_ text: String) -> Double? {
        var copy = text
        switch copy.withUTF8({ ScalarRules.kind(of: $0, self) }) {
        case .integer:
            if let integer = integer(text) { return Double(integer) }
            return Double(text.filter { $0 != "_" })
        case .float:
            let plain = text.filter { $0 != "_" }
            switch plain.lowercased() {
            case ".inf", "+.inf": return .infinity
            case "-.inf": return -.infinity
            case ".nan": return .nan
            default: return Double(plain.hasSuffix(".") ? plain + "0" : plain)
            }
        default: return nil
        }
    }
}
