import GoTemplate

extension ByteString {
    /// The texts with `separator` between them.
    init(joining texts: [ByteString], _ separator: ByteString) {
        self = texts.first ?? ByteString()
        for text in texts.dropFirst() {
            bytes += separator.bytes
            bytes += text.bytes
        }
    }

    /// The text in single quotes; nothing in it is escaped.
    init(quoting text: ByteString) {
        let quote = UInt8(ascii: "'")
        self.init([quote] + text.bytes + [quote])
    }

    func hasSuffix(_ suffix: ByteString) -> Bool {
        bytes.count >= suffix.bytes.count && bytes.suffix(suffix.bytes.count).elementsEqual(suffix.bytes)
    }
}
