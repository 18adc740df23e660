/// Which proxy a registry is reached through, by the conventions of `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`.
public struct ProxySettings: Sendable, Hashable {
    /// The proxy for plain HTTP, as `http://HOST:PORT`.
    public var http: String?
    /// The proxy for HTTPS.
    public var https: String?
    /// Hosts that are reached directly: names, which stand for their subdomains as well, `.suffix`, `HOST:PORT`, or `*`.
    public var exceptions: [String] = []

    /// No proxy.
    public init() {}

    /// Reads the variables of a process's environment; the lower-case spellings go first. Plain HTTP never takes the
    /// upper-case `HTTP_PROXY`, which a web server could set from a request's header.
    public init(environment: [String: String]) {
        http = environment["http_proxy"].flatMap { $0.isEmpty ? nil : $0 }
        https = (environment["https_proxy"] ?? environment["HTTPS_PROXY"]).flatMap { $0.isEmpty ? nil : $0 }
        exceptions = (environment["no_proxy"] ?? environment["NO_PROXY"] ?? "")
            .split(separator: ",").map { $0.filter { $0 != " " }.lowercased() }
    }

    /// The proxy for a URL; nil to reach it directly. This machine is always reached directly.
    func proxy(for endpoint: Endpoint) -> Endpoint? {
        let host = endpoint.host
        guard host != "localhost", !host.hasPrefix("127."), host != "[::1]" else { return nil }
        guard !exceptions.contains(where: { Self.matches($0, host: host, port: endpoint.port) }) else { return nil }
        guard let address = endpoint.scheme == .https ? https : http else { return nil }
        return Endpoint(address.contains("://") ? address : "http://\(address)")
    }

    private static func matches(_ exception: String, host: String, port: Int) -> Bool {
        if exception == "*" { return true }
        var name = Substring(exception)
        if let colon = name.lastIndex(of: ":"), !name[colon...].contains("]") {
            guard Int(name[name.index(after: colon)...]) == port else { return false }
            name = name[..<colon]
        }
        let bare = name.drop { $0 == "." || $0 == "*" }
        return host == bare || host.hasSuffix("." + bare)
    }
}
