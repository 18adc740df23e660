public import YAMLTree

/// A number or a text, as ports (`80` or `http`) and bounds (`1` or `25%`) are given.
public enum IntOrString: Sendable, Hashable {
    /// A number.
    case int(Int)
    /// A text: a name or a percentage.
    case string(String)

    /// The number; nil for a text.
    public var intValue: Int? {
        if case .int(let value) = self { value } else { nil }
    }

    /// The text; nil for a number.
    public var stringValue: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The whole percentage that a text such as `25%` gives; nil for anything else.
    public var percentage: Int? {
        guard case .string(let text) = self, text.utf8.last == UInt8(ascii: "%"),
            text.utf8.dropLast().allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
        else { return nil }
        return Int(text.dropLast())
    }

    /// The number, or the given percentage of a whole.
    ///
    /// - Parameters:
    ///   - total: What 100 % stands for.
    ///   - roundingUp: Whether a fraction counts as one, as for `maxSurge`, or as none, as for `maxUnavailable`.
    /// - Returns: The count; nil for any other text and for results beyond 64 bits.
    public func scaled(to total: Int, roundingUp: Bool) -> Int? {
        if case .int(let value) = self { return value }
        guard let percentage else { return nil }
        let (product, overflow) = percentage.multipliedReportingOverflow(by: total)
        guard !overflow else { return nil }
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: 100)
        return roundingUp && remainder > 0 ? quotient + 1 : quotient
    }
}

extension IntOrString: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, CustomStringConvertible {
    /// A number.
    public init(integerLiteral value: Int) { self = .int(value) }

    /// A text.
    public init(stringLiteral value: String) { self = .string(value) }

    /// The number in decimal digits, or the text.
    public var description: String {
        switch self {
        case .int(let value): String(value)
        case .string(let value): value
        }
    }
}

extension IntOrString: NodeReadable, NodeWritable {
    /// Reads an integer without quotes or a string.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard let scalar = node.scalar else {
            context.wrongType(node, expected: "an integer or a string")
            return nil
        }
        switch context.schema.kind(of: scalar, tag: node.tag) {
        case .string: self = .string(scalar.text)
        case .integer:
            guard let value = context.schema.integer(scalar.text), Int32(exactly: value) != nil else {
                context.wrongType(node, expected: "an integer of 32 bits or a string")
                return nil
            }
            self = .int(value)
        case .null where context.readsAsEmpty(node): self = .int(0)
        default:
            context.wrongType(node, expected: "an integer or a string")
            return nil
        }
    }

    /// An integer, or a string.
    public func makeNode() -> Node {
        switch self {
        case .int(let value): .integer(value)
        case .string(let value): .string(value)
        }
    }
}
