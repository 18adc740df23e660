/// A line of shell that runs commands until one succeeds, and does nothing else: `first || second || exit 1`.
///
/// What a shell would replace (variables, patterns, substitutions), pipes and lists are no such lines: their meaning is not
/// guessed. Output may go to `/dev/null`, which changes nothing of the status.
struct ShellLine {
    /// The words of each command.
    private(set) var commands: [[String]] = []

    init?(_ line: String) {
        var scanner = Scanner(bytes: Array(line.utf8))
        guard scanner.run() else { return nil }
        commands = scanner.commands
    }

    /// `text` in quotes that a shell takes off again.
    static func word(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#) + "'"
    }
}

private struct Scanner {
    let bytes: [UInt8]
    var position = 0
    var commands: [[String]] = []
    private var words: [String] = []
    /// The word that is being read; nil between words.
    private var word: [UInt8]?

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads all commands; false when the line does more than run them.
    mutating func run() -> Bool {
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): endWord()
            case UInt8(ascii: "\n"), UInt8(ascii: ";"):
                guard bytes[position...].allSatisfy({ $0 <= 32 }) else { return false }
                endWord()
            case UInt8(ascii: "'"): guard quoted() else { return false }
            case UInt8(ascii: "\""): guard doubleQuoted() else { return false }
            case UInt8(ascii: "\\"):
                guard position < bytes.count else { return false }
                if bytes[position] != UInt8(ascii: "\n") { append(bytes[position]) }
                position += 1
            case UInt8(ascii: "|"):
                guard next(is: "|"), endCommand() else { return false }
            case UInt8(ascii: "&"):
                guard next(is: ">"), redirection() else { return false }
            case UInt8(ascii: ">"):
                // A digit before it is the number of what is redirected.
                if let number = word, number.count == 1, (48...57).contains(number[0]) { word = nil }
                guard redirection() else { return false }
            case UInt8(ascii: "#") where word == nil, UInt8(ascii: "~") where word == nil: return false
            case _ where Self.special.contains(byte): return false
            default: append(byte)
            }
        }
        return endCommand()
    }

    /// What a shell gives a meaning that is not followed here.
    private static let special = Set("$`()<*{}!".utf8)

    private mutating func append(_ byte: UInt8) { word = (word ?? []) + CollectionOfOne(byte) }

    private mutating func endWord() {
        if let word { words.append(String(decoding: word, as: UTF8.self)) }
        word = nil
    }

    private mutating func endCommand() -> Bool {
        endWord()
        guard !words.isEmpty else { return false }
        commands.append(words)
        words = []
        return true
    }

    private mutating func next(is character: Unicode.Scalar) -> Bool {
        guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    private mutating func quoted() -> Bool {
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "'")) else { return false }
        word = (word ?? []) + bytes[position..<end]
        position = end + 1
        return true
    }

    private mutating func doubleQuoted() -> Bool {
        word = word ?? []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return true
            case UInt8(ascii: "$"), UInt8(ascii: "`"): return false
            case UInt8(ascii: "\\"):
                guard position < bytes.count else { return false }
                if !#"\"$`"#.utf8.contains(bytes[position]) { append(byte) }
                append(bytes[position])
                position += 1
            default: append(byte)
            }
        }
        return false
    }

    /// What comes behind `>`: another stream, or `/dev/null`.
    private mutating func redirection() -> Bool {
        endWord()
        if next(is: "&") {
            guard position < bytes.count, (48...57).contains(bytes[position]) else { return false }
            position += 1
        } else {
            _ = next(is: ">")
            while next(is: " ") {}
            let rest = bytes[position...]
            guard rest.starts(with: "/dev/null".utf8) else { return false }
            position += 9
        }
        return position == bytes.count || " \t\n|;".utf8.contains(bytes[position])
    }
}
