/// One run of a plan: the state between its steps.
struct PlanRun<Time: Clock> where Time.Duration == Duration {
    let api: PlanAPI<Time>
    var progress: PlanProgress

    /// Looks whether the objects are those that the plan was made for.
    func check(_ preconditions: [PlanCheck]) async throws {
        for check in preconditions {
            guard try await attributed(nil, { try await api.holds(check) }) else {
                throw PlanFailure(.stale(check.statement), step: nil, progress: progress)
            }
        }
    }

    /// Does a step, and remembers that it is done.
    mutating func perform(_ step: PlanStep, reporting report: (PlanProgress) -> Void) async throws {
        var isSettled = false
        if progress.isAttempting, let settled = step.settled {
            isSettled = try await attributed(step) { try await api.holds(settled) }
        }
        if !isSettled {
            progress.isAttempting = true
            report(progress)
            try await attributed(step) { try await api.act(step.action) }
        }
        progress = PlanProgress(done: progress.done + 1)
        report(progress)
    }

    /// Undoes a step, and remembers that it is not done.
    mutating func undo(_ step: PlanStep, leaving count: Int, reporting report: (PlanProgress) -> Void) async throws {
        if case .send(let request) = step.reversal {
            var hasHappened = true
            if count == progress.done, let settled = step.settled {
                hasHappened = try await attributed(step) { try await api.holds(settled) }
            }
            if hasHappened { try await attributed(step) { try await api.send(request) } }
        }
        progress = PlanProgress(done: count)
        report(progress)
    }

    /// Runs `body`; a failure gets the step and the progress.
    private func attributed<Value>(_ step: PlanStep?, _ body: () async throws -> Value) async throws -> Value {
        do {
            return try await body()
        } catch let reason as FailedRequest {
            var progress = progress
            if reason.reason.isRefusal { progress.isAttempting = false }
            throw PlanFailure(reason.reason, step: step?.summary, progress: progress)
        }
    }
}

extension PlanFailure.Reason {
    /// Whether the API has said that it did not do what was asked.
    fileprivate var isRefusal: Bool {
        switch self {
        case .stale, .status, .timeout(_?): true
        default: false
        }
    }
}

/// A request failed for good.
struct FailedRequest: Error {
    let reason: PlanFailure.Reason
}
