import YAMLTree

/// The permission bits of a file, written in octal: `"0440"`.
public struct FileMode: Sendable, Hashable, RawRepresentable {
    /// The bits.
    public var rawValue: Int

    /// Creates a mode from its bits.
    public init(rawValue: Int) {
        self.rawValue = rawValue
    }
}

extension FileMode: TextValue {
    /// `an octal file mode`.
    public static var expectation: String { "an octal file mode" }
    /// An example with a leading zero.
    public static var example: String { "\"0440\"" }

    /// Reads octal digits, with or without a leading `0` or `0o`.
    public init?(_ text: String) {
        let digits = text.hasPrefix("0o") ? text.dropFirst(2) : text[...]
        guard let first = digits.utf8.first, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(first),
            let value = Int(digits, radix: 8)
        else { return nil }
        self.init(rawValue: value)
    }

    /// The bits in octal digits after a zero.
    public var description: String { "0" + String(rawValue, radix: 8) }
}
