/// The forms of timestamps that go-yaml knows: a date, a date and a time without zone behind spaces, or both joined by
/// `T` with a zone. Months, days, hours, minutes and seconds have one or two digits.
struct TimestampShape {
    private var rest: Slice<UnsafeBufferPointer<UInt8>>

    static func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.count >= 8, text[4] == UInt8(ascii: "-"), text.prefix(4).allSatisfy(isDigit) else { return false }
        var shape = TimestampShape(rest: text[...])
        guard shape.date() else { return false }
        switch shape.rest.first {
        case nil: return true
        case UInt8(ascii: "T"), UInt8(ascii: "t"):
            shape.rest.removeFirst()
            return shape.time() && shape.zone() && shape.rest.isEmpty
        case UInt8(ascii: " "):
            shape.rest = shape.rest.drop { $0 == UInt8(ascii: " ") }
            return shape.time() && shape.rest.isEmpty
        default: return false
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: byte) else { return false }
        rest.removeFirst()
        return true
    }

    /// A number of at most `most` digits, at least one of them.
    private mutating func number(least: Int = 1, most: Int = 2) -> Int? {
        let digits = rest.prefix(most).prefix(while: Self.isDigit)
        guard digits.count >= least else { return nil }
        rest = rest.dropFirst(digits.count)
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private mutating func date() -> Bool {
        guard let year = number(least: 4, most: 4), skip("-"), let month = number(), (1...12).contains(month),
            skip("-"),
            let day = number(), day >= 1
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return day <= days[month - 1]
    }

    private mutating func time() -> Bool {
        guard let hour = number(), hour < 24, skip(":"), let minute = number(), minute < 60, skip(":"),
            let second = number(), second < 60
        else { return false }
        if let mark = rest.first, mark == UInt8(ascii: ".") || mark == UInt8(ascii: ","),
            let digit = rest.dropFirst().first, Self.isDigit(digit)
        {
            rest = rest.dropFirst().drop(while: Self.isDigit)
        }
        return true
    }

    /// `Z` or `+01:00`
    private mutating func zone() -> Bool {
        if skip("Z") { return true }
        guard skip("+") || skip("-"), let hours = number(least: 2), hours <= 24, skip(":"),
            let minutes = number(least: 2)
        else { return false }
        return minutes <= 60
    }
}
