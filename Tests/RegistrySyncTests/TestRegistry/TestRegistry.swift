import NIOCore
import NIOHTTP1
import NIOPosix
import RegistrySync
import Synchronization

/// A registry within the test's process, on a port of its own, that can be told to fail.
final class TestRegistry: Sendable {
    struct State: Sendable {
        var store = RegistryStore()
        var faults: [TestFault] = []
        var log: [TestRequest] = []
        /// Bytes of blobs that were sent to clients and got from them.
        var bytesOut = 0
        var bytesIn = 0
        /// Says what a request needs; nil lets everybody do everything.
        var guardian: (@Sendable (TestRequest) -> TestResponse?)?
    }

    let state = Mutex(State())
    let host: RegistryHost
    private let channel: any Channel

    private init(channel: any Channel, host: RegistryHost) {
        self.channel = channel
        self.host = host
    }

    /// Runs `body` with a registry.
    static func with<Result: Sendable>(_ body: (TestRegistry) async throws -> Result) async throws -> Result {
        let box = RegistryBox()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.pipeline.configureHTTPServerPipeline().flatMapThrowing {
                    try channel.pipeline.syncOperations.addHandler(TestRegistryHandler(box))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let host = try RegistryHost("127.0.0.1:\(channel.localAddress?.port ?? 0)")
        let registry = TestRegistry(channel: channel, host: host)
        box.registry.withLock { $0 = registry }
        do {
            let result = try await body(registry)
            try await channel.close()
            return result
        } catch {
            try? await channel.close()
            throw error
        }
    }

    /// Puts faults before the registry; each is used up before the next of the same request.
    func fail(_ faults: TestFault...) { state.withLock { $0.faults += faults } }

    /// How many requests of a method had `part` in their path.
    func count(_ method: String, _ part: String = "") -> Int {
        state.withLock { state in state.log.count { $0.method == method && $0.path.contains(part) } }
    }

    func takeFault(for request: TestRequest) -> TestFault.Act? {
        state.withLock { state in
            guard
                let index = state.faults.firstIndex(where: {
                    $0.method == request.method && request.path.contains($0.pathContains) && $0.times > 0
                })
            else { return nil }
            state.faults[index].times -= 1
            return state.faults[index].act
        }
    }
}

/// Makes the registry known to its connections, which exist only afterwards.
final class RegistryBox: Sendable {
    let registry = Mutex<TestRegistry?>(nil)
}
