import GoTemplate

/// Go's view of text as runes: a byte that is no part of valid UTF-8 counts as U+FFFD.
enum Runes {
    static let replacement: Unicode.Scalar = "\u{FFFD}"

    /// The scalars of the bytes.
    static func decode(_ bytes: [UInt8]) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let (scalar, width) = first(of: bytes[index...])
            scalars.append(scalar)
            index += width
        }
        return scalars
    }

    /// The bytes of the scalars.
    static func encode(_ scalars: some Sequence<Unicode.Scalar>) -> [UInt8] {
        var bytes: [UInt8] = []
        for scalar in scalars {
            if scalar.isASCII {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        return bytes
    }

    /// The first scalar and how many bytes it takes: one where the bytes are no UTF-8. `bytes` is not empty.
    static func first(of bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, width: Int) {
        let start = bytes.startIndex
        if bytes[start] < 0x80 { return (Unicode.Scalar(bytes[start]), 1) }
        let (scalar, width) = bytes.rune(at: start)
        return (Unicode.Scalar(scalar) ?? replacement, width)
    }

    /// The last scalar and how many bytes it takes. `bytes` is not empty.
    static func last(of bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, width: Int) {
        for width in 1...4 where width <= bytes.count {
            let tail = bytes.suffix(width)
            guard tail[tail.startIndex] & 0xC0 != 0x80 else { continue }
            let (scalar, length) = first(of: tail)
            return length == width ? (scalar, width) : (replacement, 1)
        }
        return (replacement, 1)
    }
}
