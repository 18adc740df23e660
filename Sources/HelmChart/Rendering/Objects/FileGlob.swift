import GoTemplate

/// A pattern of `.Files.Glob`, in the grammar of gobwas/glob with `/` between names: `*` and `?` stay within a name,
/// `**` does not; `[abc]`, `[!a-z]` and `{one,two}` choose.
struct FileGlob {
    private indirect enum Part {
        case character(Unicode.Scalar)
        case any
        case anyWithinName
        case anything
        case choice(Set<Unicode.Scalar>, isNegated: Bool)
        case range(ClosedRange<Unicode.Scalar>, isNegated: Bool)
        case alternatives([[Part]])
    }

    private let parts: [Part]

    /// Nil if the pattern is malformed.
    init?(_ pattern: ByteString) {
        var reader = Reader(scalars: Array(pattern.text.unicodeScalars))
        guard let parts = reader.sequence(inBraces: false, depth: 0) else { return nil }
        self.parts = parts
    }

    /// Whether the whole name matches. O(name * pattern) per alternative.
    func matches(_ name: ByteString) -> Bool {
        let scalars = Array(name.text.unicodeScalars)
        return Self.ends(of: parts[...], in: scalars, from: [0]).contains(scalars.count)
    }

    /// All positions at which a match of the parts can end.
    private static func ends(of parts: ArraySlice<Part>, in name: [Unicode.Scalar], from starts: Set<Int>) -> Set<Int> {
        var positions = starts
        for part in parts {
            if positions.isEmpty { return [] }
            positions = ends(of: part, in: name, from: positions)
        }
        return positions
    }

    private static func ends(of part: Part, in name: [Unicode.Scalar], from starts: Set<Int>) -> Set<Int> {
        switch part {
        case .alternatives(let all):
            return all.reduce(into: []) { $0.formUnion(ends(of: $1[...], in: name, from: starts)) }
        case .anything:
            guard let first = starts.min() else { return [] }
            return Set(first...name.count)
        case .anyWithinName:
            var reached: Set<Int> = []
            for start in starts.sorted() where !reached.contains(start) {
                var end = start
                reached.insert(end)
                while end < name.count, name[end] != "/" {
                    end += 1
                    reached.insert(end)
                }
            }
            return reached
        default:
            return Set(starts.filter { $0 < name.count && accepts(part, name[$0]) }.map { $0 + 1 })
        }
    }

    private static func accepts(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
        switch part {
        case .character(let wanted): wanted == scalar
        case .any: scalar != "/"
        case .choice(let set, let isNegated): set.contains(scalar) != isNegated
        case .range(let range, let isNegated): range.contains(scalar) != isNegated
        default: false
        }
    }

    private struct Reader {
        let scalars: [Unicode.Scalar]
        private var position = 0

        init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

        private static let deepest = 32

        /// Parts up to the end, or up to `,` or `}` within braces, which stay.
        mutating func sequence(inBraces: Bool, depth: Int) -> [Part]? {
            guard depth <= Self.deepest else { return nil }
            var parts: [Part] = []
            while position < scalars.count {
                let scalar = scalars[position]
                if inBraces, scalar == "," || scalar == "}" { return parts }
                position += 1
                switch scalar {
                case "*":
                    let isDouble = position < scalars.count && scalars[position] == "*"
                    if isDouble { position += 1 }
                    parts.append(isDouble ? .anything : .anyWithinName)
                case "?": parts.append(.any)
                case "\\":
                    guard position < scalars.count else { return nil }
                    parts.append(.character(scalars[position]))
                    position += 1
                case "[":
                    guard let part = characterClass() else { return nil }
                    parts.append(part)
                case "{":
                    guard let part = alternatives(depth: depth) else { return nil }
                    parts.append(part)
                default: parts.append(.character(scalar))
                }
            }
            return inBraces ? nil : parts
        }

        private mutating func alternatives(depth: Int) -> Part? {
            var all: [[Part]] = []
            while true {
                guard let parts = sequence(inBraces: true, depth: depth + 1), position < scalars.count else {
                    return nil
                }
                all.append(parts)
                position += 1
                if scalars[position - 1] == "}" { return .alternatives(all) }
            }
        }

        private mutating func characterClass() -> Part? {
            let isNegated = position < scalars.count && scalars[position] == "!"
            if isNegated { position += 1 }
            if position + 3 < scalars.count, scalars[position + 1] == "-", scalars[position + 3] == "]",
                scalars[position] <= scalars[position + 2]
            {
                defer { position += 4 }
                return .range(scalars[position]...scalars[position + 2], isNegated: isNegated)
            }
            var set: Set<Unicode.Scalar> = []
            while position < scalars.count, scalars[position] != "]" {
                if scalars[position] == "\\" { position += 1 }
                guard position < scalars.count else { return nil }
                set.insert(scalars[position])
                position += 1
            }
            guard position < scalars.count, !set.isEmpty else { return nil }
            position += 1
            return .choice(set, isNegated: isNegated)
        }
    }
}
