import GoTemplate
import Synchronization

/// What one rendering may spend on keys and password hashes, each of which is slow on purpose: without a bound, a
/// chart of a few lines could keep a processor busy for hours.
final class WorkBudget: Sendable {
    /// The cost of a step: about a tenth of a second for each unit.
    enum Work: Int {
        case passwordHash = 1
        case key = 5
        case longKey = 20
    }

    private let remaining: Mutex<Int>

    /// - Parameter units: the default is far more than charts use, and some minutes at most.
    init(units: Int = 2_000) {
        remaining = Mutex(units)
    }

    func spend(_ work: Work) throws(FunctionError) {
        let isLeft = remaining.withLock { remaining in
            remaining -= work.rawValue
            return remaining >= 0
        }
        if !isLeft { throw FunctionError("the chart makes too many keys or password hashes for one rendering") }
    }
}
