/// Carries out plans, step by step, and undoes them.
///
/// A run tells its progress before and after each step. A run that was interrupted, by a failure or by the end of the
/// process, is resumed from there: steps that are done are not repeated, and of the step at which it ended the runner first
/// finds out whether it has happened.
public struct PlanRunner<Time: Clock>: Sendable where Time.Duration == Duration {
    let performer: any StepPerformer
    let clock: Time

    /// Creates a runner.
    ///
    /// - Parameters:
    ///   - performer: Sends the requests.
    ///   - clock: Measures the waiting.
    public init(_ performer: any StepPerformer, clock: Time = ContinuousClock()) {
        self.performer = performer
        self.clock = clock
    }

    /// Carries out a plan, or what is left of it.
    ///
    /// - Parameters:
    ///   - plan: The plan.
    ///   - progress: How far an earlier run has come.
    ///   - report: Takes the progress; the run goes on when it returns.
    /// - Returns: The progress at the end.
    /// - Throws: A `PlanFailure`, or `CancellationError` when the task is cancelled while it waits.
    @discardableResult
    public func run(
        _ plan: ReleasePlan,
        from progress: PlanProgress = PlanProgress(),
        reporting report: (PlanProgress) -> Void = { _ in }
    ) async throws -> PlanProgress {
        guard 0...plan.steps.count ~= progress.done else {
            throw PlanFailure(.foreignProgress, step: nil, progress: progress)
        }
        var run = PlanRun(api: PlanAPI(performer: performer, clock: clock), progress: progress)
        do {
            if progress == PlanProgress() { try await run.check(plan.preconditions) }
            while run.progress.done < plan.steps.count {
                try await run.perform(plan.steps[run.progress.done], reporting: report)
            }
        } catch var failure as PlanFailure where plan.failureResponse == .undo {
            // The failure stays the reason why the plan was not carried out.
            if failure.progress != PlanProgress(),
                let left = try? await undo(plan, from: failure.progress, reporting: report)
            {
                failure.progress = left
                failure.isUndone = true
            }
            throw failure
        }
        return run.progress
    }

    /// Undoes what a run has done, last step first.
    ///
    /// Nothing is changed when one of the steps cannot be undone; the failure says which. The step that was begun last
    /// is undone too, because it may have happened.
    @discardableResult
    public func undo(
        _ plan: ReleasePlan,
        from progress: PlanProgress,
        reporting report: (PlanProgress) -> Void = { _ in }
    ) async throws -> PlanProgress {
        guard 0...plan.steps.count ~= progress.done else {
            throw PlanFailure(.foreignProgress, step: nil, progress: progress)
        }
        let begun = plan.steps[..<min(plan.steps.count, progress.done + (progress.isAttempting ? 1 : 0))]
        for (index, step) in begun.enumerated() {
            if case .impossible(let advice) = step.reversal, index < progress.done {
                throw PlanFailure(.irreversible(advice), step: step.summary, progress: progress)
            }
        }
        var run = PlanRun(api: PlanAPI(performer: performer, clock: clock), progress: progress)
        for (index, step) in begun.enumerated().reversed() {
            try await run.undo(step, leaving: index, reporting: report)
        }
        return run.progress
    }
}
