#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The time, and pauses. Tests have one of their own, so that they need not wait.
protocol RegistryClock: Sendable {
    /// Seconds since 1970.
    func secondsSinceEpoch() -> Int64
    /// Waits; ends early, with an error, when the task is cancelled.
    func sleep(for duration: Duration) async throws
}

/// The machine's clock.
struct SystemRegistryClock: RegistryClock {
    func secondsSinceEpoch() -> Int64 { Int64(time(nil)) }

    func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
