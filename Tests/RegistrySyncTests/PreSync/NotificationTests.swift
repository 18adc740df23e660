import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Testing

@testable import RegistrySync

@Suite(.timeLimit(.minutes(10))) struct NotificationTests {
    private static let digest = "sha256:" + String(repeating: "ab", count: 32)

    private static let messages: [(String, [String])] = [
        (
            """
            {"events": [
              {"id": "1", "action": "push", "target": {"mediaType": "application/octet-stream", "digest": "\(digest)",
                "size": 70, "repository": "team/app"}, "request": {"useragent": "containerd/1.7"}},
              {"id": "2", "action": "push", "target": {"mediaType": "application/vnd.oci.image.manifest.v1+json",
                "digest": "\(digest)", "repository": "team/app"}},
              {"id": "3", "action": "push", "target": {"mediaType": "application/vnd.oci.image.index.v1+json",
                "digest": "\(digest)", "repository": "team/app", "tag": "v1"}},
              {"id": "4", "action": "pull", "target": {"repository": "team/app", "tag": "v1"}},
              {"id": "5", "action": "push", "target": {"repository": "team/app", "tag": "v2"},
                "request": {"useragent": "transload/1"}},
              {"id": "6", "action": "delete", "target": {"repository": "team/app", "tag": "old"}},
              {"id": "7", "action": "push", "target": {"repository": "Not A Name", "tag": "v1"}}, 8, {}
            ]}
            """,
            ["1 team/app blob 70", "3 team/app v1", "6 team/app -old"]
        ),
        (
            """
            {"type": "PUSH_ARTIFACT", "event_data": {"resources": [{"digest": "\(digest)", "tag": "v1"}, {"tag": "v2"}, {}],
              "repository": {"name": "app", "repo_full_name": "team/app"}}}
            """,
            ["- team/app v1", "- team/app v2"]
        ),
        (
            """
            {"type": "DELETE_ARTIFACT", "event_data": {"resources": [{"tag": "v1"}],
              "repository": {"repo_full_name": "team/app"}}}
            """,
            ["- team/app -v1"]
        ),
        (
            """
            {"push_data": {"digest": "\(digest)", "tag": "v3"}, "repository": {"repo_full_name": "team/app"}}
            """,
            ["- team/app v3"]
        ),
        (
            """
            {"specversion": "1.0", "id": "z", "type": "zotregistry.image.updated",
              "data": {"name": "team/app", "reference": "v4", "digest": "\(digest)"}}
            """,
            ["z team/app v4"]
        ),
        (#"{"type": "zotregistry.repository.created", "data": {"name": "a"}}"#, []),
        (#"{"type": "SCANNING_COMPLETED", "event_data": {}}"#, []), (#"{"events": []}"#, []),
    ]

    @Test(arguments: messages) func readsTheFormsOfRegistries(_ message: String, _ events: [String]) throws {
        let read = try NotificationReader().events(in: Array(message.utf8)).map { event in
            let change =
                switch event.change {
                case .blob(_, let size): "blob \(size)"
                case .tag(let tag): "\(tag)"
                case .untagged(let tag): "-\(tag)"
                }
            return "\(event.id ?? "-") \(event.repository) \(change)"
        }
        #expect(read == events)
    }

    @Test(arguments: [
        "", "[]", "1", "{", "{}", #"{"events": 1}"#, #"{"type": "x"}"#, String(repeating: "[", count: 100_000),
    ])
    func refusesWhatIsNoMessage(_ text: String) {
        #expect(throws: NotificationError.self) { try NotificationReader().events(in: Array(text.utf8)) }
    }

    @Test func theServerLetsOnlyThoseInWhoKnowTheSecret() async throws {
        let server = WebhookServer(host: "127.0.0.1", port: 0, authorization: "Bearer s3cret")
        let got = Received()
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let body = #"{"push_data": {"tag": "v3"}, "repository": {"repo_full_name": "team/app"}}"#
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await server.run(ready: { port.yield($0) }) { events in
                    if events.contains(where: { $0.change == .tag(.latest) }) { throw CancellationError() }
                    got.add(events)
                }
            }
            var iterator = ports.makeAsyncIterator()
            let number = try #require(await iterator.next())
            func status(_ method: String, _ secret: String?, _ body: String, path: String = "/events") async throws
                -> UInt
            {
                var request = HTTPClientRequest(url: "http://127.0.0.1:\(number)\(path)")
                request.method = .init(rawValue: method)
                if let secret { request.headers.add(name: "Authorization", value: secret) }
                request.body = .bytes(ByteBuffer(string: body))
                return try await HTTPClient.shared.execute(request, timeout: .seconds(20)).status.code
            }
            #expect(try await status("POST", "Bearer s3cret", body) == 200)
            for wrong in [nil, "Bearer s3cre", "Bearer s3cret1", "Basic s3cret", ""] {
                #expect(try await status("POST", wrong, body) == 401)
            }
            #expect(try await status("PUT", "Bearer s3cret", body) == 405)
            #expect(try await status("GET", nil, "", path: "/healthz") == 200)
            #expect(try await status("POST", "Bearer s3cret", "{}") == 400)
            let large = String(repeating: " ", count: WebhookServer.messageLimit + 1)
            #expect(try await status("POST", "Bearer s3cret", large) == 413)
            #expect(try await status("POST", "Bearer s3cret", body.replacing("v3", with: "latest")) == 503)
            group.cancelAll()
        }
        #expect(got.count == 1)
    }

    @Test func anAddressThatIsTakenIsSaid() async throws {
        let server = WebhookServer(host: "192.0.2.1", port: 1, authorization: nil)
        await #expect { try await server.run { _ in } } throws: { ($0 as? RegistryError)?.code == .configuration }
    }
}

/// The events that a server was sent.
private final class Received: Sendable {
    private let events = Mutex<[ImageEvent]>([])
    func add(_ more: [ImageEvent]) { events.withLock { $0 += more } }
    var count: Int { events.withLock { $0.count } }
}
