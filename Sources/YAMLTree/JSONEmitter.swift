/// Lays trees out as JSON.
struct JSONEmitter: ~Copyable {
    private(set) var bytes = ByteBuffer()
    private let layout: JSONWriter.Layout
    private let schema: ScalarSchema
    /// Whether this is the text of a key: one within it is not quoted again, which would double its length each time.
    private var isWithinKey = false

    init(layout: JSONWriter.Layout, schema: ScalarSchema) {
        self.layout = layout
        self.schema = schema
    }

    mutating func endText() { bytes.append(ascii("\n")) }

    mutating func value(_ node: Node, indent: Int) {
        switch node.content {
        case .scalar(let scalar): self.scalar(scalar, tag: node.tag)
        case .sequence(let items):
            bytes.append(ascii("["))
            for (position, item) in items.enumerated() {
                startItem(position, indent: indent + 2)
                value(item, indent: indent + 2)
            }
            end(ascii("]"), isEmpty: items.isEmpty, indent: indent)
        case .mapping(let mapping):
            bytes.append(ascii("{"))
            for (position, entry) in mapping.entries.enumerated() {
                startItem(position, indent: indent + 2)
                key(entry.key)
                bytes.append(ascii(":"))
                if layout == .pretty { bytes.append(ascii(" ")) }
                value(entry.value, indent: indent + 2)
            }
            end(ascii("}"), isEmpty: mapping.isEmpty, indent: indent)
        }
    }

    // MARK: Layout

    private mutating func startItem(_ position: Int, indent: Int) {
        if position > 0 { bytes.append(ascii(",")) }
        startLine(indent)
    }

    private mutating func end(_ bracket: UInt8, isEmpty: Bool, indent: Int) {
        if !isEmpty { startLine(indent) }
        bytes.append(bracket)
    }

    private mutating func startLine(_ indent: Int) {
        guard layout == .pretty else { return }
        bytes.append(ascii("\n"))
        bytes.append(spaces: indent)
    }

    // MARK: Scalars

    private mutating func key(_ node: Node) {
        if case .scalar(let scalar) = node.content {
            string(scalar.text)
        } else if isWithinKey {
            value(node, indent: 0)
        } else {
            var inner = JSONEmitter(layout: .compact, schema: schema)
            inner.isWithinKey = true
            inner.value(node, indent: 0)
            string(String(decoding: inner.bytes.bytes, as: UTF8.self))
        }
    }

    private mutating func scalar(_ scalar: Scalar, tag: String?) {
        let kind = schema.kind(of: scalar, tag: tag)
        switch kind {
        case .string: string(scalar.text)
        case .null: bytes.append("null")
        case .bool:
            // A tag can ask for what the text is not.
            guard let value = schema.bool(scalar.text) else { return string(scalar.text) }
            bytes.append(value ? "true" : "false")
        case .integer, .float: number(scalar.text)
        }
    }

    private mutating func number(_ text: String) {
        var copy = text
        let number = copy.withUTF8 { text in
            let kind = ScalarRules.kind(of: text, schema)
            return kind == .integer || kind == .float ? ScalarNumber.json(text, kind, schema) : nil
        }
        if let number { bytes.append(number) } else { string(text) }
    }

    /// Writes a string with the escapes that RFC 8259 requires.
    private mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { text in
            bytes.append(ascii("\""))
            var start = 0
            for position in text.indices {
                let byte = text[position]
                guard byte < 0x20 || byte == ascii("\"") || byte == ascii("\\") else { continue }
                bytes.append(text[start..<position])
                start = position + 1
                bytes.append(ascii("\\"))
                switch byte {
                case 0x08: bytes.append(ascii("b"))
                case 0x09: bytes.append(ascii("t"))
                case 0x0A: bytes.append(ascii("n"))
                case 0x0C: bytes.append(ascii("f"))
                case 0x0D: bytes.append(ascii("r"))
                case 0..<0x20:
                    bytes.append("u00")
                    bytes.append(hexDigit(byte >> 4))
                    bytes.append(hexDigit(byte & 0xF))
                default: bytes.append(byte)
                }
            }
            bytes.append(text[start...])
            bytes.append(ascii("\""))
        }
    }
}
