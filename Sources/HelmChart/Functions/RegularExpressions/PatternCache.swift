import GoTemplate
import Synchronization

/// Compiled patterns by their texts, for the many calls with the same pattern.
final class PatternCache: Sendable {
    /// A cache that is full starts anew.
    private static let capacity = 256
    private let known = Mutex<[ByteString: RegularExpression]>([:])

    func expression(_ pattern: ByteString) throws(PatternError) -> RegularExpression {
        if let expression = known.withLock({ $0[pattern] }) { return expression }
        let expression = try RegularExpression(pattern)
        known.withLock { known in
            if known.count >= Self.capacity { known.removeAll() }
            known[pattern] = expression
        }
        return expression
    }
}
