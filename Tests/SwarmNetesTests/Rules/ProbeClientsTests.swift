import OrchestrationIR
@testable import SwarmNetes
import Testing

@Suite struct ProbeClientsTests {
    private static func action(_ line: String) -> Probe.Action? {
        ProbeClients.action(.shell(line)) { $0 == "web" || ProbeURL.isLoopback($0) }
    }

    private static func http(
        _ port: Int,
        _ path: String,
        host: String,
        secure: Bool = false,
        _ further: ProbeRequest.Header...
    ) -> Probe.Action {
        .http(
            ProbeRequest(
                port: .number(port),
                path: path,
                secure: secure,
                headers: [ProbeRequest.Header("Host", host)] + further
            )
        )
    }

    @Test(arguments: [
        (
            "curl -f http://localhost",
            http(80, "/", host: "localhost")
        ),
        (
            "curl --fail --silent localhost:9200/_cluster/health || exit 1",
            http(9200, "/_cluster/health", host: "localhost:9200")
        ),
        (
            "curl -fsSL -o /dev/null 'http://127.0.0.1:8080/x?a=1&b=2' > /dev/null 2>&1",
            http(8080, "/x?a=1&b=2", host: "127.0.0.1:8080")
        ),
        (
            "/usr/bin/curl -k -f \"https://[::1]:8443?ready\" || false",
            http(8443, "/?ready", host: "[::1]:8443", secure: true)
        ),
        (
            "curl -sf -m5 -H 'X-Probe: yes' -X GET http://web/up",
            http(80, "/up", host: "web", .init("X-Probe", "yes"))
        ),
        (
            "wget --no-verbose --tries=1 --spider http://localhost:3000/ready || exit 1;",
            http(3000, "/ready", host: "localhost:3000")
        ),
        (
            "wget -qO- localhost:80 &>/dev/null",
            http(80, "/", host: "localhost:80")
        ),
        (
            "wget -q -O - http://localhost/#top",
            http(80, "/", host: "localhost")
        ),
        (
            "wget -nv -t1 --spider http://localhost/a || curl -f http://localhost/a",
            http(80, "/a", host: "localhost")
        ),
        ("nc -z localhost 5432", .tcp(port: .number(5432))),
        ("nc -zvw2 127.0.0.1 22 || exit 1", .tcp(port: .number(22))),
        ("grpc_health_probe -addr=:50051 -service=shop", .grpc(port: 50051, service: "shop")),
    ]) func recognised(_ line: String, _ expected: Probe.Action) {
        #expect(Self.action(line) == expected)
    }

    /// What means more or less than a request, or depends on what a shell makes of it, stays a command.
    @Test(arguments: [
        "curl http://localhost", "curl -f http://elsewhere/", "curl -f http://localhost:$PORT/", "curl -f `url`",
        "curl -f http://localhost/ | grep ok", "curl -f http://localhost/ && test -f /ready", "curl -f -d x localhost",
        "curl -f -X POST http://localhost/", "curl -f https://localhost/", "curl -f http://u:p@localhost/",
        "curl -f http://localhost:0/", "curl -f http://localhost:x/", "curl -f ftp://localhost/", "curl -f",
        "curl -f http://localhost/a http://localhost/b", "curl -f http://localhost/a || wget http://localhost/b",
        "curl -f 'http://localhost", "curl -f \"http://localhost\\", "curl -f localhost > /tmp/x",
        "curl -f localhost &",
        "curl -f -H bad localhost", "nc localhost 80", "nc -z localhost 99999", "nc -zu localhost 53", "pg_isready",
        "exit 1", "", "|| exit 1", "curl -f localhost || ", "curl -f [::1]x", "grpc_health_probe -addr=:1 -tls",
        "curl -o",
    ]) func notRecognised(_ line: String) {
        #expect(Self.action(line) == nil)
    }

    @Test func commandsWithoutAShell() {
        let words = ["curl", "-f", "http://localhost:81/$x"]
        #expect(
            ProbeClients.action(.command(words), isOwn: ProbeURL.isLoopback)
                == Self.http(81, "/$x", host: "localhost:81")
        )
        let shell = ["sh", "-c", "nc -z localhost 82"]
        #expect(ProbeClients.action(.command(shell), isOwn: ProbeURL.isLoopback) == .tcp(port: .number(82)))
    }

    /// The line that a request becomes is read as the same request.
    @Test(arguments: [
        http(80, "/", host: "localhost"), http(8080, "/it's?a=1", host: "127.0.0.1:8080"),
        http(8443, "/up", host: "shop.example", secure: true, .init("X-Probe", "a b")),
    ]) func linesOfRequestsAreRecognised(_ action: Probe.Action) throws {
        guard case .http(let request) = action, case .number(let port) = request.port else { return }
        let again = try #require(Self.action(ProbeClients.line(for: request, port: port)))
        guard case .http(var other) = again else { return #expect(Bool(false)) }
        // The name of the loopback address stands in front where no other is asked for.
        other.headers.removeAll { $0.name == "Host" }
        var expected = request
        expected.headers.removeAll { $0.name == "Host" }
        #expect(other == expected)
    }
}
