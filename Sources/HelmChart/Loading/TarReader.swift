/// Reads the entries of a tar archive: ustar, GNU long names and pax headers.
struct TarReader {
    struct Entry {
        var name: String
        var kind: UInt8
        var content: ArraySlice<UInt8>
        /// The size that the header claims, which may be more than there is.
        var size: Int
    }

    private static let block = 512
    private let bytes: [UInt8]
    private var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next file, folder or link; nil at the end.
    mutating func next() throws(ChartError) -> Entry? {
        var longName: String?
        while let header = try header() {
            let content = try self.content(size: header.size)
            switch header.kind {
            case UInt8(ascii: "L"): longName = Self.text(content)
            case UInt8(ascii: "K"), UInt8(ascii: "g"): continue
            case UInt8(ascii: "x"): longName = Self.paxPath(content) ?? longName
            default:
                return Entry(name: longName ?? header.name, kind: header.kind, content: content, size: header.size)
            }
        }
        return nil
    }

    private mutating func header() throws(ChartError) -> (name: String, kind: UInt8, size: Int)? {
        guard offset < bytes.count else { return nil }
        guard bytes.count - offset >= Self.block else { throw ChartError(.archive, "unexpected EOF") }
        let header = bytes[offset..<offset + Self.block]
        if header.allSatisfy({ $0 == 0 }) { return nil }
        offset += Self.block
        let start = header.startIndex
        guard Self.sum(of: header) == Self.number(header[start + 148..<start + 156]) else {
            throw ChartError(.archive, "archive/tar: invalid tar header")
        }
        guard let size = Self.number(header[start + 124..<start + 136]) else {
            throw ChartError(.archive, "archive/tar: invalid tar header")
        }
        var name = Self.text(header[start..<start + 100])
        let isUstar = header[start + 257..<start + 262].elementsEqual("ustar".utf8)
        // GNU's variant of the format has no prefix.
        if isUstar, header[start + 262] == 0, header[start + 345] != 0 {
            name = Self.text(header[start + 345..<start + 500]) + "/" + name
        }
        return (name, header[start + 156], size)
    }

    private mutating func content(size: Int) throws(ChartError) -> ArraySlice<UInt8> {
        guard size <= bytes.count - offset else { throw ChartError(.archive, "unexpected EOF") }
        let content = bytes[offset..<offset + size]
        let padded = (size + Self.block - 1) / Self.block * Self.block
        offset = min(offset + padded, bytes.count)
        return content
    }

    /// The bytes of the header as a checksum counts them: its own field as spaces.
    private static func sum(of header: ArraySlice<UInt8>) -> Int {
        var sum = 8 * 0x20
        for (index, byte) in header.enumerated() where !(148..<156).contains(index) { sum += Int(byte) }
        return sum
    }

    /// An octal number, or a binary one if the first bit is set.
    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
        if let first = field.first, first & 0x80 != 0 {
            var value = UInt64(first & 0x7F)
            for byte in field.dropFirst() {
                guard value < 1 << 48 else { return nil }
                value = value << 8 | UInt64(byte)
            }
            return Int(exactly: value)
        }
        let digits = field.drop { $0 == 0x20 }.prefix { $0 != 0x20 && $0 != 0 }
        if digits.isEmpty { return 0 }
        return Int(String(decoding: digits, as: UTF8.self), radix: 8)
    }

    private static func text(_ field: ArraySlice<UInt8>) -> String {
        String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// The path of a pax header, whose records are `LENGTH KEY=VALUE` and a line feed.
    private static func paxPath(_ content: ArraySlice<UInt8>) -> String? {
        var rest = content
        var path: String?
        while let space = rest.firstIndex(of: 0x20),
            let length = Int(String(decoding: rest[..<space], as: UTF8.self)),
            length > 0, length <= rest.count, space < rest.startIndex + length
        {
            let record = rest[(space + 1)..<(rest.startIndex + length)]
            if record.starts(with: "path=".utf8) { path = text(record.dropFirst(5).dropLast()) }
            rest = rest[(rest.startIndex + length)...]
        }
        return path
    }
}
