import GoTemplate

/// What becomes of texts on the way from a value through JSON to YAML.
enum JSONText {
    /// The text that go-yaml v2 reads from JSON's string for `bytes`: with replacement characters for what is no UTF-8,
    /// and folded at NEL, which JSON leaves as it is and YAML takes for the end of a line.
    ///
    /// - Throws: for characters that JSON has and YAML forbids.
    static func carried(_ bytes: [UInt8]) throws(FunctionError) -> [UInt8] {
        guard bytes.contains(where: { $0 >= 0x7F }) else { return bytes }
        let text = repaired(bytes)
        var hasNextLine = false
        for index in text.indices {
            switch text[index] {
            case 0x7F: throw forbidden
            case 0xC2 where text[index + 1] < 0xA0:
                if text[index + 1] != 0x85 { throw forbidden }
                hasNextLine = true
            case 0xEF where text[index + 1] == 0xBF && text[index + 2] >= 0xBE: throw forbidden
            default: break
            }
        }
        return hasNextLine ? folded(text) : text
    }

    /// The text with replacement characters for what is no UTF-8.
    static func repaired(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return bytes }
        return bytes.validUTF8
    }

    private static let forbidden = FunctionError("yaml: control characters are not allowed")

    /// A single NEL becomes a space, several one line feed less than they are; spaces around them vanish.
    private static func folded(_ text: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < text.count {
            guard let end = breaks(text, index) else {
                result.append(text[index])
                index += 1
                continue
            }
            result += end.count > 1 ? Array(repeating: 0x0A, count: end.count - 1) : [UInt8(ascii: " ")]
            index = end.index
        }
        return result
    }

    /// Whether spaces and at least one NEL begin here: where they end, and how many NEL they are.
    private static func breaks(_ text: [UInt8], _ start: Int) -> (index: Int, count: Int)? {
        var (index, count) = (start, 0)
        while index < text.count {
            if text[index] == UInt8(ascii: " ") {
                index += 1
            } else if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0x85 {
                index += 2
                count += 1
            } else {
                break
            }
        }
        return count > 0 ? (index, count) : nil
    }

    /// Whether the text has a NEL. A key is a key to YAML only on one line.
    private static func breaksLine(_ text: [UInt8]) -> Bool {
        text.indices.contains { text[$0] == 0xC2 && breaks(text, $0) != nil }
    }

    /// How many characters before its colon a key may take in JSON.
    private static let longestKey = 1024

    /// - Throws: if the reader of YAML gives up looking for the colon behind a key of JSON.
    static func checkKey(_ key: [UInt8]) throws(FunctionError) {
        if key.contains(0xC2), breaksLine(key) { throw FunctionError("yaml: line 1: did not find expected ',' or '}'") }
        guard key.count > longestKey / 6 - 1 else { return }
        let written = GoJSON.string(ByteString(key))
        guard written.reduce(0, { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }) > longestKey else { return }
        throw FunctionError("yaml: did not find expected ',' or '}'")
    }
}
