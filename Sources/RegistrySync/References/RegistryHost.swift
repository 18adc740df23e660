/// Host and port of a registry, such as `registry.example.com:5000`, `127.0.0.1:5001` or `[::1]:5000`.
public struct RegistryHost: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// The name or address; an IPv6 address in brackets.
    public let name: String
    /// The port; nil stands for the default of the scheme.
    public let port: Int?

    /// Docker Hub by the name under which its images are known. Its API answers at ``endpoint``.
    public static let dockerHub = RegistryHost(unchecked: "docker.io")

    private init(unchecked name: String) {
        self.name = name
        self.port = nil
    }

    /// Reads `HOST` or `HOST:PORT`.
    public init(_ text: String) throws(ReferenceError) {
        let (name, port) = try Self.split(text)
        guard Self.isName(name) else {
            throw ReferenceError(
                .registry,
                text,
                "the host is a domain name, an IPv4 address or an IPv6 address in brackets"
            )
        }
        self.name = Self.familiar(name.lowercased())
        self.port = port
    }

    /// Where the registry's API answers.
    public var endpoint: String { self == .dockerHub ? "registry-1.docker.io" : description }

    /// Whether the host is this machine, for which Docker and its relatives speak HTTP without TLS.
    public var isLoopback: Bool {
        name == "localhost" || name == "[::1]" || (name.hasPrefix("127.") && name.utf8.allSatisfy { $0 < 0x3A })
    }

    private static func familiar(_ name: String) -> String {
        name == "index.docker.io" || name == "registry-1.docker.io" ? "docker.io" : name
    }

    private static func split(_ text: String) throws(ReferenceError) -> (name: String, port: Int?) {
        let end = text.hasPrefix("[") ? text.lastIndex(of: "]").map { text.index(after: $0) } : text.lastIndex(of: ":")
        guard let end, end < text.endIndex else { return (text, nil) }
        guard text[end] == ":", let port = Int(text[text.index(after: end)...]), (1...65535).contains(port) else {
            throw ReferenceError(.registry, text, "a port is a number from 1 to 65535 after ':'")
        }
        return (String(text[..<end]), port)
    }

    private static func isName(_ name: String) -> Bool {
        if name.hasPrefix("["), name.hasSuffix("]") {
            let address = name.dropFirst().dropLast()
            return address.contains(":")
                && address.utf8.allSatisfy { isHex($0) || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
        }
        guard !name.isEmpty, name.utf8.count <= 253 else { return false }
        return name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
            !label.isEmpty && label.utf8.count <= 63 && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }
        }
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) && (byte | 0x20 <= UInt8(ascii: "f") || byte < UInt8(ascii: "A"))
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// `HOST` or `HOST:PORT`.
    public var description: String { port.map { "\(name):\($0)" } ?? name }

    /// Orders by the text.
    public static func < (lhs: RegistryHost, rhs: RegistryHost) -> Bool { lhs.description < rhs.description }
}
