/// Dates without quotes, which the reference takes for points in time of YAML 1.1 and prints in a form of its own:
/// `2019-01-01` becomes `2019-01-01 00:00:00 +0000 UTC`.
enum Timestamp {
    /// How the reference prints `text`, a scalar without quotes; nil if it is no point in time.
    static func printed(_ text: String) -> String? {
        let bytes = text.utf8
        // Cheap for everything else: four digits and a dash begin every date.
        guard bytes.count >= 8, bytes.prefix(4).allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
            bytes.dropFirst(4).first == UInt8(ascii: "-")
        else { return nil }
        let separator = text.firstIndex { $0 == "T" || $0 == "t" || $0 == " " }
        guard let date = date(text[..<(separator ?? text.endIndex)]) else { return nil }
        guard let separator else { return date + " 00:00:00 +0000 UTC" }
        var clock = text[text.index(after: separator)...]
        if text[separator] != " " {
            guard clock.last == "Z" else { return nil }
            clock = clock.dropLast()
        }
        return time(clock).map { "\(date) \($0) +0000 UTC" }
    }

    private static func date(_ text: Substring) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let year = number(parts[0], 0...9999), let month = number(parts[1], 1...12) else {
            return nil
        }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard let day = number(parts[2], 1...days[month - 1]) else { return nil }
        return "\(parts[0])-\(padded(month))-\(padded(day))"
    }

    private static func time(_ text: Substring) -> String? {
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard let clock = halves.first else { return nil }
        let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 3, let hour = number(parts[0], 0...23), let minute = number(parts[1], 0...59),
            let second = number(parts[2], 0...59)
        else { return nil }
        var fraction = halves.count > 1 ? String(halves[1]) : ""
        guard fraction.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }), fraction.count <= 9 else { return nil }
        while fraction.last == "0" { fraction.removeLast() }
        let clockText = "\(padded(hour)):\(padded(minute)):\(padded(second))"
        return fraction.isEmpty ? clockText : "\(clockText).\(fraction)"
    }

    private static func number(_ text: Substring, _ range: ClosedRange<Int>) -> Int? {
        guard (1...4).contains(text.utf8.count), text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
            let value = Int(text), range.contains(value), range.upperBound > 99 || text.utf8.count <= 2
        else { return nil }
        return value
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
