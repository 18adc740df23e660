import GoTemplate

/// Functions that take each byte for a letter of Latin-1, as those that Helm uses do: of letters outside ASCII they
/// make others.
enum ByteLetters {
    /// The text without white space.
    static func withoutSpace(_ text: ByteString) -> ByteString {
        let letters = letters(of: text).filter { !LetterCase.isSpace($0) }
        return letters.count == text.bytes.count ? text : ByteString(Runes.encode(letters))
    }

    /// The first letter of each word.
    static func initials(_ text: ByteString) -> ByteString {
        var isStart = true
        let firsts = letters(of: text).filter { letter in
            let isSpace = LetterCase.isSpace(letter)
            defer { isStart = isSpace }
            return isStart && !isSpace
        }
        return ByteString(Runes.encode(firsts))
    }

    private static func letters(of text: ByteString) -> [Unicode.Scalar] {
        text.bytes.map { Unicode.Scalar($0) }
    }
}
