public import Diagnostics

extension FindingCode {
    /// A service need not wait for another one that the project does not have.
    public static let composeAbsentDependency: FindingCode = "compose.absent-dependency"
    /// A Swarm ignores the key, or `docker stack` refuses it: it is left out.
    public static let composeStackDropped: FindingCode = "compose.stack-dropped"
    /// A Swarm has a key of another name for it, which is written instead.
    public static let composeStackMoved: FindingCode = "compose.stack-moved"
    /// A Swarm reads the content from its own store: someone has to put it there first.
    public static let composeStackContent: FindingCode = "compose.stack-content"
    /// The key is written with a part of its meaning.
    public static let composeStackApproximated: FindingCode = "compose.stack-approximated"
    /// A value cannot be changed in place.
    public static let composeEdit: FindingCode = "compose.edit"
}
