extension [UInt8] {
    /// The bytes with U+FFFD for each byte that belongs to no character, as Go's encoders have it.
    var validUTF8: [UInt8] {
        var result: [UInt8]?
        var (index, copied) = (0, 0)
        while index < count {
            let width = widthOfCharacter(at: index)
            if width == 0 {
                var text = result ?? []
                text.append(contentsOf: self[copied..<index])
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                result = text
                index += 1
                copied = index
            } else {
                index += width
            }
        }
        guard var result else { return self }
        result.append(contentsOf: self[copied...])
        return result
    }

    /// How many bytes the character at `index` takes; 0 if the bytes are none (Unicode 3.9, table 3-7).
    func widthOfCharacter(at index: Int) -> Int {
        let first = self[index]
        if first < 0x80 { return 1 }
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, count - index >= width else { return 0 }
        let second = self[index + 1]
        switch first {
        case 0xE0 where second < 0xA0, 0xED where second > 0x9F, 0xF0 where second < 0x90, 0xF4 where second > 0x8F:
            return 0
        default: break
        }
        for offset in 1..<width where self[index + offset] & 0xC0 != 0x80 { return 0 }
        return width
    }
}
