/// A point in time as RFC 3339 writes it, over UTF-8 bytes.
struct CalendarTime {
    /// Seconds since 1970-01-01T00:00:00Z, without leap seconds.
    let seconds: Int
    /// Billionths of a second beyond; further digits are cut.
    let nanoseconds: Int
    /// How many digits the fraction of the second has.
    let fractionDigits: Int

    /// Reads a text such as `2026-05-04T12:30:00.5+02:00`; nil for any other. O(n).
    init?(_ text: String) {
        var scanner = Scanner(bytes: Array(text.utf8)[...])
        guard let year = scanner.number(4), scanner.skip("-"), let month = scanner.number(2), scanner.skip("-"),
            let day = scanner.number(2), scanner.skip("T"), let hour = scanner.number(2), scanner.skip(":"),
            let minute = scanner.number(2), scanner.skip(":"), let second = scanner.number(2),
            1...12 ~= month, day >= 1, day <= CalendarTime.days(ofMonth: month, year), hour < 24, minute < 60,
            second < 60
        else { return nil }
        var fraction = ""
        if scanner.skip(".") || scanner.skip(",") {
            fraction = scanner.digits()
            guard !fraction.isEmpty else { return nil }
        }
        guard let offset = scanner.offset(), scanner.bytes.isEmpty else { return nil }
        self.seconds =
            CalendarTime.daysSinceEpoch(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - offset
        self.nanoseconds = Int((fraction + "000000000").prefix(9)) ?? 0
        self.fractionDigits = fraction.utf8.count
    }

    /// The text for a time in UTC.
    ///
    /// - Parameters:
    ///   - seconds: Since the epoch; cut to the years 0 to 9999.
    ///   - fraction: The fraction of the second in so many digits, if there shall be one.
    /// - Returns: The text, which ends in `Z`.
    static func text(seconds: Int, fraction: (value: Int, digits: Int)? = nil) -> String {
        let seconds = min(max(seconds, -62_167_219_200), 253_402_300_799)
        let day = Int((Double(seconds) / 86400).rounded(.down))
        let rest = seconds - day * 86400
        let (year, month, date) = calendarDay(day)
        var text = "\(padded(year, 4))-\(padded(month, 2))-\(padded(date, 2))T"
        text += "\(padded(rest / 3600, 2)):\(padded(rest / 60 % 60, 2)):\(padded(rest % 60, 2))"
        if let fraction { text += ".\(padded(fraction.value, fraction.digits))" }
        return text + "Z"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

// MARK: - The Gregorian calendar

extension CalendarTime {
    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func days(ofMonth month: Int, _ year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01, counting years from March so that leap days come last.
    private static func daysSinceEpoch(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func calendarDay(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

/// Takes a text apart from its beginning.
private struct Scanner {
    var bytes: ArraySlice<UInt8>

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard bytes.first == UInt8(ascii: character) else { return false }
        bytes.removeFirst()
        return true
    }

    mutating func number(_ width: Int) -> Int? {
        guard bytes.count >= width, bytes.prefix(width).allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        defer { bytes.removeFirst(width) }
        return bytes.prefix(width).reduce(0) { $0 * 10 + Int($1 - 48) }
    }

    mutating func digits() -> String {
        let found = bytes.prefix { $0 &- 48 < 10 }
        bytes.removeFirst(found.count)
        return String(decoding: found, as: UTF8.self)
    }

    /// `Z`, or hours and minutes ahead of UTC; in seconds.
    mutating func offset() -> Int? {
        if skip("Z") { return 0 }
        let sign = skip("+") ? 1 : skip("-") ? -1 : 0
        guard sign != 0, let hours = number(2), skip(":"), let minutes = number(2), hours <= 24, minutes < 60 else {
            return nil
        }
        return sign * (hours * 3600 + minutes * 60)
    }
}
