import Diagnostics
import YAMLTree

/// The API behind a performer, asked with patience. Throws `FailedRequest`, or `CancellationError`.
struct PlanAPI<Time: Clock>: Sendable where Time.Duration == Duration {
    let performer: any StepPerformer
    let clock: Time

    /// Answers are read up to this size.
    private static var answerLimits: ReadingLimits { ReadingLimits(bytes: 64 << 20) }

    /// Does what a step does.
    func act(_ action: PlanStep.Action) async throws {
        switch action {
        case .send(let request): try await send(request)
        case .verify(let check):
            guard try await holds(check) else { throw FailedRequest(reason: .stale(check.statement)) }
        case .wait(let check, let pace):
            let end = clock.now.advanced(by: pace.limit)
            while try await !holds(check) {
                guard clock.now < end else { throw FailedRequest(reason: .timeout(nil)) }
                try await clock.sleep(until: clock.now.advanced(by: pace.interval), tolerance: nil)
            }
        }
    }

    /// Sends a request, again and again while its rule says so.
    func send(_ request: PlanRequest) async throws {
        let end = request.retry.map { clock.now.advanced(by: $0.pace.limit) }
        while true {
            let answer = try await ask(try await resolved(request))
            if request.accepted.contains(answer.status) { return }
            if request.stale.contains(answer.status) {
                throw FailedRequest(reason: .stale("the object is as the inventory says"))
            }
            guard let retry = request.retry, let end, retry.statuses.contains(answer.status) else {
                throw FailedRequest(reason: .status(answer.status))
            }
            guard clock.now < end else { throw FailedRequest(reason: .timeout(answer.status)) }
            let pause = max(retry.pace.interval, min(answer.retryAfter ?? .zero, retry.pace.limit))
            try await clock.sleep(until: clock.now.advanced(by: pause), tolerance: nil)
        }
    }

    /// Whether a check holds now.
    func holds(_ check: PlanCheck) async throws -> Bool {
        let answer = try await ask(PlanRequest(.get, check.path, command: check.command.command))
        switch answer.status {
        case 200: return check.condition.holds(in: try document(answer))
        case 404: return check.acceptsAbsence
        default: throw FailedRequest(reason: .status(answer.status))
        }
    }

    /// The request with the value that its lookup reads.
    private func resolved(_ request: PlanRequest) async throws -> PlanRequest {
        guard let lookup = request.lookup else { return request }
        let answer = try await ask(PlanRequest(.get, lookup.path, command: request.command))
        guard answer.status == 200 else { throw FailedRequest(reason: .status(answer.status)) }
        guard let value = lookup.field.value(in: try document(answer))?.text else {
            throw FailedRequest(reason: .unreadableAnswer)
        }
        var request = request
        let separator = request.path.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        request.path += separator + RequestPath.encoded(lookup.parameter) + "=" + RequestPath.encoded(value)
        request.lookup = nil
        return request
    }

    private func ask(_ request: PlanRequest) async throws -> StepAnswer {
        do {
            return try await performer.perform(request)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            throw FailedRequest(reason: .noAnswer("\(error)"))
        }
    }

    private func document(_ answer: StepAnswer) throws -> Node {
        do {
            return try JSONReader(limits: Self.answerLimits).document(in: answer.body, file: "<answer>")
        } catch {
            throw FailedRequest(reason: .unreadableAnswer)
        }
    }
}
