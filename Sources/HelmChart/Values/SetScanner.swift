/// The characters of an option of the kind of `--set`.
struct SetScanner {
    let bytes: [UInt8]
    var position = 0
    /// Whether a backslash makes the character after it one of the text.
    let hasEscapes: Bool

    init(_ bytes: [UInt8], hasEscapes: Bool) {
        // Go reads characters; bytes that are none become replacement characters.
        self.bytes = bytes.validUTF8
        self.hasEscapes = hasEscapes
    }

    var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    mutating func skip() {
        if position < bytes.count { position += 1 }
    }

    /// The text up to one of `marks`, which are ASCII characters, and the mark, which is passed; no mark at the end.
    mutating func text(before marks: String) -> (text: [UInt8], mark: UInt8?) {
        var text: [UInt8] = []
        while let byte = peek {
            position += 1
            if marks.utf8.contains(byte) { return (text, byte) }
            if hasEscapes, byte == UInt8(ascii: "\\") {
                guard let next = peek else { return (text, nil) }
                text.append(next)
                position += 1
            } else {
                text.append(byte)
            }
        }
        return (text, nil)
    }

    /// All that is left.
    mutating func rest() -> [UInt8] {
        defer { position = bytes.count }
        return Array(bytes[position...])
    }

    /// Passes spaces, and a comma or the end behind them; answers whether one of these was there.
    mutating func isAtSeparator() -> Bool {
        while let byte = peek {
            if byte == UInt8(ascii: ",") {
                position += 1
                return true
            }
            guard byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) else { return false }
            position += 1
        }
        return true
    }

    mutating func skipSeparator() {
        _ = isAtSeparator()
    }
}
