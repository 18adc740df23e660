/// What a run of scalars is made of.
enum WordKind {
    case none, number, capitals, letters, connector, punctuation, other

    static func isConnector(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "-" || scalar == "_" || LetterCase.isSpace(scalar)
    }

    /// Letters that are no ideographs, which stand for words by themselves.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            !ideographs.contains { $0.contains(scalar.value) }
        default: false
        }
    }

    static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .decimalNumber, .letterNumber, .otherNumber: true
        default: false
        }
    }

    static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            true
        default: false
        }
    }

    private static let ideographs: [ClosedRange<UInt32>] = [0x3400...0x4D85, 0x4E00...0x9FCC, 0x20000...0x2B81D]
}

/// A run of scalars of one kind.
struct Word {
    var kind: WordKind
    var scalars: ArraySlice<Unicode.Scalar>
}

/// Cuts text into words: before a capital letter, and where the kind changes. `HTTPServer` is `HTTP` and `Server`.
struct Words {
    private var rest: ArraySlice<Unicode.Scalar>

    init(_ scalars: [Unicode.Scalar]) {
        rest = scalars[...]
    }

    var hasMore: Bool { !rest.isEmpty }

    /// The next word; one of kind `none` at the end and for bytes that are no UTF-8.
    mutating func next() -> Word {
        guard let first = rest.first else { return Word(kind: .none, scalars: []) }
        if WordKind.isConnector(first) { return take(.connector, while: WordKind.isConnector) }
        if WordKind.isPunctuation(first) { return take(.punctuation, while: WordKind.isPunctuation) }
        if LetterCase.isUpper(first) { return takeCapitals() }
        if WordKind.isLetter(first) { return take(.letters, while: Self.isSmallLetter) }
        if WordKind.isNumber(first) { return take(.number, while: WordKind.isNumber) }
        return take(.other, while: Self.isOther)
    }

    private mutating func take(_ kind: WordKind, while belongs: (Unicode.Scalar) -> Bool) -> Word {
        let end = rest.dropFirst().firstIndex { !belongs($0) } ?? rest.endIndex
        return take(kind, upTo: end)
    }

    private mutating func take(_ kind: WordKind, upTo end: Int) -> Word {
        let word = Word(kind: kind, scalars: rest[..<end])
        rest = rest[end...]
        return word
    }

    /// A capital with the small letters after it, or several capitals but the one that starts the next word.
    private mutating func takeCapitals() -> Word {
        let second = rest.startIndex + 1
        guard second < rest.endIndex else { return take(.capitals, upTo: rest.endIndex) }
        guard LetterCase.isUpper(rest[second]) else { return take(.capitals, while: Self.isSmallLetter) }
        let end = rest[second...].firstIndex { !LetterCase.isUpper($0) } ?? rest.endIndex
        let startsWord = end < rest.endIndex && WordKind.isLetter(rest[end])
        return take(.capitals, upTo: startsWord ? end - 1 : end)
    }

    private static func isSmallLetter(_ scalar: Unicode.Scalar) -> Bool {
        WordKind.isLetter(scalar) && !LetterCase.isUpper(scalar)
    }

    private static func isOther(_ scalar: Unicode.Scalar) -> Bool {
        !(WordKind.isConnector(scalar) || WordKind.isLetter(scalar) || WordKind.isNumber(scalar)
            || WordKind.isPunctuation(scalar))
    }
}
