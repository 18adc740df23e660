public import ServiceLifecycle

/// A pre-synchroniser that runs until it is asked to stop, for a `ServiceGroup` of swift-service-lifecycle.
///
/// When it is asked to stop it breaks off what is under way. The journal holds it, and the next start goes on with it.
public struct PreSyncService: Service {
    /// What is run.
    public var synchroniser: PreSynchroniser
    /// The time between the end of a sweep and the next one.
    public var interval: Duration
    /// What receives notifications; nil leaves everything to sweeps.
    public var webhook: WebhookServer?

    /// Creates a service.
    public init(_ synchroniser: PreSynchroniser, sweepingEvery interval: Duration, webhook: WebhookServer? = nil) {
        self.synchroniser = synchroniser
        self.interval = interval
        self.webhook = webhook
    }

    /// Runs until the graceful shutdown of the group.
    ///
    /// - Throws: ``JournalError``, or ``RegistryError`` if notifications cannot be received.
    public func run() async throws {
        do {
            try await cancelWhenGracefulShutdown {
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await synchroniser.run(sweepingEvery: interval) }
                    if let webhook {
                        group.addTask { try await webhook.run { try await synchroniser.note($0) } }
                    }
                    try await group.next()
                    group.cancelAll()
                }
            }
        } catch is CancellationError {
            // That is how it ends.
        }
    }
}
