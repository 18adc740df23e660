/// Characters as the emitter of yaml.v2 classes them, in UTF-8.
enum YAMLCharacter {
    static func length(_ first: UInt8) -> Int {
        switch first {
        case ..<0x80: 1
        case 0xC0..<0xE0: 2
        case 0xE0..<0xF0: 3
        case 0xF0..<0xF8: 4
        default: 1
        }
    }

    /// A carriage return, a line feed, U+0085, U+2028 or U+2029.
    static func isBreak(_ character: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(character)
        switch bytes.count {
        case 1: return bytes[0] == 0x0A || bytes[0] == 0x0D
        case 2: return bytes == [0xC2, 0x85]
        case 3: return bytes == [0xE2, 0x80, 0xA8] || bytes == [0xE2, 0x80, 0xA9]
        default: return false
        }
    }

    /// Characters beyond U+FFFF do not count as printable.
    static func isPrintable(_ character: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(character)
        switch bytes.count {
        case 1: return bytes[0] == 0x0A || (0x20...0x7E).contains(bytes[0])
        case 2: return bytes[0] != 0xC2 || bytes[1] >= 0xA0
        case 3:
            if bytes[0] == 0xED { return bytes[1] < 0xA0 }
            if bytes[0] == 0xEF {
                return !(bytes[1] == 0xBB && bytes[2] == 0xBF) && !(bytes[1] == 0xBF && bytes[2] >= 0xBE)
            }
            return true
        default: return false
        }
    }

    /// Whether a text in double quotes must escape the character.
    static func needsEscape(_ character: ArraySlice<UInt8>) -> Bool {
        if let byte = character.first, character.count == 1, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
            return true
        }
        return !isPrintable(character) || isBreak(character)
    }

    private static let short: [UInt32: Character] = [
        0x00: "0", 0x07: "a", 0x08: "b", 0x09: "t", 0x0A: "n", 0x0B: "v", 0x0C: "f", 0x0D: "r", 0x1B: "e", 0x22: "\"",
        0x5C: "\\", 0x85: "N", 0xA0: "_", 0x2028: "L", 0x2029: "P",
    ]

    static func escape(_ character: ArraySlice<UInt8>) -> [UInt8] {
        let code = String(decoding: character, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
        if let letter = short[code] { return Array("\\\(letter)".utf8) }
        let (prefix, digits) = code <= 0xFF ? ("\\x", 2) : code <= 0xFFFF ? ("\\u", 4) : ("\\U", 8)
        let hex = String(code, radix: 16, uppercase: true)
        return Array((prefix + String(repeating: "0", count: digits - hex.utf8.count) + hex).utf8)
    }
}
