import GoTemplate

/// Takes URLs apart by the rules, and with the error texts, of Go's net/url.
enum URLParser {
    static func parse(_ text: ByteString) throws(FunctionError) -> URLReference {
        let bytes = text.bytes
        let end = bytes.firstIndex(of: UInt8(ascii: "#")) ?? bytes.count
        var url: URLReference
        do throws(FunctionError) {
            url = try parse(bytes[..<end])
        } catch {
            throw failure(bytes[..<end], error)
        }
        do throws(FunctionError) {
            url.fragment = try URLEscaping.unescape(bytes[end...].dropFirst(), in: .fragment)
        } catch {
            throw failure(bytes[...], error)
        }
        return url
    }

    /// Whether this is a colon and digits only.
    static func isPort(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.first == UInt8(ascii: ":")
            && bytes.dropFirst().allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }

    private static func failure(_ url: ArraySlice<UInt8>, _ error: FunctionError) -> FunctionError {
        FunctionError("parse \(GoFormat.quote(ByteString(Array(url))).text): \(error.message)")
    }

    private static func parse(_ bytes: ArraySlice<UInt8>) throws(FunctionError) -> URLReference {
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            throw FunctionError("net/url: invalid control character in URL")
        }
        var url = URLReference()
        if bytes.elementsEqual("*".utf8) {
            url.path = Array(bytes)
            return url
        }
        var rest = bytes
        if let colon = try schemeEnd(bytes) {
            url.scheme = LetterCase.lower(ByteString(Array(bytes[..<colon]))).bytes
            rest = bytes[(colon + 1)...]
        }
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            url.query = Array(rest[(mark + 1)...])
            rest = rest[..<mark]
        }
        let slash = UInt8(ascii: "/")
        if rest.first != slash {
            if !url.scheme.isEmpty {
                url.opaque = Array(rest)
                return url
            }
            if rest.prefix(while: { $0 != slash }).contains(UInt8(ascii: ":")) {
                throw FunctionError("first path segment in URL cannot contain colon")
            }
        }
        if rest.starts(with: "//".utf8), !url.scheme.isEmpty || !rest.starts(with: "///".utf8) {
            let authority = rest.dropFirst(2).prefix { $0 != slash }
            rest = rest[authority.endIndex...]
            try parseAuthority(authority, into: &url)
        }
        url.path = try URLEscaping.unescape(rest, in: .path)
        return url
    }

    /// Where the colon after the scheme is; nil if there is no scheme.
    private static func schemeEnd(_ bytes: ArraySlice<UInt8>) throws(FunctionError) -> Int? {
        for (index, byte) in zip(bytes.indices, bytes) {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
                if index == bytes.startIndex { return nil }
            case UInt8(ascii: ":"):
                if index == bytes.startIndex { throw FunctionError("missing protocol scheme") }
                return index
            default: return nil
            }
        }
        return nil
    }

    private static func parseAuthority(
        _ authority: ArraySlice<UInt8>,
        into url: inout URLReference
    ) throws(FunctionError) {
        guard let at = authority.lastIndex(of: UInt8(ascii: "@")) else {
            url.host = try parseHost(authority)
            return
        }
        url.host = try parseHost(authority[(at + 1)...])
        let userinfo = authority[..<at]
        guard userinfo.allSatisfy({ URLPart.userinfo.allows($0) || userinfoMarks.contains($0) }) else {
            throw FunctionError("net/url: invalid userinfo")
        }
        let name = userinfo.prefix { $0 != UInt8(ascii: ":") }
        url.userinfo = URLReference.Userinfo(name: try URLEscaping.unescape(name, in: .userinfo))
        if name.endIndex < userinfo.endIndex {
            url.userinfo?.password = try URLEscaping.unescape(userinfo[(name.endIndex + 1)...], in: .userinfo)
        }
    }

    private static let userinfoMarks = Array(":!'()*%@".utf8)

    private static func parseHost(_ host: ArraySlice<UInt8>) throws(FunctionError) -> [UInt8] {
        guard host.first == UInt8(ascii: "[") else {
            if let colon = host.lastIndex(of: UInt8(ascii: ":")) { try checkPort(host[colon...]) }
            return try URLEscaping.unescape(host, in: .host)
        }
        guard let end = host.lastIndex(of: UInt8(ascii: "]")) else { throw FunctionError("missing ']' in host") }
        if end + 1 < host.endIndex { try checkPort(host[(end + 1)...]) }
        // The zone of an address, which a percent sign introduces, allows more.
        guard let zone = ByteSearch.first(Array("%25".utf8), in: Array(host[..<end])) else {
            return try URLEscaping.unescape(host, in: .host)
        }
        let start = host.startIndex + zone
        return try URLEscaping.unescape(host[..<start], in: .host)
            + URLEscaping.unescape(host[start..<end], in: .zone)
            + URLEscaping.unescape(host[end...], in: .host)
    }

    private static func checkPort(_ port: ArraySlice<UInt8>) throws(FunctionError) {
        if isPort(port) { return }
        throw FunctionError("invalid port \(GoFormat.quote(ByteString(Array(port))).text) after host")
    }
}
