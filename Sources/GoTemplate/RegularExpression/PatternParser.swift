/// Reads RE2's language, in the form that Go's `regexp` takes.
///
/// Open groups lie on a stack of its own, so that no pattern exhausts the call stack.
struct PatternParser {
    struct Flags {
        var ignoresCase = false
        var isMultiline = false
        var dotMatchesNewline = false
        var isLazy = false
    }

    /// A group that is not closed yet.
    struct Group {
        /// The number of the capture; nil if the group only groups, 0 for the whole pattern.
        var capture: Int?
        /// The flags to return to.
        var flags: Flags
        var alternatives: [PatternNode] = []
        var sequence: [PatternNode] = []
    }

    /// Go's limits: of a repetition's count, nesting, instructions and bounds of classes.
    static let maximumCount = 1000
    private static let maximumHeight = 1000
    private static let maximumSize = (128 << 20) / 40
    private static let maximumBounds = (128 << 20) / 4

    let bytes: [UInt8]
    var index = 0
    var flags = Flags()
    var groups: [Group]
    var names: [ByteString?] = [nil]
    /// Whether there is no `:]` in what is left, which is so looked for once.
    var lacksClassEnd = false
    private var bounds = 0
    /// Where the repetition that was just read began.
    private var lastRepetition: Int?

    init(_ pattern: ByteString) {
        bytes = pattern.bytes
        groups = [Group(capture: 0, flags: Flags())]
    }

    /// The tree of a pattern and the names of its captures, the first being the whole match.
    static func parse(_ pattern: ByteString) throws(PatternError) -> (root: PatternNode, names: [ByteString?]) {
        var parser = PatternParser(pattern)
        while parser.index < parser.bytes.count { try parser.readItem() }
        guard parser.groups.count == 1, let whole = parser.groups.popLast() else {
            throw PatternError(code: .missingParenthesis, part: pattern)
        }
        let root = try parser.closed(whole)
        return (root, parser.names)
    }

    private mutating func readItem() throws(PatternError) {
        var repetition: Int?
        let start = index
        switch bytes[index] {
        case UInt8(ascii: "("): try openGroup()
        case UInt8(ascii: ")"): try closeGroup()
        case UInt8(ascii: "|"):
            index += 1
            let sequence = PatternNode.sequence(of: groups[groups.count - 1].sequence)
            groups[groups.count - 1].alternatives.append(sequence)
            groups[groups.count - 1].sequence = []
        case UInt8(ascii: "^"): try push(.assertion(flags.isMultiline ? .lineStart : .textStart), after: 1)
        case UInt8(ascii: "$"): try push(.assertion(flags.isMultiline ? .lineEnd : .textEnd), after: 1)
        case UInt8(ascii: "."): try push(.set(flags.dotMatchesNewline ? .all : Self.notNewline), after: 1)
        case UInt8(ascii: "["): try push(.set(readClass()))
        case UInt8(ascii: "*"):
            try repeatLast(from: start, to: start + 1, minimum: 0, maximum: nil)
            repetition = start
        case UInt8(ascii: "+"):
            try repeatLast(from: start, to: start + 1, minimum: 1, maximum: nil)
            repetition = start
        case UInt8(ascii: "?"):
            try repeatLast(from: start, to: start + 1, minimum: 0, maximum: 1)
            repetition = start
        case UInt8(ascii: "{"):
            if let counts = readCounts() {
                try repeatCounted(counts, from: start)
                repetition = start
            } else {
                try pushLiteral(0x7B, after: 1)
            }
        case UInt8(ascii: "\\"): try readEscapedItem()
        default: try pushLiteral(nextRune())
        }
        lastRepetition = repetition
    }

    static let notNewline = RuneSet([.init(first: 10, last: 10)]).negated

    // MARK: What was read

    mutating func push(_ kind: PatternNode.Kind, after width: Int = 0) throws(PatternError) {
        index += width
        try push(PatternNode(kind))
    }

