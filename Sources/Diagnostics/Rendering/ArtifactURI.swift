/// Names of texts as URI references (RFC 3986).
enum ArtifactURI {
    /// The reference for a path, a URL or a label.
    ///
    /// A relative path stays relative, an absolute one becomes a `file:` URL, and a URL stays itself. Whatever may not
    /// stand in a URI is percent-encoded.
    static func reference(to name: String) -> String {
        if hasScheme(name) { return encoded(name, keeping: pathBytes.union(":?#[]%".utf8)) }
        return (name.hasPrefix("/") ? "file://" : "") + encoded(name, keeping: pathBytes)
    }

    private static func encoded(_ name: String, keeping kept: Set<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in name.utf8 {
            if kept.contains(byte) {
                text.append(byte)
            } else {
                text.append(UInt8(ascii: "%"))
                text.append(hexDigits[Int(byte >> 4)])
                text.append(hexDigits[Int(byte & 15)])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Whether the name begins with a scheme and two slashes.
    private static func hasScheme(_ name: String) -> Bool {
        let scheme = name.utf8.prefix { alphanumerics.contains($0) || "+-.".utf8.contains($0) }
        guard let first = scheme.first, letters.contains(first) else { return false }
        return name.utf8[scheme.endIndex...].starts(with: "://".utf8)
    }

    private static let hexDigits = Array("0123456789ABCDEF".utf8)
    private static let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    private static let alphanumerics = letters.union("0123456789".utf8)
    /// Unreserved characters, sub-delimiters, `@` and `/`; a colon in a relative path would look like a scheme.
    private static let pathBytes = alphanumerics.union("-._~!$&'()*+,;=@/".utf8)
}
