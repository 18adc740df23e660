/// A part of a pattern, with what the limits and the compiler need to know of it.
struct PatternNode: Sendable {
    indirect enum Kind: Sendable {
        case empty
        case rune(UInt32)
        case set(RuneSet)
        case assertion(Assertion)
        case capture(Int, PatternNode)
        case sequence([PatternNode])
        case alternatives([PatternNode])
        /// At least `minimum` times, at most `maximum` times if there is one.
        case repetition(PatternNode, minimum: Int, maximum: Int?, isLazy: Bool)
    }

    /// What must hold at a place without taking anything.
    enum Assertion: Int32, Sendable {
        case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
    }

    let kind: Kind
    /// How deep parts nest in it.
    let height: Int
    /// How many instructions it becomes.
    let size: Int
    /// The product of the counts of nested repetitions.
    let repeatProduct: Int
    /// Whether it can match nothing.
    let isNullable: Bool

    init(_ kind: Kind) {
        self.kind = kind
        switch kind {
        case .empty, .assertion:
            (height, size, repeatProduct, isNullable) = (1, 1, 1, true)
        case .rune, .set:
            (height, size, repeatProduct, isNullable) = (1, 1, 1, false)
        case .capture(_, let part):
            (height, size) = (part.height + 1, Self.sum(part.size, 2))
            (repeatProduct, isNullable) = (part.repeatProduct, part.isNullable)
        case .sequence(let parts):
            height = 1 + (parts.map(\.height).max() ?? 0)
            size = parts.reduce(0) { Self.sum($0, $1.size) }
            repeatProduct = parts.map(\.repeatProduct).max() ?? 1
            isNullable = parts.allSatisfy(\.isNullable)
        case .alternatives(let parts):
            height = 1 + (parts.map(\.height).max() ?? 0)
            size = parts.reduce(parts.count - 1) { Self.sum($0, $1.size) }
            repeatProduct = parts.map(\.repeatProduct).max() ?? 1
            isNullable = parts.contains(where: \.isNullable)
        case .repetition(let part, let minimum, let maximum, _):
            height = part.height + 1
            let copies = maximum ?? max(minimum, 1)
            size = max(Self.sum(Self.product(copies, part.size), maximum.map { $0 - minimum } ?? 2), 1)
            let count = maximum ?? minimum
            repeatProduct = maximum == 0 ? 1 : Self.product(max(count, 1), part.repeatProduct)
            isNullable = minimum == 0 || part.isNullable
        }
    }

    /// The one part, or the parts in a row.
    static func sequence(of parts: [PatternNode]) -> PatternNode {
        parts.count == 1 ? parts[0] : PatternNode(parts.isEmpty ? .empty : .sequence(parts))
    }

    private static func sum(_ a: Int, _ b: Int) -> Int {
        let (sum, overflows) = a.addingReportingOverflow(b)
        return overflows ? .max : sum
    }

    private static func product(_ a: Int, _ b: Int) -> Int {
        let (product, overflows) = a.multipliedReportingOverflow(by: b)
        return overflows ? .max : product
    }
}
