/// Writes a tar archive in the ustar format, with pax headers for long paths. Equal files give equal archives.
struct TarWriter {
    private(set) var bytes: [UInt8] = []
    private static let block = 512

    /// Adds a file without owner or time.
    mutating func add(_ path: String, _ content: [UInt8]) {
        let name = Array(path.utf8)
        if name.count > 100 { addHeader(of: name) }
        header(name, kind: UInt8(ascii: "0"), size: content.count)
        append(content)
    }

    /// Adds the two blocks of zeros that end an archive.
    mutating func finish() {
        bytes += [UInt8](repeating: 0, count: 2 * Self.block)
    }

    /// A pax header with the path: `LENGTH path=PATH`, whose length counts its own digits.
    private mutating func addHeader(of name: [UInt8]) {
        let record = Array(" path=".utf8) + name + [UInt8(ascii: "\n")]
        var length = record.count
        while String(length).utf8.count + record.count != length { length = String(length).utf8.count + record.count }
        let content = Array(String(length).utf8) + record
        header(Array("pax".utf8), kind: UInt8(ascii: "x"), size: content.count)
        append(content)
    }

    private mutating func append(_ content: [UInt8]) {
        bytes += content
        let rest = content.count % Self.block
        if rest > 0 { bytes += [UInt8](repeating: 0, count: Self.block - rest) }
    }

    private mutating func header(_ name: [UInt8], kind: UInt8, size: Int) {
        var header = [UInt8](repeating: 0, count: Self.block)
        func put(_ text: some Sequence<UInt8>, at offset: Int) {
            for (index, byte) in text.enumerated() { header[offset + index] = byte }
        }
        put(name.prefix(100), at: 0)
        put(Self.octal(0o644, width: 7), at: 100)
        put(Self.octal(0, width: 7), at: 108)
        put(Self.octal(0, width: 7), at: 116)
        put(Self.octal(size, width: 11), at: 124)
        put(Self.octal(0, width: 11), at: 136)
        put([UInt8](repeating: 0x20, count: 8), at: 148)
        header[156] = kind
        put("ustar\0".utf8, at: 257)
        put("00".utf8, at: 263)
        let sum = header.reduce(0) { $0 + Int($1) }
        put(Self.octal(sum, width: 6) + [0, 0x20], at: 148)
        bytes += header
    }

    private static func octal(_ value: Int, width: Int) -> [UInt8] {
        let digits = Array(String(value, radix: 8).utf8)
        return [UInt8](repeating: UInt8(ascii: "0"), count: max(width - digits.count, 0)) + digits
    }
}
