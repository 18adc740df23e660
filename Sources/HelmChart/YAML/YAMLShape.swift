import GoTemplate

/// What a value is in YAML once it went through JSON.
enum YAMLShape {
    /// A text, and whether it may stand without quotes.
    case scalar([UInt8], isPlain: Bool)
    case list([Value])
    case map([(key: [UInt8], value: Value)])

    init(_ value: Value) {
        switch value {
        case .null, .nilInterface: self = .scalar(Array("null".utf8), isPlain: true)
        case .bool(let flag): self = .scalar(Array((flag ? "true" : "false").utf8), isPlain: true)
        case .integer(let number, _): self = .scalar(Array(String(number).utf8), isPlain: true)
        case .unsigned(let number, _): self = .scalar(Array(String(number).utf8), isPlain: true)
        case .float(let number): self = .scalar(Self.float(number), isPlain: true)
        case .string(let text): self = Self.string(text.bytes)
        case .list(let list) where list.type == .bytes: self = Self.base64(list)
        case .list(let list) where list.isAbsent: self = .scalar(Array("null".utf8), isPlain: true)
        case .list(let list): self = .list(list.elements)
        case .map(let map) where map.isAbsent: self = .scalar(Array("null".utf8), isPlain: true)
        case .map(let map): self = Self.mapping(map.entries.map { ($0.bytes, $1) })
        case .object(let object): self = Self.object(object)
        }
    }

    private static func string(_ bytes: [UInt8]) -> YAMLShape {
        // JSON has replacement characters for what is no UTF-8.
        let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
        return .scalar(text, isPlain: YAMLScalarRules.canBePlain(text))
    }

    private static func base64(_ list: ListValue) -> YAMLShape {
        let bytes = list.elements.map { element -> UInt8 in
            if case .unsigned(let byte, _) = element { return UInt8(truncatingIfNeeded: byte) }
            return 0
        }
        return string(Base64Text.encoded(bytes))
    }

    private static func mapping(_ entries: [(key: [UInt8], value: Value)]) -> YAMLShape {
        if entries.count < 2 { return .map(entries) }
        return .map(
            entries.map { (order: NaturalOrder($0.key), entry: $0) }
                .sorted { $0.order < $1.order }.map(\.entry)
        )
    }

    private static func object(_ object: any TemplateObject) -> YAMLShape {
        if let elements = object.rangeElements { return .list(elements.map(\.element)) }
        let fields = object.serialisedFields
        if fields.isEmpty, let text = object.stringForm { return string(text.bytes) }
        return mapping(fields.map { ($0.name.bytes, $0.value) })
    }

    /// A number as yaml.v2 prints it after reading the number that JSON has.
    private static func float(_ number: Double) -> [UInt8] {
        if number.rounded(.towardZero) == number, number.magnitude < 0x1p64 {
            if let integer = Int64(exactly: number) { return Array(String(integer).utf8) }
            if let integer = UInt64(exactly: number) { return Array(String(integer).utf8) }
        }
        return GoFormat.sprintf("%v", [.float(number)]).bytes
    }
}
