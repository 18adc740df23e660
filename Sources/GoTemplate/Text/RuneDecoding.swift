/// Reading of UTF-8 as Go does it: a byte that starts no valid sequence is U+FFFD, one byte wide.
extension RandomAccessCollection where Element == UInt8, Index == Int {
    /// The scalar at `index` and how many bytes it takes. `index` must be in the collection.
    package func rune(at index: Int) -> (scalar: UInt32, width: Int) {
        let first = self[index]
        if first < 0x80 { return (UInt32(first), 1) }
        let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, endIndex - index >= width else { return (0xFFFD, 1) }
        var scalar = UInt32(first) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
        for offset in 1..<width {
            let next = self[index + offset]
            guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            scalar = scalar << 6 | UInt32(next & 0x3F)
        }
        let isValid =
            switch width {
            case 3: scalar >= 0x800 && !(0xD800...0xDFFF).contains(scalar)
            case 4: scalar >= 0x10000 && scalar <= 0x10FFFF
            default: true
            }
        return isValid ? (scalar, width) : (0xFFFD, 1)
    }

    /// How many scalars there are.
    var runeCount: Int {
        var (count, index) = (0, startIndex)
        while index < endIndex {
            index += self[index] < 0x80 ? 1 : rune(at: index).width
            count += 1
        }
        return count
    }
}

extension [UInt8] {
    /// Appends a scalar as UTF-8; what is no scalar becomes U+FFFD.
    mutating func append(rune: UInt32) {
        if rune < 0x80 { return append(UInt8(truncatingIfNeeded: rune)) }
        append(contentsOf: Unicode.Scalar(rune).map { Array(String($0).utf8) } ?? [0xEF, 0xBF, 0xBD])
    }

    /// Appends text.
    mutating func append(_ text: String) {
        append(contentsOf: text.utf8)
    }
}
