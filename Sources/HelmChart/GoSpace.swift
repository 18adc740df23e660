/// White space as Go's `strings.TrimSpace` and `unicode.IsSpace` know it, on UTF-8.
enum GoSpace {
    /// How many bytes the white-space character at the start of `bytes` has; 0 if there is none.
    private static func lengthAtStart(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let first = bytes.first else { return 0 }
        if first < 0x80 { return isASCIISpace(first) ? 1 : 0 }
        return wide.first { bytes.starts(with: $0) }?.count ?? 0
    }

    private static func lengthAtEnd(_ bytes: ArraySlice<UInt8>) -> Int {
        guard let last = bytes.last else { return 0 }
        if last < 0x80 { return isASCIISpace(last) ? 1 : 0 }
        return wide.first { bytes.suffix($0.count).elementsEqual($0) }?.count ?? 0
    }

    static func isASCIISpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    /// U+0085, U+00A0, U+1680, U+2000-200A, U+2028, U+2029, U+202F, U+205F, U+3000.
    private static let wide: [[UInt8]] =
        ([0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000] + Array(0x2000...0x200A)).compactMap {
            Unicode.Scalar($0).map { Array(String(Character($0)).utf8) }
        }

    static func trimmingStart(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while case let length = lengthAtStart(rest), length > 0 { rest = rest.dropFirst(length) }
        return rest
    }

    static func trimmingEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = bytes
        while case let length = lengthAtEnd(rest), length > 0 { rest = rest.dropLast(length) }
        return rest
    }

    static func trimming(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { trimmingEnd(trimmingStart(bytes)) }
}
