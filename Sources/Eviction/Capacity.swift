/// How much fits.
public enum Capacity: Sendable, Hashable, Codable {
    /// So many candidates, whatever their size.
    case count(Int)
    /// Candidates whose sizes add up to so much.
    case bytes(UInt64)

    /// What one candidate of this size takes of it.
    func share(ofSize size: UInt64) -> UInt64 {
        switch self {
        case .count: 1
        case .bytes: size
        }
    }

    /// The whole of it, in candidates or bytes; zero for a negative count.
    var total: UInt64 {
        switch self {
        case .count(let count): UInt64(max(0, count))
        case .bytes(let bytes): bytes
        }
    }
}
