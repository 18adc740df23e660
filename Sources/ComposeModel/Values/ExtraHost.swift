import YAMLTree

/// A host name and one of its addresses: `db.internal=10.0.0.7`.
public struct ExtraHost: Sendable, Hashable {
    /// The host name.
    public var name: String
    /// An IP address, or `host-gateway`.
    public var address: String

    /// Creates an entry.
    public init(name: String, address: String) {
        self.name = name
        self.address = address
    }
}

extension ExtraHost: TextValue {
    /// `a host name and an address`.
    public static var expectation: String { "a host name and an address" }
    /// An example in the canonical form.
    public static var example: String { "\"db.internal=10.0.0.7\"" }

    /// Splits at the first `=`, or at the first `:` if there is none; an address may stand in brackets.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard
            let separator = bytes.firstIndex(of: UInt8(ascii: "=")) ?? bytes.firstIndex(of: UInt8(ascii: ":"))
        else { return nil }
        var address = text[text.index(after: separator)...]
        if address.hasPrefix("["), address.hasSuffix("]") { address = address.dropFirst().dropLast() }
        guard separator != text.startIndex, !address.isEmpty else { return nil }
        self.init(name: String(text[..<separator]), address: String(address))
    }

    /// `name=address`.
    public var description: String { "\(name)=\(address)" }
}
