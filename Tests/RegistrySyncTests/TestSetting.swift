import NIOCore
import Synchronization

@testable import RegistrySync

/// A registry, a client for it, and a clock that does not wait.
struct TestSetting: Sendable {
    let registry: TestRegistry
    let transport: RegistryTransport
    let client: RegistryClient
    let clock: TestClock

    static func with<Result: Sendable>(_ body: (TestSetting) async throws -> Result) async throws -> Result {
        try await TestRegistry.with { registry in
            let clock = TestClock()
            var configuration = TransportConfiguration()
            configuration.plainHTTP = [registry.host, try RegistryHost("127.0.0.1:1")]
            return try await RegistryTransport.with(configuration, clock: clock) { transport in
                let client = RegistryClient(registry.host, transport: transport)
                return try await body(
                    TestSetting(registry: registry, transport: transport, client: client, clock: clock)
                )
            }
        }
    }

    func repository(_ name: String) throws -> RegistryRepository {
        RegistryRepository(try RepositoryName(name), of: client)
    }
}

/// A clock whose pauses take no time and are remembered.
final class TestClock: RegistryClock {
    private let state = Mutex<(now: Int64, pauses: [Duration])>((1_700_000_000, []))

    var pauses: [Duration] { state.withLock { $0.pauses } }

    func secondsSinceEpoch() -> Int64 { state.withLock { $0.now } }
    func advance(by seconds: Int64) { state.withLock { $0.now += seconds } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        state.withLock { $0.pauses.append(duration) }
    }
}

extension TestRegistry {
    /// Lets only `alice` with the password `wonder` in, by tokens that this registry issues itself.
    func guardWithTokens(life: Int) {
        let realm = "http://\(host)/token"
        let basic = "Basic " + Base64Text.encode(Array("alice:wonder".utf8))
        state.withLock { state in
            state.guardian = { request in
                if request.path == "/token" {
                    guard request["Authorization"] == basic else { return .error(401, "UNAUTHORIZED") }
                    return TestResponse(200, body: Array(#"{"token":"t0ken","expires_in":\#(life)}"#.utf8))
                }
                guard request["Authorization"] != "Bearer t0ken" else { return nil }
                return TestResponse(401, [("WWW-Authenticate", #"Bearer realm="\#(realm)",service="tests""#)])
            }
        }
    }
}
