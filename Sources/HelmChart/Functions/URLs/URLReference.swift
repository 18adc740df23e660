import GoTemplate

/// The parts of a URL or of a reference to one.
struct URLReference {
    struct Userinfo {
        var name: [UInt8]
        var password: [UInt8]?

        /// `name` or `name:password`, escaped.
        var text: [UInt8] {
            let name = URLEscaping.escape(name, in: .userinfo)
            guard let password else { return name }
            return name + [UInt8(ascii: ":")] + URLEscaping.escape(password, in: .userinfo)
        }
    }

    var scheme: [UInt8] = []
    /// What follows the scheme if that is no path, as in `mailto:a@b`.
    var opaque: [UInt8] = []
    var userinfo: Userinfo?
    /// The host and the port.
    var host: [UInt8] = []
    /// The path, unescaped.
    var path: [UInt8] = []
    var query: [UInt8] = []
    /// The fragment, unescaped.
    var fragment: [UInt8] = []

    /// The host without the port and without the brackets of an IPv6 address.
    var hostName: [UInt8] {
        var name = host[...]
        if let colon = name.lastIndex(of: UInt8(ascii: ":")), URLParser.isPort(name[colon...]) {
            name = name[..<colon]
        }
        if name.count > 1, name.first == UInt8(ascii: "["), name.last == UInt8(ascii: "]") {
            name = name.dropFirst().dropLast()
        }
        return Array(name)
    }

    /// The text of the whole.
    var text: ByteString {
        var result = scheme.isEmpty ? [] : scheme + [UInt8(ascii: ":")]
        if opaque.isEmpty {
            result += authority
            let slash = UInt8(ascii: "/")
            let escaped = path == [UInt8(ascii: "*")] ? path : URLEscaping.escape(path, in: .path)
            if let first = escaped.first, first != slash, !host.isEmpty { result.append(slash) }
            // A first part with a colon would be taken for a scheme.
            if result.isEmpty, escaped.prefix(while: { $0 != slash }).contains(UInt8(ascii: ":")) {
                result += Array("./".utf8)
            }
            result += escaped
        } else {
            result += opaque
        }
        if !query.isEmpty { result += [UInt8(ascii: "?")] + query }
        if !fragment.isEmpty { result += [UInt8(ascii: "#")] + URLEscaping.escape(fragment, in: .fragment) }
        return ByteString(result)
    }

    /// `//userinfo@host`; the slashes alone between a scheme and a path.
    private var authority: [UInt8] {
        let isNamed = !host.isEmpty || userinfo != nil
        guard isNamed || (!scheme.isEmpty && !path.isEmpty) else { return [] }
        return Array("//".utf8) + (userinfo.map { $0.text + [UInt8(ascii: "@")] } ?? [])
            + URLEscaping.escape(host, in: .host)
    }
}
