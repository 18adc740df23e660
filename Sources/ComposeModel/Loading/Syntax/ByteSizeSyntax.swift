/// Sizes such as `64m`, `2.5 GB`, `1gib`, in powers of 1,024 (Compose Specification, "Specifying byte values").
enum ByteSizeSyntax {
    private static let powers: [Character: Double] = ["k": 1, "m": 2, "g": 3, "t": 4, "p": 5]

    /// The number of bytes; nil if `text` is no size. Only a size without a unit may be negative.
    static func bytes(_ text: String) -> Int? {
        if let plain = Int(text) { return plain }
        guard let last = text.lastIndex(where: { $0.isASCII && ($0.isWholeNumber || $0 == "." || $0 == " ") }) else {
            return nil
        }
        let number = text[last] == " " ? text[..<last] : text[...last]
        let unit = text[text.index(after: last)...].lowercased()
        guard let size = Double(number), size >= 0, size.isFinite else { return nil }
        guard let first = unit.first, unit != "b" else { return Int(exactly: size.rounded(.towardZero)) }
        guard let power = powers[first], ["", "b", "ib"].contains(unit.dropFirst()) else { return nil }
        var bytes = size
        for _ in 0..<Int(power) { bytes *= 1_024 }
        return Int(exactly: bytes.rounded(.towardZero))
    }
}
