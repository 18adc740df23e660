/// Texts as Go's package time writes them.
enum GoTimeText {
    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    /// In quotes, with the bytes of whatever is not printable ASCII as numbers.
    static func quoted(_ bytes: [UInt8]) -> String {
        var result = "\""
        for byte in bytes {
            if byte >= 0x80 || byte < 0x20 {
                result += "\\x" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)
            } else {
                if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { result += "\\" }
                result.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return result + "\""
    }

    /// A number with zeros in front up to a width, which the sign does not count to.
    static func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value.magnitude)
        return (value < 0 ? "-" : "") + String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
