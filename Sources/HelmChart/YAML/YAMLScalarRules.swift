import YAMLTree

/// Which texts yaml.v2 writes in quotes because a reader would take them for something else.
enum YAMLScalarRules {
    static func canBePlain(_ text: [UInt8]) -> Bool {
        guard let first = text.first else { return false }
        switch first {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            if isSexagesimal(text) || isTimestamp(text) { return false }
        case UInt8(ascii: "<"): return text != Array("<<".utf8)
        case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"), UInt8(ascii: "T"),
            UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "o"),
            UInt8(ascii: "O"):
            if text.count > 5 { return true }
        default: return true
        }
        let scalar = Scalar(String(decoding: text, as: UTF8.self), style: .plain)
        return ScalarSchema.kubernetes.kind(of: scalar) == .string
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

    /// `[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\.[0-9_]*)?`
    private static func isSexagesimal(_ text: [UInt8]) -> Bool {
        guard text.contains(UInt8(ascii: ":")) else { return false }
        var rest = text[...]
        if let first = rest.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") { rest.removeFirst() }
        if let point = rest.firstIndex(of: UInt8(ascii: ".")) {
            guard rest[(point + 1)...].allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") }) else { return false }
            rest = rest[..<point]
        }
        let parts = rest.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count > 1, let whole = parts.first, let first = whole.first, isDigit(first),
            whole.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: "_") })
        else { return false }
        return parts.dropFirst().allSatisfy { part in
            guard let first = part.first, part.allSatisfy(isDigit) else { return false }
            return part.count == 1 || (part.count == 2 && first <= UInt8(ascii: "5"))
        }
    }

    /// A date, or a date and a time of day, that exists.
    private static func isTimestamp(_ text: [UInt8]) -> Bool {
        guard text.count >= 8, text[..<4].allSatisfy(isDigit), text[4] == UInt8(ascii: "-") else { return false }
        var scanner = DigitScanner(text)
        guard let year = scanner.number(4...4), scanner.skip("-"), let month = scanner.number(1...2), scanner.skip("-"),
            let day = scanner.number(1...2), (1...12).contains(month), day >= 1, day <= days(in: month, of: year)
        else { return false }
        if scanner.isAtEnd { return true }
        let hasZone = scanner.skip("T") || scanner.skip("t")
        guard hasZone || scanner.skip(" ") else { return false }
        guard let hour = scanner.number(1...2), hour < 24, scanner.skip(":"), let minute = scanner.number(1...2),
            minute < 60, scanner.skip(":"), let second = scanner.number(1...2), second < 60
        else { return false }
        if scanner.skip(".") || scanner.skip(",") { guard scanner.number(1...30) != nil else { return false } }
        return hasZone ? scanner.skipZone() && scanner.isAtEnd : scanner.isAtEnd
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private struct DigitScanner {
        private var rest: ArraySlice<UInt8>

        init(_ text: [UInt8]) { rest = text[...] }

        var isAtEnd: Bool { rest.isEmpty }

        mutating func number(_ lengths: ClosedRange<Int>) -> Int? {
            let digits = rest.prefix(lengths.upperBound).prefix(while: YAMLScalarRules.isDigit)
            guard digits.count >= lengths.lowerBound else { return nil }
            rest = rest.dropFirst(digits.count)
            return digits.reduce(0) { ($0 &* 10) &+ Int($1 - 48) }
        }

        mutating func skip(_ character: Unicode.Scalar) -> Bool {
            guard rest.first == UInt8(ascii: character) else { return false }
            rest.removeFirst()
            return true
        }

        /// `Z`, or a sign, hours and minutes.
        mutating func skipZone() -> Bool {
            if skip("Z") { return true }
            guard skip("+") || skip("-"), number(2...2) != nil, skip(":"), number(2...2) != nil else { return false }
            return true
        }
    }
}
