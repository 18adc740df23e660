public import YAMLTree

/// The way to a value of a JSON document, such as `/metadata/uid` (RFC 6901). The empty pointer is the whole document.
public struct JSONPointer: Sendable, Hashable, LosslessStringConvertible, ExpressibleByStringLiteral {
    private let tokens: [String]

    /// Reads a pointer; nil unless it is empty or begins with a slash, and each `~` is followed by 0 or 1.
    public init?(_ description: String) {
        guard description.isEmpty || description.utf8.first == UInt8(ascii: "/") else { return nil }
        var tokens: [String] = []
        for part in description.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            guard let token = Self.unescaped(part) else { return nil }
            tokens.append(token)
        }
        self.tokens = tokens
    }

    /// Creates a pointer from a literal, which must be well-formed.
    public init(stringLiteral value: String) {
        guard let pointer = JSONPointer(value) else { preconditionFailure("malformed pointer literal: \(value)") }
        self = pointer
    }

    /// Creates a pointer from keys.
    init(keys: [String]) {
        tokens = keys
    }

    /// The pointer as text.
    public var description: String {
        tokens.map { token in
            var text = "/"
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
            return text
        }.joined()
    }

    /// The value; nil where the pointer leads nowhere. O(length of the pointer).
    public func value(in document: Node) -> Node? {
        var node = document
        for token in tokens {
            let next: Node? =
                switch node.content {
                case .mapping(let mapping): mapping[token]
                case .sequence: Int(token).flatMap { node[$0] }
                case .scalar: nil
                }
            guard let next else { return nil }
            node = next
        }
        return node
    }

    private static func unescaped(_ part: Substring) -> String? {
        guard part.utf8.contains(UInt8(ascii: "~")) else { return String(part) }
        var scalars = String.UnicodeScalarView()
        var rest = part.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            guard scalar == "~" else {
                scalars.append(scalar)
                continue
            }
            switch rest.popFirst() {
            case "0": scalars.append("~")
            case "1": scalars.append("/")
            default: return nil
            }
        }
        return String(scalars)
    }
}
