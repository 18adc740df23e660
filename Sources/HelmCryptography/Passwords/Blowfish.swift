/// The state of the cipher Blowfish with the costly key schedule of bcrypt.
struct Blowfish {
    /// 18 round keys, then four boxes of 256 words.
    private var words: [UInt32]

    private static let roundKeys = 18
    private static let initial = PiDigits.words(roundKeys + 4 * 256)

    /// The state after a salt and a key, and 2^`cost` times both in turn.
    init(key: [UInt8], salt: [UInt8], cost: Int) {
        words = Self.initial
        expand(key: key, salt: salt)
        for _ in 0..<(1 << cost) {
            expand(key: key, salt: [])
            expand(key: salt, salt: [])
        }
    }

    /// Encrypts a block of two words.
    func encrypt(_ block: (UInt32, UInt32)) -> (UInt32, UInt32) {
        words.withUnsafeBufferPointer { Self.encrypt(block, $0) }
    }

    private static func encrypt(
        _ block: (UInt32, UInt32),
        _ words: UnsafeBufferPointer<UInt32>
    ) -> (UInt32, UInt32) {
        var (left, right) = block
        for round in stride(from: 0, to: 16, by: 2) {
            left ^= words[round]
            right ^= mix(left, words) ^ words[round + 1]
            left ^= mix(right, words)
        }
        return (right ^ words[17], left ^ words[16])
    }

    private static func mix(_ word: UInt32, _ words: UnsafeBufferPointer<UInt32>) -> UInt32 {
        let first = words[18 + Int(word >> 24)] &+ words[274 + Int(word >> 16 & 0xFF)]
        return (first ^ words[530 + Int(word >> 8 & 0xFF)]) &+ words[786 + Int(word & 0xFF)]
    }

    /// Mixes the key into the round keys and replaces all words by the encryptions of one another and of the salt.
    private mutating func expand(key: [UInt8], salt: [UInt8]) {
        var keyWords = CyclicWords(key)
        for index in 0..<Self.roundKeys { words[index] ^= keyWords.next() }
        var saltWords = CyclicWords(salt)
        words.withUnsafeMutableBufferPointer { words in
            var block: (UInt32, UInt32) = (0, 0)
            for index in stride(from: 0, to: words.count, by: 2) {
                block = Self.encrypt((block.0 ^ saltWords.next(), block.1 ^ saltWords.next()), .init(words))
                (words[index], words[index + 1]) = block
            }
        }
    }
}

/// Bytes over and over, four at a time; zeros of nothing.
private struct CyclicWords {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> UInt32 {
        if bytes.isEmpty { return 0 }
        var word: UInt32 = 0
        for _ in 0..<4 {
            word = word << 8 | UInt32(bytes[position])
            position += 1
            if position == bytes.count { position = 0 }
        }
        return word
    }
}
