import YAMLTree

/// Reads scalars without quotes as YAML 1.1 does, for files of version 1: the program that read them knew nothing else.
///
/// `yes`, `no`, `on` and `off` are Booleans, numbers may be counted by sixties (`1:30` is 90), and a number with an
/// exponent needs a point and a sign (`1e3` is text).
enum Version1Scalars {
    /// Reads a document of version 1, whose labels may be anything but null.
    static func normalize(document: inout Node) {
        normalize(&document)
        document.modifyEntries(of: "services") { _, service in
            guard var labels = service["labels"], case .mapping(let mapping) = labels.content else { return }
            labels.content = .mapping(
                mapping.mapValues { label in
                    guard let text = label.value.printed, label.value.string() == nil else { return label.value }
                    return .string(text, location: label.value.location)
                }
            )
            service["labels"] = labels
        }
    }

    private static func normalize(_ node: inout Node, isItem: Bool = false) {
        switch node.content {
        case .scalar(let scalar):
            guard scalar.isPlain, node.tag == nil else { return }
            if let value = bool(scalar.text) {
                node.content = .scalar(Scalar(value ? "true" : "false", style: .plain))
            } else if isText(scalar.text) {
                node.content = .scalar(Scalar(scalar.text, style: .string))
            } else if !isItem, let seconds = sexagesimal(scalar.text) {
                // In lists, what looks so is a pair of ports, and always was meant as one.
                node.content = .scalar(Scalar(String(seconds), style: .plain))
            }
        case .sequence(var items):
            node.content = .sequence([])
            for index in items.indices { normalize(&items[index], isItem: true) }
            node.content = .sequence(items)
        case .mapping(var mapping):
            node.content = .sequence([])
            for index in 0..<mapping.count { mapping.modifyValue(at: index) { normalize(&$0) } }
            node.content = .mapping(mapping)
        }
    }

    private static func bool(_ text: String) -> Bool? {
        switch text {
        case "yes", "Yes", "YES", "on", "On", "ON": true
        case "no", "No", "NO", "off", "Off", "OFF": false
        default: nil
        }
    }

    /// Whether YAML 1.2 sees a number with an exponent where YAML 1.1 sees text.
    private static func isText(_ text: String) -> Bool {
        guard let exponent = text.utf8.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }),
            ScalarSchema.core.kind(of: Scalar(text, style: .plain)) == .float
        else { return false }
        let next = text.utf8[text.utf8.index(after: exponent)...].first
        let hasSign = next == UInt8(ascii: "+") || next == UInt8(ascii: "-")
        return !hasSign || !text.utf8[..<exponent].contains(UInt8(ascii: "."))
    }

    private static func sexagesimal(_ text: String) -> Int? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count > 1, parts.count < 6, let first = parts[0].first, first != UInt8(ascii: "0"),
            parts[0].count < 9
        else { return nil }
        var total = 0
        for (index, part) in parts.enumerated() {
            guard !part.isEmpty, part.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), let value = Int(Substring(part)),
                index == 0 || (value < 60 && part.count < 3)
            else { return nil }
            total = total * 60 + value
        }
        return total
    }
}
