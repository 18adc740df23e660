/// What a file seems to hold, in the terms of the WHATWG's rules for guessing types, as far as they matter for telling
/// an author what was given in place of an archive.
enum ContentType {
    private static let signatures: [(start: [UInt8], type: String)] = [
        (Array("PK\u{03}\u{04}".utf8), "application/zip"),
        (Array("%PDF-".utf8), "application/pdf"),
        (Array("<?xml".utf8), "text/xml; charset=utf-8"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
    ]

    static func guess(_ bytes: [UInt8]) -> String {
        if let known = signatures.first(where: { bytes.starts(with: $0.start) }) { return known.type }
        let isBinary = bytes.prefix(512).contains { byte in
            byte <= 0x08 || byte == 0x0B || (0x0E...0x1A).contains(byte) || (0x1C...0x1F).contains(byte)
        }
        return isBinary ? "application/octet-stream" : "text/plain; charset=utf-8"
    }
}
