/// A syntax that names, keys and values of the API follow.
struct NameSyntax: Sendable {
    /// What is wrong with a text, as the end of a sentence that begins with its name; nil when nothing is.
    let problem: @Sendable (String) -> String?

    /// Creates a syntax from its rule.
    init(_ problem: @escaping @Sendable (String) -> String?) {
        self.problem = problem
    }

    /// A syntax of at most `limit` bytes whose texts pass a test.
    init(limit: Int, _ description: String, _ test: @escaping @Sendable (Substring.UTF8View) -> Bool) {
        self.init { text in
            if text.utf8.count > limit { return "must be no more than \(limit) bytes" }
            return test(text[...].utf8) ? nil : description
        }
    }

    /// Whether a text has no problem.
    func accepts(_ text: String) -> Bool { problem(text) == nil }

    /// The same for the beginning of a name that a server completes: a hyphen at the end is no fault.
    var ofPrefix: NameSyntax {
        NameSyntax { text in problem(text.utf8.last == UInt8(ascii: "-") ? text.dropLast() + "a" : text) }
    }
}

// MARK: - DNS

extension NameSyntax {
    /// A lowercase RFC 1123 label: `my-name`, `123-abc`.
    static let dnsLabel = NameSyntax(
        limit: 63,
        "must consist of lower case letters, digits and '-', and begin and end with a letter or digit",
        isDNSLabel
    )

    /// A lowercase RFC 1123 subdomain: `example.com`.
    static let dnsSubdomain = NameSyntax(limit: 253, subdomainDescription, isDNSSubdomain)

    /// An RFC 1035 label, which begins with a letter: `my-name`.
    static let dns1035Label = NameSyntax(
        limit: 63,
        "must consist of lower case letters, digits and '-', begin with a letter, and end with a letter or digit"
    ) { isDNSLabel($0) && $0.first.map(ASCII.isLower) == true }

    /// A subdomain whose first label is `*`.
    static let wildcardDomain = NameSyntax(
        limit: 253,
        "must begin with '*.', followed by a valid DNS subdomain of lower case letters, digits, '-' and '.'"
    ) { text in
        text.starts(with: "*.".utf8) && isDNSSubdomain(text.dropFirst(2))
    }

    /// A domain of at least two labels, with or without a dot at its end.
    static let domainName = NameSyntax { text in
        let name = text.hasSuffix(".") ? String(text.dropLast()) : text
        if name.isEmpty { return "must not be empty" }
        if let problem = dnsSubdomain.problem(name) { return problem }
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        if labels.count < 2 { return "must be a domain of at least two labels separated by dots" }
        return labels.lazy.compactMap { dnsLabel.problem(String($0)) }.first
    }

    /// A name of at least three labels, as webhooks have.
    static let fullyQualifiedName = NameSyntax { text in
        if text.isEmpty { return "must not be empty" }
        if let problem = dnsSubdomain.problem(text) { return problem }
        return text.utf8.count { $0 == UInt8(ascii: ".") } < 2
            ? "must be a domain of at least three labels separated by dots" : nil
    }

    private static let subdomainDescription =
        "must consist of lower case letters, digits, '-' and '.', and begin and end with a letter or digit"

    @Sendable static func isDNSLabel(_ text: Substring.UTF8View) -> Bool {
        text.first.map(ASCII.isLowerAlphanumeric) == true && text.last.map(ASCII.isLowerAlphanumeric) == true
            && text.allSatisfy { ASCII.isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    @Sendable private static func isDNSSubdomain(_ text: Substring.UTF8View) -> Bool {
        text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy(isDNSLabel)
    }
}

// MARK: - Keys and values

extension NameSyntax {
    /// The value of a label; it may be empty.
    static let labelValue = NameSyntax(
        limit: 63,
        "must be empty, or consist of letters, digits, '-', '_' and '.', and begin and end with a letter or digit"
    ) { $0.isEmpty || isWord($0) }

    /// The key of a label or annotation, and other names with an optional domain before them: `example.com/name`.
    static let qualifiedName = NameSyntax { text in
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.last else {
            return
                "must be a name of letters, digits, '-', '_' and '.', with an optional DNS subdomain and '/' before it"
        }
        if parts.count == 2 {
            if parts[0].isEmpty { return "must have something before the '/'" }
            if let problem = dnsSubdomain.problem(String(parts[0])) { return "\(problem) before the '/'" }
        }
        if name.isEmpty { return "must not be empty" }
        if name.utf8.count > 63 { return "must have no more than 63 bytes after the optional domain" }
        return isWord(name.utf8)
            ? nil
            : "must consist of letters, digits, '-', '_' and '.', and begin and end with a letter or digit"
    }

    /// A key of a config map or secret, which becomes the name of a file.
    static let configKey = NameSyntax { text in
        if text.utf8.count > 253 { return "must be no more than 253 bytes" }
        if !text.utf8.allSatisfy({ isWordByte($0) }) || text.isEmpty {
            return "must consist of letters, digits, '-', '_' and '.'"
        }
        if text == "." || text.hasPrefix("..") { return "must not be '.', nor begin with '..'" }
        return nil
    }

    /// A name that stands in a URL by itself.
    static let pathSegment = NameSyntax { text in
        if text == "." || text == ".." { return "must not be '.' or '..'" }
        return text.utf8.contains(where: { ASCII.isOne(of: "/%", $0) }) ? "must not contain '/' or '%'" : nil
    }

    /// The name of a port: at most 15 bytes.
    static let portName = NameSyntax { text in
        let bytes = text.utf8
        if bytes.count > 15 { return "must be no more than 15 bytes" }
        guard bytes.allSatisfy({ ASCII.isLowerAlphanumeric($0) || $0 == UInt8(ascii: "-") }) else {
            return "must consist of lower case letters, digits and '-'"
        }
        if !bytes.contains(where: ASCII.isLower) { return "must contain at least one letter" }
        if text.contains("--") { return "must not contain consecutive hyphens" }
        return text.hasPrefix("-") || text.hasSuffix("-") ? "must not begin or end with a hyphen" : nil
    }

    /// The name of an HTTP header.
    static let headerName = NameSyntax { text in
        !text.isEmpty && text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            ? nil : "must consist of letters, digits and '-'"
    }

    /// An identifier of the C language.
    static let identifier = NameSyntax { text in
        text.utf8.first.map { ASCII.isLetter($0) || $0 == UInt8(ascii: "_") } == true
            && text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
            ? nil : "must consist of letters, digits and '_', and must not begin with a digit"
    }

    /// A percentage such as `25%`.
    static let percentage = NameSyntax { text in
        text.utf8.count > 1 && text.utf8.last == UInt8(ascii: "%") && text.utf8.dropLast().allSatisfy(ASCII.isDigit)
            ? nil : "must be a whole number followed by '%'"
    }

    /// Letters, digits, `-`, `_` and `.`, with a letter or digit at both ends.
    private static func isWord(_ text: Substring.UTF8View) -> Bool {
        text.first.map(ASCII.isAlphanumeric) == true && text.last.map(ASCII.isAlphanumeric) == true
            && text.allSatisfy(isWordByte)
    }

    private static func isWordByte(_ byte: UInt8) -> Bool { ASCII.isAlphanumeric(byte) || ASCII.isOne(of: "-_.", byte) }
}
