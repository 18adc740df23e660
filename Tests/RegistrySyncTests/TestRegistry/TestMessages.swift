/// A request to the registry of the tests.
struct TestRequest: Sendable {
    var method: String
    var path: String
    var query: [String: String] = [:]
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    init(method: String, uri: String, headers: [(String, String)]) {
        self.method = method
        let parts = uri.split(separator: "?", maxSplits: 1)
        path = String(parts.first ?? "/")
        for field in parts.dropFirst().first?.split(separator: "&") ?? [] {
            let pair = field.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query[String(pair[0])] = pair.count == 2 ? String(pair[1]) : ""
        }
        for (name, value) in headers { self.headers[name.lowercased()] = value }
    }

    subscript(_ header: String) -> String? { headers[header.lowercased()] }
}

/// An answer of the registry of the tests.
struct TestResponse: Sendable {
    var status: Int
    var headers: [(String, String)]
    var body: [UInt8]

    init(_ status: Int, _ headers: [(String, String)] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    static func error(_ status: Int, _ code: String) -> TestResponse {
        TestResponse(status, body: Array(#"{"errors":[{"code":"\#(code)","message":"as told"}]}"#.utf8))
    }
}

/// Something that goes wrong on purpose.
struct TestFault: Sendable {
    enum Act: Sendable {
        /// Answers without asking the registry.
        case answer(TestResponse)
        /// Closes the connection after so many bytes of the answer's body.
        case cut(after: Int)
        /// Turns a bit of one byte of the answer's body.
        case corrupt(at: Int)
        /// Closes the connection after so many bytes of the request's body.
        case cutUpload(after: Int)
    }

    /// The beginning of `METHOD PATH`, with `*` for anything.
    var method: String
    var pathContains: String
    /// How often it happens.
    var times: Int
    var act: Act

    init(_ method: String, _ pathContains: String, times: Int = 1, _ act: Act) {
        self.method = method
        self.pathContains = pathContains
        self.times = times
        self.act = act
    }
}
