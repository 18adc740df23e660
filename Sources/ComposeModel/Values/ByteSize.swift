import YAMLTree

/// A number of bytes as Compose writes it: `50M`, `1.5gb`, `52428800`.
///
/// Units are powers of 1024, whatever their spelling: `b`, `k`, `kb`, `kib`, `m`, … up to `p` (Compose Specification,
/// "Specifying byte values"). The canonical text is the plain number in quotes.
public struct ByteSize: Sendable, Hashable {
    /// The number of bytes; -1 stands for no limit where a key allows that.
    public var bytes: Int64

    /// Creates a number of bytes.
    public init(bytes: Int64) {
        self.bytes = bytes
    }
}

extension ByteSize: Comparable {
    /// Orders from small to large.
    public static func < (lhs: ByteSize, rhs: ByteSize) -> Bool { lhs.bytes < rhs.bytes }
}

extension ByteSize: TextValue {
    /// `a number of bytes`.
    public static var expectation: String { "a number of bytes" }
    /// An example with a unit.
    public static var example: String { "512m" }

    /// Reads a decimal number with an optional unit, in any case, and an optional space between them; or a plain
    /// negative integer.
    ///
    /// Fractions of a byte are cut. Answers nil for anything else, and for what does not fit. O(n).
    public init?(_ text: String) {
        if let bytes = Int64(text) {
            self.init(bytes: bytes)
            return
        }
        let isNumeric = { (byte: UInt8) in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: ".")
        }
        let number = text.utf8.prefix(while: isNumeric)
        var unit = text.utf8[number.endIndex...]
        if unit.first == UInt8(ascii: " ") { unit.removeFirst() }
        guard let scale = Self.scale(of: String(Substring(unit)).lowercased()),
            let value = Self.decimal(String(Substring(number)))
        else { return nil }
        let bytes = value * scale
        guard bytes < 0x1p63 else { return nil }
        self.init(bytes: Int64(bytes))
    }

    private static func decimal(_ text: String) -> Double? {
        guard text.contains(where: \.isNumber), text.utf8.count <= 64 else { return nil }
        let padded = (text.hasPrefix(".") ? "0" : "") + text + (text.hasSuffix(".") ? "0" : "")
        return Double(padded)
    }

    private static func scale(of unit: String) -> Double? {
        switch unit {
        case "", "b": 1
        case "k", "kb", "kib": 0x1p10
        case "m", "mb", "mib": 0x1p20
        case "g", "gb", "gib": 0x1p30
        case "t", "tb", "tib": 0x1p40
        case "p", "pb", "pib": 0x1p50
        default: nil
        }
    }

    /// The number of bytes in decimal digits.
    public var description: String { String(bytes) }
}
