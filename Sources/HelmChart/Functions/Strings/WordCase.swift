import GoTemplate

/// `camelcase`: words joined, each with an upper-case letter first. Connectors are white space, `-` and `_`.
///
/// Connectors at the start stay, and of several in a row all but one stay.
enum CamelCase {
    static func join(_ text: ByteString) -> ByteString {
        let scalars = Runes.decode(text.bytes)
        guard let start = scalars.firstIndex(where: { !WordKind.isConnector($0) }) else {
            // Of nothing but connectors, Go writes the last one twice.
            return ByteString(Runes.encode(scalars + scalars.suffix(1)))
        }
        var result = Array(scalars[..<start])
        var previous = LetterCase.upper(scalars[start])
        for scalar in scalars[(start + 1)...] {
            switch (WordKind.isConnector(previous), WordKind.isConnector(scalar)) {
            case (true, true):
                result.append(previous)
                previous = scalar
            case (true, false):
                previous = LetterCase.upper(scalar)
            case (false, _):
                result.append(previous)
                previous = scalar
            }
        }
        result.append(previous)
        return ByteString(Runes.encode(result))
    }
}

/// `snakecase` and `kebabcase`: words in lower case with a connector between them.
///
/// A number belongs to the word before it, unless lower-case letters follow it: `Bld4Floor3rd` is `bld4_floor_3rd`.
struct ConnectedCase {
    let connector: Unicode.Scalar
    private var words: Words
    private var result: [Unicode.Scalar] = []

    static func join(_ text: ByteString, with connector: Unicode.Scalar) -> ByteString {
        var writer = ConnectedCase(connector: connector, words: Words(Runes.decode(text.bytes)))
        writer.run()
        return ByteString(Runes.encode(writer.result))
    }

    private init(connector: Unicode.Scalar, words: Words) {
        self.connector = connector
        self.words = words
    }

    private mutating func run() {
        var word = words.next()
        while words.hasMore {
            let last = word
            if last.kind != .connector { write(last) }
            word = words.next()
            switch last.kind {
            case .number:
                word = writeRun(from: word)
                connect(to: word)
            case .connector: write(last)
            case .punctuation: break
            default: word = follow(word)
            }
        }
        write(word)
    }

    /// After a word of letters or signs comes `word`; answers the word that is still to be written.
    private mutating func follow(_ word: Word) -> Word {
        guard word.kind == .number else {
            connect(to: word, always: true)
            return word
        }
        guard words.hasMore else { return word }
        let next = words.next()
        if next.kind == .letters {
            result.append(connector)
            write(word)
            let rest = writeRun(from: next)
            connect(to: rest)
            return rest
        }
        write(word)
        connect(to: next, always: true)
        return next
    }

    /// Writes letters and numbers as they come; answers the first other word.
    private mutating func writeRun(from first: Word) -> Word {
        var word = first
        while word.kind == .letters || word.kind == .number {
            write(word)
            word = words.next()
        }
        return word
    }

    /// Puts the connector before `word`, unless that is a connector or punctuation itself, or nothing.
    private mutating func connect(to word: Word, always: Bool = false) {
        if word.kind == .connector || word.kind == .punctuation || (word.kind == .none && !always) { return }
        result.append(connector)
    }

    private mutating func write(_ word: Word) {
        guard word.kind == .capitals || word.kind == .connector else { return result.append(contentsOf: word.scalars) }
        for scalar in word.scalars {
            if WordKind.isConnector(scalar) {
                result.append(connector)
            } else {
                result.append(LetterCase.isUpper(scalar) ? LetterCase.lower(scalar) : scalar)
            }
        }
    }
}
