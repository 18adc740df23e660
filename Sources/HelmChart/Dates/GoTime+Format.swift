import GoTemplate

extension GoTime {
    /// What `String()` gives.
    static let defaultLayout: ByteString = "2006-01-02 15:04:05.999999999 -0700 MST"
    /// What JSON and YAML show.
    static let exchangeLayout: ByteString = "2006-01-02T15:04:05.999999999Z07:00"

    /// The text of the moment in a layout.
    func formatted(_ layout: ByteString) -> ByteString {
        let bytes = layout.bytes
        var result: [UInt8] = []
        var index = 0
        while let (element, range) = DateLayout.next(in: bytes, from: index) {
            result += bytes[index..<range.lowerBound]
            result += text(of: element).utf8
            index = range.upperBound
        }
        return ByteString(result + bytes[index...])
    }

    private func text(of element: DateLayout.Element) -> String {
        let (date, time, zone) = (date, secondOfDay, zone)
        let hour12 = time / 3600 % 12 == 0 ? 12 : time / 3600 % 12
        return switch element {
        case .longMonth: CivilDate.months[date.month - 1]
        case .month: String(CivilDate.months[date.month - 1].prefix(3))
        case .monthNumber: String(date.month)
        case .twoDigitMonth: GoTimeText.padded(Int64(date.month), 2)
        case .longWeekday: CivilDate.weekdays[date.weekday]
        case .weekday: String(CivilDate.weekdays[date.weekday].prefix(3))
        case .day: String(date.day)
        case .paddedDay: (date.day < 10 ? " " : "") + String(date.day)
        case .twoDigitDay: GoTimeText.padded(Int64(date.day), 2)
        case .paddedDayOfYear:
            String(repeating: " ", count: 3 - String(date.dayOfYear).count) + String(date.dayOfYear)
        case .threeDigitDayOfYear: GoTimeText.padded(Int64(date.dayOfYear), 3)
        case .hour: GoTimeText.padded(time / 3600, 2)
        case .hour12: String(hour12)
        case .twoDigitHour12: GoTimeText.padded(hour12, 2)
        case .minute: String(time / 60 % 60)
        case .twoDigitMinute: GoTimeText.padded(time / 60 % 60, 2)
        case .second: String(time % 60)
        case .twoDigitSecond: GoTimeText.padded(time % 60, 2)
        case .longYear: GoTimeText.padded(date.year, 4)
        case .year: GoTimeText.padded(Int64(date.year.magnitude % 100), 2)
        case .upperHalf: time >= 43_200 ? "PM" : "AM"
        case .lowerHalf: time >= 43_200 ? "pm" : "am"
        case .zoneName:
            zone.name.isEmpty
                ? offset(zone.offset, .init(hasZ: false, hasColons: false, precision: .minutes)) : zone.name
        case .offset(let form): offset(zone.offset, form)
        case .fraction(let digits, let isTrimmed, let separator):
            fraction(digits, isTrimmed, String(Unicode.Scalar(separator)))
        }
    }

    private func offset(_ offset: Int, _ form: DateLayout.OffsetForm) -> String {
        if offset == 0, form.hasZ { return "Z" }
        let minutes = Int64(offset / 60)
        let colon = form.hasColons ? ":" : ""
        var text = (minutes < 0 ? "-" : "+") + GoTimeText.padded(abs(minutes) / 60, 2)
        if form.precision != .hours { text += colon + GoTimeText.padded(abs(minutes) % 60, 2) }
        if form.precision == .seconds { text += colon + GoTimeText.padded(Int64(abs(offset) % 60), 2) }
        return text
    }

    private func fraction(_ digits: Int, _ isTrimmed: Bool, _ separator: String) -> String {
        if isTrimmed, nanoseconds == 0 { return "" }
        var text = GoTimeText.padded(nanoseconds, 9).prefix(digits)
        if isTrimmed {
            while text.last == "0" { text.removeLast() }
            if text.isEmpty { return "" }
        }
        return separator + text
    }
}
