/// Paths of requests, put together from names that may hold anything.
enum RequestPath {
    /// `/a/b/c` with everything but unreserved characters (RFC 3986, section 2.3) encoded in the segments.
    static func make(_ segments: [String], query: [(name: String, value: String)] = []) -> String {
        var path = segments.map { "/" + encoded($0) }.joined()
        for (index, item) in query.enumerated() {
            path += (index == 0 ? "?" : "&") + encoded(item.name) + "=" + encoded(item.value)
        }
        return path
    }

    static func encoded(_ text: String) -> String {
        // A segment of dots only would be taken for a step of the path.
        let isDots = !text.isEmpty && text.utf8.allSatisfy { $0 == UInt8(ascii: ".") }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte), !isDots {
                bytes.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