    mutating func push(_ node: PatternNode) throws(PatternError) {
        if node.height > Self.maximumHeight { throw PatternError(code: .nestingDepth, part: ByteString(bytes)) }
        if case .set(let set) = node.kind { bounds += set.ranges.count * 2 }
        if node.size > Self.maximumSize || bounds > Self.maximumBounds {
            throw PatternError(code: .large, part: ByteString(bytes))
        }
        groups[groups.count - 1].sequence.append(node)
    }

    mutating func pushLiteral(_ rune: UInt32, after width: Int = 0) throws(PatternError) {
        let orbit = flags.ignoresCase ? CaseOrbits.orbit(of: rune) : [rune]
        if orbit.count == 1 { return try push(.rune(rune), after: width) }
        try push(.set(RuneSet(orbit.map { .init(first: $0, last: $0) })), after: width)
    }

    /// The node of a group whose end was reached.
    func closed(_ group: Group) throws(PatternError) -> PatternNode {
        let last = PatternNode.sequence(of: group.sequence)
        var node = group.alternatives.isEmpty ? last : PatternNode(.alternatives(group.alternatives + [last]))
        if let capture = group.capture, capture > 0 { node = PatternNode(.capture(capture, node)) }
        if node.height > Self.maximumHeight { throw PatternError(code: .nestingDepth, part: ByteString(bytes)) }
        if node.size > Self.maximumSize { throw PatternError(code: .large, part: ByteString(bytes)) }
        return node
    }

    // MARK: Repetitions

    private mutating func repeatCounted(
        _ counts: (minimum: Int, maximum: Int?, end: Int),
        from start: Int
    ) throws(PatternError) {
        let (minimum, maximum, end) = counts
        if minimum > Self.maximumCount || (maximum ?? minimum) > Self.maximumCount || (maximum ?? minimum) < minimum {
            throw error(.invalidRepeatCount, start, end)
        }
        try repeatLast(from: start, to: end, minimum: minimum, maximum: maximum)
        guard let node = groups[groups.count - 1].sequence.last else { return }
        if minimum >= 2 || (maximum ?? 0) >= 2, node.repeatProduct > Self.maximumCount {
            throw error(.invalidRepeatCount, start, index)
        }
    }

    /// Replaces what was read last by its repetition; the operator goes from `start` to `end`.
    private mutating func repeatLast(
        from start: Int,
        to end: Int,
        minimum: Int,
        maximum: Int?
    ) throws(PatternError) {
        index = end
        var isLazy = flags.isLazy
        if index < bytes.count, bytes[index] == UInt8(ascii: "?") {
            index += 1
            isLazy.toggle()
        }
        if let lastRepetition { throw error(.invalidRepetition, lastRepetition, index) }
        guard let node = groups[groups.count - 1].sequence.popLast() else {
            throw error(.missingRepeatArgument, start, index)
        }
        try push(.repetition(node, minimum: minimum, maximum: maximum, isLazy: isLazy))
    }

    /// The counts of `{2}`, `{2,}` or `{2,3}` at the index, and where they end; nil if the brace is a character.
    private func readCounts() -> (minimum: Int, maximum: Int?, end: Int)? {
        var position = index + 1
        guard let minimum = readCount(&position), position < bytes.count else { return nil }
        var maximum: Int? = minimum
        if bytes[position] == UInt8(ascii: ",") {
            position += 1
            guard position < bytes.count else { return nil }
            if bytes[position] == UInt8(ascii: "}") {
                maximum = nil
            } else {
                guard let count = readCount(&position) else { return nil }
                maximum = count
            }
        }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "}") else { return nil }
        return (minimum, maximum, position + 1)
    }

    /// A number without leading zeros; a large one is one above all limits.
    private func readCount(_ position: inout Int) -> Int? {
        let start = position
        var value = 0
        while position < bytes.count, RuneClass.isDigit(bytes[position]) {
            value = min(value * 10 + Int(bytes[position] - UInt8(ascii: "0")), Self.maximumCount + 1)
            position += 1
        }
        guard position > start, position == start + 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
        return value
    }
}
