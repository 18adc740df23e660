extension WindowsSecurityContextOptions {
    func validate(_ field: Field) {
        if let gmsaCredentialSpecName { field["gmsaCredentialSpecName"].syntax(gmsaCredentialSpecName, .dnsSubdomain) }
        if let specification = gmsaCredentialSpec {
            if specification.isEmpty { field["gmsaCredentialSpec"].invalid("cannot be an empty string") }
            if specification.utf8.count > 64 * 1024 { field["gmsaCredentialSpec"].invalid("must be under 64 KiB") }
        }
        if let runAsUserName { field["runAsUserName"].syntax(runAsUserName, .windowsUser) }
    }
}

extension NameSyntax {
    /// A user of Windows, with a domain and a backslash before the name if needed.
    fileprivate static let windowsUser = NameSyntax { text in
        if text.isEmpty { return "cannot be an empty string" }
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7f }) { return "cannot contain control characters" }
        let parts = text.split(separator: "\\", omittingEmptySubsequences: false)
        guard parts.count <= 2, let user = parts.last else { return "cannot contain more than one backslash" }
        if parts.count == 2, !isWindowsDomain(parts[0].utf8) { return "must have a NetBIOS or DNS name as its domain" }
        if user.isEmpty { return "must have a user after its domain" }
        if user.utf8.count > 104 { return "must have no more than 104 bytes in its user" }
        if user.allSatisfy({ $0 == "." || $0 == " " }) { return "cannot consist of periods and spaces" }
        return user.utf8.contains(where: { ASCII.isOne(of: "\"/\\:;|=,+*?<>@[]", $0) })
            ? "cannot contain any of \"/\\:;|=,+*?<>@[]" : nil
    }

    private static func isWindowsDomain(_ domain: Substring.UTF8View) -> Bool {
        guard domain.count < 256, !domain.isEmpty else { return false }
        let isNetBIOS =
            domain.count <= 15 && domain.first != UInt8(ascii: ".")
            && !domain.contains { ASCII.isOne(of: "\\/:*?\"<>|", $0) }
        return isNetBIOS
            || domain.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
                1...63 ~= label.count && label.first.map(ASCII.isAlphanumeric) == true
                    && label.last.map(ASCII.isAlphanumeric) == true
                    && label.allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
            }
    }
}
