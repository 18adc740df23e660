/// What a registry asks for in `WWW-Authenticate` (RFC 9110, 11.6.1).
struct Challenge: Sendable, Hashable {
    /// `bearer`, `basic` or another scheme, in lower case.
    var scheme: String
    /// The parameters, their names in lower case.
    var parameters: [String: String]

    /// Reads a header, which may hold several challenges.
    static func all(in header: String) -> [Challenge] {
        var scanner = ChallengeScanner(header)
        return scanner.challenges()
    }
}

/// Reads challenges from a header; what cannot be read is skipped.
private struct ChallengeScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ header: String) { bytes = Array(header.utf8) }

    mutating func challenges() -> [Challenge] {
        var result: [Challenge] = []
        while true {
            skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\t") }
            let word = token()
            guard !word.isEmpty else { return result }
            skip { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            if !result.isEmpty, take(UInt8(ascii: "=")) {
                result[result.count - 1].parameters[word.lowercased()] = value()
            } else {
                result.append(Challenge(scheme: word.lowercased(), parameters: [:]))
            }
        }
    }

    private mutating func skip(while matches: (UInt8) -> Bool) {
        while position < bytes.count, matches(bytes[position]) { position += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard position < bytes.count, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    private mutating func token() -> String {
        let start = position
        skip { $0 > 0x20 && $0 < 0x7F && !Array("()<>@,;:\\\"/[]?={}".utf8).contains($0) }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func value() -> String {
        skip { $0 == UInt8(ascii: " ") }
        guard take(UInt8(ascii: "\"")) else {
            let start = position
            skip { $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: " ") }
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }
        var text: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: "\"") { break }
            if byte == UInt8(ascii: "\\"), position < bytes.count {
                text.append(bytes[position])
                position += 1
            } else {
                text.append(byte)
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
