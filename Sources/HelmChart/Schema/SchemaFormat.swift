import GoTemplate

/// The formats of texts that schemas can ask for; unknown ones are satisfied by all.
enum SchemaFormat {
    /// Why a text is not of the format; nil if it is.
    static func fault(_ format: String, _ text: ByteString) -> String? {
        switch format {
        case "regex":
            do throws(PatternError) {
                _ = try RegularExpression(text)
                return nil
            } catch {
                return error.description
            }
        case "uri": return SchemaURL(text.text) == nil ? "relative url" : nil
        case "uri-reference": return text.text.contains("\\") ? "contains \\" : nil
        case "ipv4": return address(text.text)
        case "hostname": return hostname(text.text)
        case "email": return email(text.text)
        default: return nil
        }
    }

    private static func address(_ text: String) -> String? {
        let groups = text.split(separator: ".", omittingEmptySubsequences: false)
        guard groups.count == 4 else { return "expected four decimals" }
        for group in groups {
            if group.count > 1, group.hasPrefix("0") { return "leading zeros" }
            guard let number = Int(group) else {
                return "strconv.Atoi: parsing \(GoFormat.quote(ByteString(group))): invalid syntax"
            }
            if number < 0 || number > 255 { return "decimal must be between 0 and 255" }
        }
        return nil
    }

    private static func hostname(_ text: String) -> String? {
        let name = text.hasSuffix(".") ? text.dropLast() : text[...]
        if name.utf8.count > 253 { return "more than 253 characters long" }
        for label in name.split(separator: ".", omittingEmptySubsequences: false) {
            guard (1...63).contains(label.utf8.count) else { return "label must be 1 to 63 characters long" }
            if label.hasPrefix("-") { return "label starts with hyphen" }
            if label.hasSuffix("-") { return "label ends with hyphen" }
            if let scalar = invalid(label, besides: "-") { return "invalid character \(scalar)" }
        }
        return nil
    }

    private static func email(_ text: String) -> String? {
        if text.utf8.count > 254 { return "more than 255 characters long" }
        guard let at = text.lastIndex(of: "@") else { return "missing @" }
        let (local, domain) = (text[..<at], String(text[text.index(after: at)...]))
        if local.utf8.count > 64 { return "local part more than 64 characters long" }
        if local.count > 1, local.hasPrefix("\"") {
            let inner = local.dropFirst().dropLast()
            if inner.contains("\\") || inner.contains("\"") {
                return "backslash and quote are not allowed within quoted local part"
            }
        } else {
            if local.hasPrefix(".") { return "starts with dot" }
            if local.hasSuffix(".") { return "ends with dot" }
            if local.contains("..") { return "consecutive dots" }
            if let scalar = invalid(local, besides: ".!#$%&'*+-/=?^_`{|}~") { return "invalid character \(scalar)" }
        }
        if domain.hasPrefix("["), domain.hasSuffix("]") {
            if domain.hasPrefix("[IPv6:") { return nil }
            return address(String(domain.dropFirst().dropLast())).map { "invalid ipv4 address: \($0)" }
        }
        return hostname(domain).map { "invalid domain: \($0)" }
    }

    /// The first character that is neither an ASCII letter nor a digit nor one of the others, quoted.
    private static func invalid(_ text: Substring, besides others: String) -> String? {
        let found = text.unicodeScalars.first { scalar in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9": false
            default: !others.unicodeScalars.contains(scalar)
            }
        }
        return found.map { GoFormat.sprintf("%q", [.integer(Int64($0.value), .int32)]).text }
    }
}
