import Testing

@testable import RegistrySync

@Suite struct TransportRulesTests {
    @Test(
        "Locations are resolved against the URL that answered",
        arguments: [
            ("https://other.example/x?y=1", "https://other.example/x?y=1"),
            ("/v2/a?_s=1", "https://r.example:5000/v2/a?_s=1"),
            ("//cdn.example/z", "https://cdn.example/z"), ("?n=2", "https://r.example:5000/v2/tags/list?n=2"),
            ("next", "https://r.example:5000/v2/tags/next"),
        ]
    )
    func resolving(location: String, expected: String) throws {
        let base = try #require(Endpoint("https://r.example:5000/v2/tags/list?n=1"))
        #expect(base.resolving(location)?.description == expected)
    }

    @Test(
        "What is no usable URL is refused",
        arguments: ["ftp://x/y", "http://", "https://user:pw@x/", "http://x/a b", "http://x/\r\nHost: y", "x"]
    )
    func hostileURLs(text: String) { #expect(Endpoint(text) == nil) }

    @Test("An origin is scheme, host and port, the port implied or not")
    func origins() throws {
        let plain = try #require(Endpoint("https://r.example/a"))
        #expect(plain.hasOrigin(of: try #require(Endpoint("https://r.example:443/b"))))
        #expect(!plain.hasOrigin(of: try #require(Endpoint("http://r.example/a"))))
        #expect(!plain.hasOrigin(of: try #require(Endpoint("https://r.example:444/a"))))
    }

    @Test("Challenges are read, several to a header, quoted or not")
    func challenges() {
        let header =
            #"Basic realm="a \"b\"", Bearer realm="https://t.example/token",service=reg,scope="repository:a:pull repository:b:pull", Digest"#
        let challenges = Challenge.all(in: header)
        #expect(challenges.map(\.scheme) == ["basic", "bearer", "digest"])
        #expect(challenges[0].parameters["realm"] == #"a "b""#)
        #expect(challenges[1].parameters["service"] == "reg")
        #expect(challenges[1].parameters["scope"] == "repository:a:pull repository:b:pull")
    }

    @Test(
        "Hostile challenges end",
        arguments: ["", "=", ",,,", "Bearer realm=\"", "\"\"\"", "Bearer =x", "\u{1}\u{2}"]
    )
    func hostileChallenges(header: String) { #expect(Challenge.all(in: header).count <= 2) }

    @Test("Pauses double up to a limit, and are never the same for all")
    func pauses() {
        let policy = RetryPolicy()
        #expect(policy.pause(after: 1, random: { $0.upperBound }) == .milliseconds(250))
        #expect(policy.pause(after: 3, random: { $0.upperBound }) == .seconds(1))
        #expect(policy.pause(after: 3, random: { $0.lowerBound }) == .milliseconds(500))
        #expect(policy.pause(after: 500, random: { $0.upperBound }) == .seconds(30))
    }

    @Test(
        "Retry-After is seconds or a date",
        arguments: [
            ("2", 2), ("0", 0), (" 120 ", 120), ("Sun, 06 Nov 1994 08:49:37 GMT", 37),
            ("Sun, 06 Nov 1994 08:48:00 GMT", 0),
        ]
    )
    func retryAfter(value: String, seconds: Int64) {
        #expect(RetryPolicy.retryAfter(value, now: 784_111_740) == .seconds(seconds))
    }

    @Test("What is no Retry-After is none", arguments: ["", "soon", "-1", "Sun, 99 Foo 1994 08:49:37 GMT"])
    func badRetryAfter(value: String) { #expect(RetryPolicy.retryAfter(value, now: 0) == nil) }

    @Test(
        "Exceptions from the proxy",
        arguments: [
            ("https://registry.example.com", true), ("https://internal.example.com", false),
            ("https://sub.internal.example.com", false), ("https://x.corp", false), ("https://r.example:5000", false),
            ("https://r.example", true), ("http://127.0.0.1:5000", false), ("http://registry.example.com", false),
        ]
    )
    func proxies(url: String, usesProxy: Bool) throws {
        let settings = ProxySettings(environment: [
            "HTTPS_PROXY": "http://proxy.example:3128", "HTTP_PROXY": "http://evil.example",
            "no_proxy": "internal.example.com, .corp, r.example:5000",
        ])
        let proxy = settings.proxy(for: try #require(Endpoint(url)))
        #expect((proxy?.authority == "proxy.example:3128") == usesProxy)
    }

    @Test("Base64 there and back", arguments: ["", "a", "ab", "abc", "alice:w\u{F6}nder"])
    func base64(text: String) {
        #expect(Base64Text.decode(Base64Text.encode(Array(text.utf8))) == Array(text.utf8))
        #expect(Base64Text.decode("a$b=") == nil)
    }
}
