import GoTemplate

/// An alphabet to draw from, and the letter that stands in for all of it.
struct RandomLetters: Sendable {
    var alphabet: [UInt8]
    var standIn: UInt8

    static let sets: [(ByteString, RandomLetters)] = [
        ("randAlphaNum", RandomLetters(alphabet: digits + letters, standIn: UInt8(ascii: "a"))),
        ("randAlpha", RandomLetters(alphabet: letters, standIn: UInt8(ascii: "b"))),
        ("randAscii", RandomLetters(alphabet: Array(32...126), standIn: UInt8(ascii: "c"))),
        ("randNumeric", RandomLetters(alphabet: digits, standIn: UInt8(ascii: "1"))),
    ]

    private static let digits = Array("0123456789".utf8)
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)

    /// So many letters; none for a negative count.
    func text(_ count: Int, _ environment: RenderEnvironment) throws -> ByteString {
        let count = max(count, 0)
        try ResultLimit.checkText(count)
        if environment.isReproducible { return ByteString([UInt8](repeating: standIn, count: count)) }
        var generator = EnvironmentGenerator(environment)
        return ByteString((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? standIn })
    }
}

/// The environment's random bytes for the standard library's functions.
struct EnvironmentGenerator: RandomNumberGenerator {
    private let environment: RenderEnvironment

    init(_ environment: RenderEnvironment) {
        self.environment = environment
    }

    mutating func next() -> UInt64 {
        environment.randomBytes(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}
