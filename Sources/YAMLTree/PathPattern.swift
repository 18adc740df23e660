/// A pattern over paths: `services.*.ports[*]` matches `services.web.ports[0]`.
///
/// `*` stands for any one key, `[*]` for any one position, and a final `**` for anything below, or nothing.
public struct PathPattern: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    package enum Element: Sendable, Hashable {
        case key(String)
        case anyKey
        case anyIndex
    }

    package let elements: [Element]
    package let matchesBelow: Bool
    /// The pattern as it was written.
    public let description: String

    /// Creates a pattern from text such as `services.*.build.args.**`.
    ///
    /// Keys are words without `.`, `[` and `*`.
    public init(_ text: String) {
        var elements: [Element] = []
        var below = false
        for part in text.split(separator: ".") {
            var name = part
            var indices = 0
            while name.hasSuffix("[*]") {
                name = name.dropLast(3)
                indices += 1
            }
            switch name {
            case "**": below = true
            case "*": elements.append(.anyKey)
            case "": break
            default: elements.append(.key(String(name)))
            }
            elements.append(contentsOf: repeatElement(.anyIndex, count: indices))
        }
        self.elements = elements
        self.matchesBelow = below
        self.description = text
    }

    /// Creates a pattern from a literal.
    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// Whether the pattern matches the whole of `path`.
    public func matches(_ path: NodePath) -> Bool { matches(path.elements[...]) }

    func matches(_ path: ArraySlice<NodePath.Element>) -> Bool {
        guard matchesBelow ? path.count >= elements.count : path.count == elements.count else { return false }
        for (expected, actual) in zip(elements, path) {
            switch (expected, actual) {
            case (.key(let name), .key(let key)) where name == key: continue
            case (.anyKey, .key), (.anyIndex, .index): continue
            default: return false
            }
        }
        return true
    }
}
