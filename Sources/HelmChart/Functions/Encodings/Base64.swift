package import GoTemplate

/// Base64 with padding, in the standard alphabet.
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let padding = UInt8(ascii: "=")
    private static let values: [UInt8] = {
        var values = [UInt8](repeating: 0xFF, count: 256)
        for (value, letter) in alphabet.enumerated() { values[Int(letter)] = UInt8(value) }
        return values
    }()

    /// The letters, in groups of four; `=` fills up the last group if `padded`.
    package static func encode(_ bytes: [UInt8], padded: Bool = true) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let count = min(3, bytes.count - index)
            var group: UInt32 = 0
            for offset in 0..<3 { group = group << 8 | (offset < count ? UInt32(bytes[index + offset]) : 0) }
            for digit in 0..<4 {
                if digit <= count {
                    text.append(alphabet[Int(group >> UInt32(18 - 6 * digit) & 0x3F)])
                } else if padded {
                    text.append(padding)
                }
            }
            index += 3
        }
        return text
    }

    /// The bytes; line ends between the letters are passed over.
    ///
    /// - Throws: Go's error with the position of the letter at fault.
    package static func decode(_ text: [UInt8]) throws(FunctionError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count / 4 * 3)
        var index = 0
        var group: UInt32 = 0
        var count = 0
        while index < text.count {
            let letter = text[index]
            index += 1
            if isLineEnd(letter) { continue }
            let value = values[Int(letter)]
            if value != 0xFF {
                group = group << 6 | UInt32(value)
                count += 1
                if count == 4 {
                    append(group, 3, to: &bytes)
                    (group, count) = (0, 0)
                }
                continue
            }
            guard letter == padding, count >= 2 else { throw corrupt(index - 1) }
            try checkPadding(text, from: &index, needed: 3 - count)
            append(group << UInt32(6 * (4 - count)), count - 1, to: &bytes)
            return bytes
        }
        if count > 0 { throw corrupt(text.count - count) }
        return bytes
    }

    /// After the first `=` of the last group: `needed` more, and then nothing but line ends.
    private static func checkPadding(
        _ text: [UInt8],
        from index: inout Int,
        needed: Int
    ) throws(FunctionError) {
        if needed > 0 {
            while index < text.count, isLineEnd(text[index]) { index += 1 }
            guard index < text.count else { throw corrupt(text.count) }
            guard text[index] == padding else { throw corrupt(index - 1) }
            index += 1
        }
        while index < text.count, isLineEnd(text[index]) { index += 1 }
        if index < text.count { throw corrupt(index) }
    }

    private static func append(_ group: UInt32, _ count: Int, to bytes: inout [UInt8]) {
        for offset in 0..<count { bytes.append(UInt8(truncatingIfNeeded: group >> UInt32(16 - 8 * offset))) }
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

    private static func corrupt(_ position: Int) -> FunctionError {
        FunctionError("illegal base64 data at input byte \(position)")
    }
}
