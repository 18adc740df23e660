/// What has to be done, step by step, to release one node.
///
/// A plan is a value: it can be compared, stored, shown, rendered as a shell script, and run by a `PlanRunner`. It was
/// made from an inventory, and its preconditions say which state of the objects that was: a run begins by looking whether
/// they still hold, so that nothing is done on the ground of an old list.
public struct ReleasePlan: Sendable, Equatable {
    /// The system that the steps address.
    public var orchestrator: Orchestrator
    /// The name of the node.
    public var node: String
    /// How the node is released, such as `drain`.
    public var method: String
    /// What must hold when a run begins.
    public var preconditions: [PlanCheck]
    /// The steps in order.
    public var steps: [PlanStep]
    /// What a run does when a step fails.
    public var failureResponse: FailureResponse

    /// Creates a plan.
    public init(
        orchestrator: Orchestrator,
        node: String,
        method: String,
        preconditions: [PlanCheck],
        steps: [PlanStep],
        failureResponse: FailureResponse = .stop
    ) {
        self.orchestrator = orchestrator
        self.node = node
        self.method = method
        self.preconditions = preconditions
        self.steps = steps
        self.failureResponse = failureResponse
    }
}

/// The systems that plans are made for.
@nonexhaustive public enum Orchestrator: String, Sendable, Hashable, CaseIterable {
    /// Kubernetes, and what is built on it: Cluster API, Rancher from version 2.6 on.
    case kubernetes
    /// Docker Swarm.
    case swarm
    /// Rancher 1.x.
    case cattle
}

/// What a run does when a step fails for good.
@nonexhaustive public enum FailureResponse: String, Sendable, Hashable, CaseIterable {
    /// It stops where it is, to be resumed or undone by decision.
    case stop
    /// It undoes what it did, because half of the plan would let another node be released.
    case undo
}

/// One step of a plan.
public struct PlanStep: Sendable, Equatable {
    /// What the step does.
    public enum Action: Sendable, Equatable {
        /// Sends a request once, or until its answer is final.
        case send(PlanRequest)
        /// Looks until something holds.
        case wait(PlanCheck, Pace)
        /// Looks once; the plan is refused when it does not hold.
        case verify(PlanCheck)
    }

    /// What the step does, for people, in the imperative.
    public var summary: String
    /// What the step does.
    public var action: Action
    /// What holds once the step has been done.
    ///
    /// A run that is resumed cannot know whether a request that it was about to send has arrived. It looks here.
    public var settled: PlanCheck?
    /// How the step is undone.
    public var reversal: Reversal

    /// Creates a step.
    public init(_ summary: String, _ action: Action, settled: PlanCheck? = nil, reversal: Reversal = .nothing) {
        self.summary = summary
        self.action = action
        self.settled = settled
        self.reversal = reversal
    }
}

/// How a step is undone.
public enum Reversal: Sendable, Equatable {
    /// There is nothing to undo: the step changes nothing, or what it changed is mended by the orchestrator.
    case nothing
    /// By a request.
    case send(PlanRequest)
    /// Not at all; the text says what a person can do instead.
    case impossible(String)
}

/// How often and how long something is tried.
public struct Pace: Sendable, Hashable {
    /// The time between two attempts.
    public var interval: Duration
    /// The time after which no further attempt begins.
    public var limit: Duration

    /// Creates a pace.
    public init(every interval: Duration, for limit: Duration) {
        self.interval = interval
        self.limit = limit
    }
}
