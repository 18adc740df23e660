import GoTemplate

extension FunctionTheme {
    /// Functions that take URLs apart and put them together.
    package static let urls = FunctionTheme { _ in
        var table = FunctionTable()
        table["urlParse"] = .typed { (text: ByteString) in try parts(of: text) }
        table["urlJoin"] = .typed { (parts: MapValue?) in try join(parts) }
        return table
    }

    private static func parts(of text: ByteString) throws -> MapValue {
        let url: URLReference
        do throws(FunctionError) {
            url = try URLParser.parse(text)
        } catch {
            throw FunctionError("unable to parse url: \(error.message)")
        }
        let parts: [ByteString: [UInt8]] = [
            "scheme": url.scheme, "host": url.host, "hostname": url.hostName, "path": url.path, "query": url.query,
            "opaque": url.opaque, "fragment": url.fragment, "userinfo": url.userinfo?.text ?? [],
        ]
        return MapValue(parts.mapValues { .string(ByteString($0)) })
    }

    private static func join(_ parts: MapValue?) throws -> ByteString {
        var url = URLReference()
        url.scheme = try part("scheme", of: parts)
        url.host = try part("host", of: parts)
        url.path = try part("path", of: parts)
        url.query = try part("query", of: parts)
        url.opaque = try part("opaque", of: parts)
        url.fragment = try part("fragment", of: parts)
        let userinfo = try part("userinfo", of: parts)
        if !userinfo.isEmpty {
            do throws(FunctionError) {
                let carrier = ByteString(Array("proto://".utf8) + userinfo + Array("@host".utf8))
                url.userinfo = try URLParser.parse(carrier).userinfo
            } catch {
                throw FunctionError("unable to parse userinfo in dict: \(error.message)")
            }
        }
        return url.text
    }

    private static func part(_ key: ByteString, of parts: MapValue?) throws -> [UInt8] {
        switch parts?[key] {
        case nil: return []
        case .string(let text): return text.bytes
        case .null, .nilInterface: throw FunctionError.nilDereference
        case let value?:
            throw FunctionError("unable to parse \(key.text) key, must be of type string, but \(value.kindName) found")
        }
    }
}
