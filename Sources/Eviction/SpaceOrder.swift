/// Which of two candidates goes first when remaining space decides.
///
/// The paper releases the fullest node, which relieves pressure on disk or memory. Whoever wants fewer nodes (autoscalers,
/// consolidation) releases the emptiest one, which disturbs the least work. The two are opposite, so callers say which.
public enum SpaceOrder: String, Sendable, Hashable, Codable, CaseIterable {
    /// The fullest first, as in the paper.
    case leastRemaining
    /// The emptiest first, for scaling in.
    case mostRemaining

    /// A number that is lower the earlier a candidate with so much space left goes.
    @inline(__always) func key(_ remaining: UInt64) -> UInt64 {
        self == .leastRemaining ? remaining : ~remaining
    }
}
