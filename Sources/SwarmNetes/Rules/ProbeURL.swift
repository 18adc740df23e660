/// The address of a request: `http://localhost:8080/health?full=1`.
struct ProbeURL: CustomStringConvertible {
    let secure: Bool
    /// The name or address, without the brackets of IPv6.
    var host: String
    /// The host with the port, as the text has them.
    var authority: String
    let port: Int
    /// The path with the query.
    let path: String

    init(secure: Bool, host: String, port: Int, path: String) {
        self.secure = secure
        self.host = host
        self.authority = "\(host):\(port)"
        self.port = port
        self.path = path.hasPrefix("/") ? path : "/" + path
    }

    /// Reads an address; without a scheme it is one of HTTP. Nil for other schemes, and for addresses with a user.
    init?(_ text: String) {
        var rest = Substring(text)
        if let scheme = rest.firstRange(of: "://") {
            switch rest[..<scheme.lowerBound].lowercased() {
            case "http": secure = false
            case "https": secure = true
            default: return nil
            }
            rest = rest[scheme.upperBound...]
        } else {
            secure = false
        }
        rest = rest.prefix { $0 != "#" }
        let authority = rest.prefix { $0 != "/" && $0 != "?" }
        let tail = rest[authority.endIndex...]
        path = tail.hasPrefix("/") ? String(tail) : "/" + tail
        var name = authority
        var number: Substring?
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            name = authority[authority.index(after: authority.startIndex)..<end]
            let behind = authority[authority.index(after: end)...]
            guard behind.isEmpty || behind.hasPrefix(":") else { return nil }
            number = behind.isEmpty ? nil : behind.dropFirst()
        } else if let colon = authority.firstIndex(of: ":") {
            name = authority[..<colon]
            number = authority[authority.index(after: colon)...]
        }
        guard !name.isEmpty, !authority.contains("@"),
            let port = number.map({ Int($0) }) ?? (secure ? 443 : 80), (1...65535).contains(port)
        else { return nil }
        self.port = port
        self.host = String(name)
        self.authority = String(authority)
    }

    var scheme: String { secure ? "https" : "http" }

    /// Whether the host is the machine itself.
    var isLoopback: Bool { Self.isLoopback(host) }

    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host == "::1" || host == "0.0.0.0"
            || host.hasPrefix("127.") && host.utf8.allSatisfy { (46...57).contains($0) }
    }

    var description: String { "\(scheme)://\(authority)\(path)" }
}
