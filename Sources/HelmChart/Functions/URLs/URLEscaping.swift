import GoTemplate

/// Bytes as `%` and two hexadecimal digits.
enum URLEscaping {
    private static let percent = UInt8(ascii: "%")
    private static let hexadecimals = Array("0123456789ABCDEF".utf8)

    static func escape(_ bytes: some Sequence<UInt8>, in part: URLPart) -> [UInt8] {
        var result: [UInt8] = []
        for byte in bytes {
            if part.allows(byte) {
                result.append(byte)
            } else {
                result += [percent, hexadecimals[Int(byte >> 4)], hexadecimals[Int(byte & 0xF)]]
            }
        }
        return result
    }

    /// The bytes that the escapes stand for. A host may escape only what is not ASCII, and `%25`.
    static func unescape(_ bytes: ArraySlice<UInt8>, in part: URLPart) throws(FunctionError) -> [UInt8] {
        var result: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == percent {
                result.append(try decode(bytes[index...].prefix(3), in: part))
                index += 3
                continue
            }
            if part == .host || part == .zone, byte < 0x80, !part.allows(byte) {
                throw FunctionError("invalid character \(GoFormat.quote(ByteString([byte])).text) in host name")
            }
            result.append(byte)
            index += 1
        }
        return result
    }

    private static func decode(_ escape: ArraySlice<UInt8>, in part: URLPart) throws(FunctionError) -> UInt8 {
        let digits = escape.dropFirst().compactMap(value(of:))
        let byte = digits.count == 2 ? digits[0] << 4 | digits[1] : 0
        let isForbidden =
            switch part {
            case .host: byte < 0x80
            case .zone: byte != 0x20 && !URLPart.host.allows(byte)
            default: false
            }
        if digits.count != 2 || (isForbidden && !escape.elementsEqual("%25".utf8)) {
            throw FunctionError("invalid URL escape \(GoFormat.quote(ByteString(Array(escape))).text)")
        }
        return byte
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
