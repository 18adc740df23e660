/// Syntaxes that only pods use.
extension NameSyntax {
    /// The name of an environment variable: printable ASCII without `=`, from Kubernetes 1.32 on.
    static let relaxedVariable = NameSyntax { text in
        !text.isEmpty && text.utf8.allSatisfy { 0x20...0x7e ~= $0 && $0 != UInt8(ascii: "=") }
            ? nil : "must consist of printable ASCII characters other than '='"
    }

    /// The name of an environment variable before Kubernetes 1.32.
    static let strictVariable = NameSyntax { text in
        let isWord = text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || ASCII.isOne(of: "-_.", $0) }
        if !isWord || text.utf8.first.map(ASCII.isDigit) != false {
            return "must consist of letters, digits, '_', '-' and '.', and must not begin with a digit"
        }
        return text == "." || text.hasPrefix("..") ? "must not be '.', nor begin with '..'" : nil
    }

    /// The name of an environment variable for a version of the server.
    static func variable(_ version: KubernetesVersion) -> NameSyntax {
        version >= KubernetesVersion(1, 32) ? .relaxedVariable : .strictVariable
    }

    /// The name of a kernel parameter: `net.ipv4.tcp_syncookies`, with dots or slashes.
    static let sysctl = NameSyntax(
        limit: 253,
        "must consist of lower case letters, digits, '-' and '_' in parts separated by '.' or '/'"
    ) { text in
        text.split(omittingEmptySubsequences: false) { ASCII.isOne(of: "./", $0) }.allSatisfy { part in
            part.first.map(ASCII.isLowerAlphanumeric) == true && part.last.map(ASCII.isLowerAlphanumeric) == true
                && part.allSatisfy { ASCII.isLowerAlphanumeric($0) || ASCII.isOne(of: "-_", $0) }
        }
    }

    /// A DNS search domain: underscores are allowed from Kubernetes 1.33 on, and so is `.`.
    static func searchDomain(_ version: KubernetesVersion) -> NameSyntax {
        NameSyntax { text in
            let isRelaxed = version >= KubernetesVersion(1, 33)
            if isRelaxed, text == "." { return nil }
            let name = text.hasSuffix(".") ? String(text.dropLast()) : text
            return dnsSubdomain.problem(isRelaxed ? name.replacing("_", with: "x") : name)
        }
    }
}
