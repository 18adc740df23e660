/// Lets one task at a time do something, in the order in which they came.
final actor SerialAccess {
    private var last: Task<Void, Never>?

    /// Runs `body` when all earlier ones have ended.
    func run<Result: Sendable>(_ body: @Sendable @escaping () async throws -> Result) async throws -> Result {
        let previous = last
        let task = Task {
            await previous?.value
            return try await body()
        }
        last = Task { _ = await task.result }
        return try await task.value
    }
}
