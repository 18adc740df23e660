/// An absolute HTTP URL in its parts, as far as registries need them.
struct Endpoint: Sendable, Hashable, CustomStringConvertible {
    var scheme: Scheme
    /// Host and port as they stand in the URL.
    var authority: String
    /// The path with the query; it begins with `/`.
    var target: String

    enum Scheme: String, Sendable, Hashable {
        case http
        case https
    }

    init(scheme: Scheme, authority: String, target: String = "/") {
        self.scheme = scheme
        self.authority = authority
        self.target = target
    }

    /// Reads an absolute URL; nil if it is none, or if it holds a user's name, which none of ours may.
    init?(_ text: String) {
        let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let scheme = Scheme(rawValue: parts[0].lowercased()) else { return nil }
        let rest = parts[1]
        let delimiters: [Character] = ["/", "?", "#"]
        let end = rest.firstIndex(where: delimiters.contains) ?? rest.endIndex
        let authority = rest[..<end]
        guard !authority.isEmpty, !authority.contains("@"), Self.isPrintable(text) else { return nil }
        let target = rest[end...].prefix { $0 != "#" }
        self.init(
            scheme: scheme,
            authority: authority.lowercased(),
            target: target.hasPrefix("/") ? String(target) : "/" + target
        )
    }

    private static func isPrintable(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }

    /// What a `Location` or `Link` of an answer to `self` means.
    func resolving(_ location: String) -> Endpoint? {
        if let absolute = Endpoint(location) { return absolute }
        guard Self.isPrintable(location), !location.contains("://") else { return nil }
        if location.hasPrefix("//") { return Endpoint("\(scheme.rawValue):\(location)") }
        var resolved = self
        let path = target.prefix { $0 != "?" }
        if location.hasPrefix("/") {
            resolved.target = location
        } else if location.hasPrefix("?") {
            resolved.target = path + location
        } else {
            let folder = path[...(path.lastIndex(of: "/") ?? path.startIndex)]
            resolved.target = folder + location
        }
        return resolved
    }

    /// The URL with another parameter of the query.
    func adding(_ name: String, _ value: String) -> Endpoint {
        var result = self
        result.target += (target.contains("?") ? "&" : "?") + name + "=" + Endpoint.escaped(value)
        return result
    }

    /// Whether both URLs have one origin, so that what is secret to one may be told to the other (RFC 6454).
    func hasOrigin(of other: Endpoint) -> Bool {
        scheme == other.scheme && host == other.host && port == other.port
    }

    /// The host without the port.
    var host: String { String(authority[..<portStart]) }

    /// The port, given or implied.
    var port: Int {
        let digits = authority[portStart...].dropFirst()
        return Int(digits) ?? (scheme == .https ? 443 : 80)
    }

    private var portStart: String.Index {
        guard let colon = authority.lastIndex(of: ":"), !authority[colon...].contains("]") else {
            return authority.endIndex
        }
        return colon
    }

    /// `text` with everything but unreserved characters written as `%XX` (RFC 3986, 2.1).
    static func escaped(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"):
                bytes.append(byte)
            default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The URL without its query, which may hold a signature or token: fit for messages.
    var described: String { "\(scheme.rawValue)://\(authority)\(target.prefix { $0 != "?" })" }

    /// The URL.
    var description: String { "\(scheme.rawValue)://\(authority)\(target)" }
}
