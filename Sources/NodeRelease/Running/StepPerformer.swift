/// Sends the requests of plans: the one place where a plan touches the world.
///
/// A client of the API implements it, with the addresses and credentials of its endpoints; tests implement it with a
/// script. It sends one request and answers what came back, whatever the status. It throws when there is no answer.
public protocol StepPerformer: Sendable {
    /// Sends a request. The parameter that a lookup names is in its path already.
    func perform(_ request: PlanRequest) async throws -> StepAnswer
}

/// What an API answered.
public struct StepAnswer: Sendable, Hashable {
    /// The status.
    public var status: Int
    /// The body.
    public var body: [UInt8]
    /// How long the server wants to be left alone, if it says so (`Retry-After`).
    public var retryAfter: Duration?

    /// Creates an answer.
    public init(status: Int, body: [UInt8] = [], retryAfter: Duration? = nil) {
        self.status = status
        self.body = body
        self.retryAfter = retryAfter
    }
}
