import GoTemplate
import TestSupport
import Testing

@testable import HelmChart

@Suite struct TextFormatFunctionTests {
    @Test(arguments: [
        (#"b64dec "YQ=""#, "illegal base64 data at input byte 3"), (#"b64dec "YQ=\n=\n""#, "a"),
        (#"b64dec "YQ==YQ==""#, "illegal base64 data at input byte 4"),
        (#"b64dec "YWJ=""#, "ab"), (#"b64dec "Y=""#, "illegal base64 data at input byte 1"),
        (#"b32enc "foobar""#, "MZXW6YTBOI======"), (#"b32dec "MZXW6YTBOI======""#, "foobar"),
        (#"b32dec "MZXW6""#, "illegal base32 data at input byte 0"), (#"b32dec "MZ======""#, "f"),
        (#"adler32sum "Wikipedia""#, "300286872"),
    ])
    func encodings(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }

    @Test func anyBytesAreReadBack() throws {
        var random = SeededGenerator(seed: 7)
        for length in 0..<64 {
            let bytes = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            #expect(try Base64.decode(Base64.encode(bytes)) == bytes)
            #expect(try Base32.decode(Base32.encode(bytes)) == bytes)
        }
    }

    @Test(arguments: [
        ("a/b/../c", "a/c"), ("/../a", "/a"), ("../../a", "../../a"), ("", "."), ("a//b/./", "a/b"), ("/", "/"),
    ])
    func cleanPathsAreShortest(path: String, expected: String) {
        #expect(FunctionHost.answer("{{ clean \"\(path)\" }}") == expected)
        #expect(FunctionHost.answer("{{ osClean \"\(path)\" }}") == expected)
    }

    @Test(arguments: [
        (#"base "/a/b/""#, "b"), (#"base "//""#, "/"), (#"dir "/a/b""#, "/a"), (#"dir "a""#, "."),
        (#"ext "a.b/c.tar.gz""#, ".gz"), (#"ext "a.b/c""#, ""), (#"isAbs "/a""#, "true"),
    ])
    func paths(call: String, expected: String) {
        #expect(FunctionHost.answer("{{ \(call) }}") == expected)
    }

    @Test(arguments: [
        ("http://u:p%40@h.example:80/a%20b?q=1#f", "[f h.example:80 h.example  /a b q=1 http u:p%40]"),
        ("mailto:a@b", "[   a@b   mailto ]"), ("//h/p", "[ h h  /p   ]"),
        ("http://[::1]:80/", "[ [::1]:80 ::1  /  http ]"),
        ("a?", "[    a   ]"), (":a", "unable to parse url: parse \":a\": missing protocol scheme"),
        ("1:a", "unable to parse url: parse \"1:a\": first path segment in URL cannot contain colon"),
        ("http://a:b/", "unable to parse url: parse \"http://a:b/\": invalid port \":b\" after host"),
        ("http://a b/", "unable to parse url: parse \"http://a b/\": invalid character \" \" in host name"),
        ("/%zz", "unable to parse url: parse \"/%zz\": invalid URL escape \"%zz\""),
    ])
    func urlsComeApart(url: String, expected: String) {
        #expect(FunctionHost.answer("{{ urlParse \"\(url)\" | values }}") == expected)
    }

    @Test(arguments: [
        "http://user:pass@host:80/a%20b?q=1&r=2#frag", "mailto:a@b", "//host/path", "/a/b", "a/b?x", "./a:b",
    ])
    func urlsAreJoinedAsTheyWere(url: String) {
        #expect(FunctionHost.answer("{{ urlJoin (urlParse \"\(url)\") }}") == url)
    }

    @Test func partsOfURLsAreTexts() {
        let expected = "unable to parse host key, must be of type string, but int found"
        #expect(FunctionHost.answer("{{ urlJoin (dict \"host\" 1) }}") == expected)
    }
}
