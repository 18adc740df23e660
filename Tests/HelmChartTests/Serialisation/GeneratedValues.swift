import GoTemplate
import TestSupport

/// Values of all kinds that JSON has, with the texts that YAML finds hard: but tabs at the start of lines and separators
/// of lines (U+2028), which Go's libraries themselves do not read back as they write them.
struct GeneratedValues {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    private static let pieces = [
        "a", "Z", "0", "1", " ", "  ", "\n", "\n\n", ":", ": ", "#", " #", "-", "- ", "---", "'", "\"", "\\", "é",
        "😀",
        "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "yes", "null", "~", ".5",
        "1e3", "0x1f",
        "2001-01-01", "12:30",
        "word word word word word word word word word word word word word word word word word word",
    ]

    mutating func text() -> ByteString {
        let count = Int.random(in: 0...4, using: &generator)
        return ByteString((0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }.joined())
    }

    mutating func value(depth: Int = 0) -> Value {
        switch Int.random(in: 0...(depth > 3 ? 4 : 6), using: &generator) {
        case 0: return .nilInterface
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .float(number())
        case 3, 4: return .string(text())
        case 5:
            let count = Int.random(in: 0...3, using: &generator)
            return .list((0..<count).map { _ in value(depth: depth + 1) })
        default: return .map(map(depth: depth + 1))
        }
    }

    mutating func map(depth: Int = 0) -> MapValue {
        let map = MapValue()
        for _ in 0..<Int.random(in: 0...4, using: &generator) { map[text()] = value(depth: depth) }
        return map
    }

    private mutating func number() -> Double {
        switch Int.random(in: 0...3, using: &generator) {
        case 0: Double(Int.random(in: -1000...1000, using: &generator))
        case 1: Double(Int64.random(in: .min ... .max, using: &generator))
        case 2: Double.random(in: -1...1, using: &generator)
        default: Double.random(in: 1...10, using: &generator) * 1e200
        }
    }
}
