/// How far the run of a plan has come. Whoever stores it after each change can resume the run, or undo it.
public struct PlanProgress: Sendable, Hashable, Codable {
    /// How many steps are done.
    public var done: Int
    /// Whether the next step was begun, so that it may have happened.
    public var isAttempting: Bool

    /// Creates the progress of a run; one that has not begun unless said otherwise.
    public init(done: Int = 0, isAttempting: Bool = false) {
        self.done = done
        self.isAttempting = isAttempting
    }
}
