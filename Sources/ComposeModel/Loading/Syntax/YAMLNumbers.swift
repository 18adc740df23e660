import YAMLTree

/// Brings numbers to the form that every reader takes for the same number.
///
/// Compose files are read with the rules of YAML 1.2, plus those of YAML 1.1 for integers: `0644` is octal, `0b1010`
/// binary, and underscores may group digits (so does go-yaml, which the reference uses).
enum YAMLNumbers {
    static func normalize(_ node: inout Node) {
        switch node.content {
        case .scalar(let scalar):
            guard scalar.isPlain, node.tag == nil, let number = normalized(scalar.text) else { return }
            node.content = .scalar(Scalar(number, style: .plain))
        case .sequence(var items):
            node.content = .sequence([])
            for index in items.indices { normalize(&items[index]) }
            node.content = .sequence(items)
        case .mapping(var mapping):
            node.content = .sequence([])
            for index in 0..<mapping.count { mapping.modifyValue(at: index) { normalize(&$0) } }
            node.content = .mapping(mapping)
        }
    }

    /// The decimal form of a number that YAML 1.2 reads otherwise; nil for everything else.
    static func normalized(_ text: String) -> String? {
        var copy = text
        let isCandidate = copy.withUTF8 { bytes in
            guard let first = bytes.first else { return false }
            let signed = first == UInt8(ascii: "-") || first == UInt8(ascii: "+")
            guard bytes.count > 1 || !signed else { return false }
            let digit = signed ? bytes[1] : first
            guard digit &- UInt8(ascii: "0") < 10 else { return false }
            if signed && first == UInt8(ascii: "+") { return true }
            return bytes.count > 1 && digit == UInt8(ascii: "0") || bytes.contains(UInt8(ascii: "_"))
        }
        guard isCandidate else { return nil }
        if let integer = integer(text) { return String(integer) }
        let plain = text.filter { $0 != "_" }
        guard ScalarSchema.core.double(plain) != nil else { return nil }
        return plain.contains(where: { $0 == "." || $0 == "e" || $0 == "E" }) ? plain : String(plain.drop { $0 == "0" })
    }

    private static func integer(_ text: String) -> Int? {
        var digits = text.filter { $0 != "_" }[...]
        let isNegative = digits.first == "-"
        if isNegative || digits.first == "+" { digits = digits.dropFirst() }
        var radix = 10
        if digits.count > 1, digits.first == "0" {
            switch digits.dropFirst().first {
            case "x", "X": radix = 16
            case "o", "O": radix = 8
            case "b", "B": radix = 2
            default: radix = 7
            }
            if radix == 7 {
                radix = 8
                digits = digits.dropFirst()
            } else {
                digits = digits.dropFirst(2)
            }
        }
        guard digits.first != "-", digits.first != "+" else { return nil }
        return Int((isNegative ? "-" : "") + digits, radix: radix)
    }
}
