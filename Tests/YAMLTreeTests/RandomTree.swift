import TestSupport
import YAMLTree

/// Makes trees at random, with texts that are hard to write.
struct RandomTree {
    private var generator: SeededGenerator
    private let allowsComplexKeys: Bool

    init(seed: UInt64, allowsComplexKeys: Bool = true) {
        self.generator = SeededGenerator(seed: seed)
        self.allowsComplexKeys = allowsComplexKeys
    }

    private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

    /// Fragments that mean something to some reader at some place.
    private static let fragments: [String] = [
        "", " ", "  ", "\t", "\n", "\n\n", "\r", "\r\n", "a", "b c", "word", "-", "- ", "--", "---", "--- ", "...", "?",
        "? ",
        ":", ": ", ":\n", "#", " #", "# ", "&", "*", "!", "!!", "|", "|-", ">", "'", "''", "\"", "\\", "\\n", "%", "@",
        "`", "[", "]", "{", "}", ",", "=", "<<", "~", "0", "1", "007", "0x1F", "0o17", "0b1", "1e3", "1.5", ".5", "5.",
        "1_000", "1,000", "12:30:45", "190:20:30.15", "2001-01-01", "2001-12-14t21:59:43.10-05:00", ".inf", "-.INF",
        ".nan", "+1", "null", "Null", "true", "False", "yes", "No", "on", "OFF", "y", "N", "\u{0}", "\u{7}", "\u{1B}",
        "\u{7F}", "\u{85}", "\u{9F}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "é",
        "e\u{301}",
        "中文", "😀", "${VAR:-x}", "http://a/b#c", "key: value", "- item",
    ]

    mutating func text() -> String {
        var text = ""
        for _ in 0..<(1 + below(4)) { text += Self.fragments[below(Self.fragments.count)] }
        return text
    }

    mutating func scalar() -> Node {
        let styles: [Scalar.Style] = [
            .plain, .singleQuoted, .doubleQuoted, .literal, .folded, .string, .string, .string,
        ]
        let style = styles[below(styles.count)]
        let text = text()
        // A program can ask for a plain scalar that no text can hold; it is then a string.
        return Node(.scalar(Scalar(text, style: style)))
    }

    mutating func node(depth: Int) -> Node {
        var node: Node
        switch depth == 0 ? 9 : below(10) {
        case 0...2: node = .sequence((0..<below(4)).map { _ in self.node(depth: depth - 1) })
        case 3...6: node = mapping(depth: depth)
        default: node = scalar()
        }
        if below(20) == 0 {
            node.tag = ["!reset", "!a/b", "tag:yaml.org,2002:str", "tag:example.com,2020:x", "!é", "!a!b"][below(6)]
        }
        return node
    }

    private mutating func mapping(depth: Int) -> Node {
        var entries: [Mapping.Entry] = []
        for _ in 0..<below(5) {
            let isComplex = allowsComplexKeys && below(10) == 0
            let key = isComplex ? node(depth: depth - 1) : below(3) == 0 ? scalar() : Node.string(text())
            guard !entries.contains(where: { $0.key == key || ($0.key.text != nil && $0.key.text == key.text) }) else {
                continue
            }
            entries.append(Mapping.Entry(key: key, value: node(depth: depth - 1)))
        }
        return .mapping(Mapping(entries))
    }

    /// A tree that JSON can express: without tags, and with scalars that are strings or numbers in its notation.
    mutating func jsonNode(depth: Int) -> Node {
        switch depth == 0 ? 9 : below(10) {
        case 0...2: return .sequence((0..<below(4)).map { _ in jsonNode(depth: depth - 1) })
        case 3...6:
            var mapping = Mapping()
            for _ in 0..<below(5) { mapping[text()] = jsonNode(depth: depth - 1) }
            return .mapping(mapping)
        case 7: return .plain(Self.jsonScalars[below(Self.jsonScalars.count)])
        default: return .string(text())
        }
    }

    private static let jsonScalars = [
        "null", "true", "false", "0", "-0", "1", "-17", "123456789012345678901234567890", "0.1", "-1.50", "1e3",
        "1E+30",
        "2.5e-7",
    ]
}
