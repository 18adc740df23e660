public import Diagnostics

extension FindingCode {
    /// A Swarm ignores the key, or `docker stack` refuses it: it is left out.
    public static let composeStackDropped: FindingCode = "compose.stack-dropped"
    /// A Swarm has a key of another name for it, which is written instead.
    public static let composeStackMoved: FindingCode = "compose.stack-moved"
    /// The key is written with a part of its meaning.
    public static let composeStackApproximated: FindingCode = "compose.stack-approximated"
}
