import YAMLTree

/// A key that a build may use, known to the Dockerfile by its identifier.
public struct SSHKey: Sendable, Hashable {
    /// The identifier; `default` stands for the agent of whoever builds.
    public var id: String
    /// The path of the key or of an agent's socket; absent means the agent of whoever builds.
    public var path: String?

    /// Creates a key.
    public init(id: String, path: String? = nil) {
        self.id = id
        self.path = path
    }
}

extension SSHKey: TextValue {
    /// `an SSH key`.
    public static var expectation: String { "an SSH key" }
    /// An example with a path.
    public static var example: String { "\"deploy: keys/deploy\"" }

    /// Splits `id: path`, the canonical form, or `id=path`, the short one.
    public init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        let bytes = text.utf8
        guard
            let separator = bytes.firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "=") })
        else {
            self.init(id: text)
            return
        }
        let path = text[text.index(after: separator)...].drop { $0 == " " }
        self.init(id: String(text[..<separator]), path: path.isEmpty ? nil : String(path))
    }

    /// `id: path`, or the identifier alone.
    public var description: String { path.map { "\(id): \($0)" } ?? id }
}
