public import Diagnostics

extension FindingCode {
    /// A name breaks Kubernetes' rules and was changed.
    public static let nameChanged: FindingCode = "kubernetes.name-changed"
    /// Two names became the same under Kubernetes' rules.
    public static let nameCollision: FindingCode = "kubernetes.name-collision"
}

/// Names under the rules of the Kubernetes API.
enum ObjectNames {
    /// `name` as an RFC 1123 label: lower-case letters, digits and hyphens, at most 63, a letter or digit at each end.
    ///
    /// A name that is too long is cut and gets a hash of the whole, so that different names stay different.
    static func label(_ name: String) -> String { fold(name, keepingDots: false, limit: 63) }

    /// `name` as the name of a CronJob: a label of at most 52 characters, so that its Jobs can add when they run.
    static func cronJobName(_ name: String) -> String { fold(name, keepingDots: false, limit: 52) }

    /// `name` as an RFC 1035 label, which a Service needs: as above, and the first character a letter.
    static func serviceName(_ name: String) -> String {
        let label = label(name)
        guard let first = label.utf8.first, first < UInt8(ascii: "a") else { return label }
        return fold("s-" + label, keepingDots: false, limit: 63)
    }

    /// `name` as an RFC 1123 subdomain: labels joined by dots, at most 253 characters.
    static func subdomain(_ name: String) -> String { fold(name, keepingDots: true, limit: 253) }

    /// `key` as a key of a ConfigMap or Secret: letters, digits, `-`, `_` and `.`, at most 253.
    static func assetKey(_ key: String) -> String {
        var bytes = key.utf8.map { isAlphanumeric($0) || $0 == 45 || $0 == 95 || $0 == 46 ? $0 : UInt8(ascii: "-") }
        if bytes.allSatisfy({ $0 == 46 }) { bytes = [UInt8(ascii: "_")] + bytes }
        return String(decoding: bytes.prefix(253), as: UTF8.self)
    }

    private static func fold(_ name: String, keepingDots: Bool, limit: Int) -> String {
        var bytes: [UInt8] = []
        for byte in name.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
            case _ where isAlphanumeric(byte): bytes.append(byte)
            case UInt8(ascii: ".") where keepingDots && bytes.last.map(isAlphanumeric) ?? false: bytes.append(byte)
            default:
                if bytes.last.map(isAlphanumeric) ?? false {
                    bytes.append(UInt8(ascii: "-"))
                } else if byte == 45, bytes.last == 45 {
                    bytes.append(byte)
                }
            }
        }
        while let last = bytes.last, !isAlphanumeric(last) { bytes.removeLast() }
        if bytes.isEmpty { bytes = Array("x".utf8) + hash(name) }
        if bytes.count > limit {
            bytes = Array(bytes.prefix(limit - 9))
            while let last = bytes.last, !isAlphanumeric(last) { bytes.removeLast() }
            bytes += [UInt8(ascii: "-")] + hash(name)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// FNV-1a of the text as eight hexadecimal digits.
    private static func hash(_ text: String) -> [UInt8] {
        var hash: UInt32 = 0x811C_9DC5
        for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
        let digits = String(hash, radix: 16)
        return Array(String(repeating: "0", count: 8 - digits.utf8.count).utf8) + Array(digits.utf8)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }

    /// Whether `value` may be the value of a label: at most 63 letters, digits, `-`, `_` and `.`, with a letter or digit
    /// at each end, or empty.
    static func isLabelValue(_ value: String) -> Bool {
        let bytes = Array(value.utf8)
        guard let first = bytes.first, let last = bytes.last else { return true }
        return bytes.count <= 63 && isAlphanumeric(first) && isAlphanumeric(last)
            && bytes.allSatisfy { isAlphanumeric($0) || $0 == 45 || $0 == 95 || $0 == 46 }
    }

    /// Whether `key` may be the key of a label or an annotation: a name as for values, but not empty, after an
    /// optional DNS prefix and a slash.
    static func isQualifiedName(_ key: String) -> Bool {
        let parts = key.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let name = parts.last, !name.isEmpty, isLabelValue(String(name)) else { return false }
        return parts.count == 1 || (!parts[0].isEmpty && subdomain(String(parts[0])) == parts[0])
    }
}
