/// Why a plan was not carried out, or not undone.
public struct PlanFailure: Error, Sendable, CustomStringConvertible {
    /// What went wrong.
    @nonexhaustive public enum Reason: Sendable, Hashable {
        /// The state of the objects is not the one that the plan was made for; nothing was changed by this step.
        case stale(String)
        /// The API answered a status that the step does not expect.
        case status(Int)
        /// The time for the step is over; the last status, if there was an answer.
        case timeout(Int?)
        /// An answer is not JSON, or lacks the value that the next request needs.
        case unreadableAnswer
        /// There was no answer; the text is the error of the performer.
        case noAnswer(String)
        /// The step cannot be undone; the text says what a person can do instead.
        case irreversible(String)
        /// The progress is not that of this plan.
        case foreignProgress
    }

    /// What went wrong.
    public var reason: Reason
    /// The summary of the step; nil when the run did not begin.
    public var step: String?
    /// How far the run has come, to resume it or to undo it.
    public var progress: PlanProgress
    /// Whether the steps before were undone.
    public var isUndone: Bool

    /// Creates a failure.
    public init(_ reason: Reason, step: String?, progress: PlanProgress, isUndone: Bool = false) {
        self.reason = reason
        self.step = step
        self.progress = progress
        self.isUndone = isUndone
    }

    /// The step, what went wrong, and what to do.
    public var description: String {
        let place = step.map { "\($0): " } ?? ""
        let rest = isUndone ? "; what was done before is undone" : ""
        return place + reason.description + rest
    }
}

extension PlanFailure.Reason: CustomStringConvertible {
    /// What went wrong, and what to do.
    public var description: String {
        switch self {
        case .stale(let statement):
            "the plan is out of date, because it is not so any more: \(statement); make a new plan from a fresh inventory"
        case .status(let status): "the API answered with the status \(status)"
        case .timeout(let status?): "no success in time; the last status was \(status); resume the plan, or undo it"
        case .timeout(nil): "no success in time; resume the plan, or undo it"
        case .unreadableAnswer: "the answer of the API cannot be read"
        case .noAnswer(let error): "the API did not answer: \(error)"
        case .irreversible(let advice): "this cannot be undone; \(advice)"
        case .foreignProgress: "the progress belongs to another plan"
        }
    }
}
