/// An absolute URL of a schema, without its fragment, and how references are resolved against it (RFC 3986).
struct SchemaURL: Hashable, Sendable, CustomStringConvertible {
    private var scheme: String
    private var authority: String?
    private var path: String

    /// Splits a reference; the parts that it lacks are nil or empty.
    private static func split(_ text: Substring) -> (scheme: String?, authority: String?, path: String) {
        var rest = text
        var scheme: String?
        if let colon = rest.firstIndex(of: ":"), rest[..<colon].first?.isLetter == true,
            rest[..<colon].allSatisfy({ $0.isLetter || $0.isNumber || "+-.".contains($0) })
        {
            scheme = rest[..<colon].lowercased()
            rest = rest[rest.index(after: colon)...]
        }
        var authority: String?
        if rest.hasPrefix("//") {
            let name = rest.dropFirst(2).prefix { $0 != "/" }
            authority = String(name)
            rest = rest[name.endIndex...]
        }
        return (scheme, authority, String(rest))
    }

    /// Nil if the text is not absolute.
    init?(_ text: String) {
        let parts = Self.split(text.prefix { $0 != "#" })
        guard let scheme = parts.scheme else { return nil }
        (self.scheme, authority, path) = (scheme, parts.authority, parts.path)
    }

    /// The URL and fragment that a reference at this URL means.
    func resolving(_ reference: String) -> (url: SchemaURL, fragment: String) {
        let text = reference.prefix { $0 != "#" }
        let fragment = String(reference[text.endIndex...].dropFirst())
        if text.isEmpty { return (self, fragment) }
        if let url = SchemaURL(String(text)) { return (url, fragment) }
        let parts = Self.split(text)
        var url = self
        if let authority = parts.authority {
            (url.authority, url.path) = (authority, parts.path)
        } else if parts.path.hasPrefix("/") {
            url.path = Self.withoutDots(parts.path)
        } else {
            let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? (authority == nil ? "" : "/")
            url.path = Self.withoutDots(folder + parts.path)
        }
        return (url, fragment)
    }

    private static func withoutDots(_ path: String) -> String {
        var segments: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            if part == ".." {
                if segments.count > 1 { segments.removeLast() }
                if isLast { segments.append("") }
            } else if part != "." {
                segments.append(part)
            } else if isLast {
                segments.append("")
            }
        }
        return segments.joined(separator: "/")
    }

    var description: String { "\(scheme):" + (authority.map { "//" + $0 } ?? "") + path }

    /// What is wrong with loading the document: nothing outside of the chart is read.
    var refusal: String {
        switch scheme {
        case "file": "open \(path): no such file or directory"
        case "http", "https": "HTTP request failed for \(self): Get \"\(self)\": no network while rendering"
        default: "no URLLoader registered for \"\(self)\""
        }
    }

    /// Whether this names something in no known place, for which Helm takes the schema that all satisfy.
    var isName: Bool { scheme == "urn" }
}
