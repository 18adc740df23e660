/// When daylight saving begins and ends each year: POSIX's `TZ`, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct TimeZoneRule: Sendable {
    private struct Change: Sendable {
        enum Day: Sendable {
            /// From 1, without counting leap days.
            case julian(Int)
            /// From 0.
            case ofYear(Int)
            case weekday(month: Int, week: Int, day: Int)
        }

        var day: Day
        /// Seconds after midnight.
        var time: Int
    }

    private let standard: TimeLocation.Zone
    private var saving: TimeLocation.Zone?
    private var changes: (start: Change, end: Change)?

    /// Nil if the text is no rule.
    init?(_ text: String) {
        var reader = Reader(text)
        guard let name = reader.name(), let offset = reader.time() else { return nil }
        standard = .init(name: name, offset: -offset)
        guard let savingName = reader.name() else { return }
        var savingOffset = standard.offset + 3600
        if !reader.isAt(","), let offset = reader.time() { savingOffset = -offset }
        saving = .init(name: savingName, offset: savingOffset, isDaylightSaving: true)
        guard let start = reader.change(), let end = reader.change() else { return nil }
        changes = (start, end)
    }

    func zone(at seconds: Int64) -> TimeLocation.Zone {
        guard let saving, let changes else { return standard }
        let local = seconds &+ Int64(standard.offset)
        let year = CivilDate(daysSince1970: (local - ((local % 86_400) + 86_400) % 86_400) / 86_400).year
        let start = Self.seconds(of: changes.start, year) &- Int64(standard.offset)
        let end = Self.seconds(of: changes.end, year) &- Int64(saving.offset)
        let isSaving = start < end ? seconds >= start && seconds < end : !(seconds >= end && seconds < start)
        return isSaving ? saving : standard
    }

    /// Seconds from 1970 to a change, by the clock that is changed.
    private static func seconds(of change: Change, _ year: Int64) -> Int64 {
        let first = CivilDate(year: year, month: 1, day: 1)
        let day: Int64
        switch change.day {
        case .julian(let number):
            day = first.daysSince1970 &+ Int64(number - 1 + (CivilDate.isLeap(year) && number > 59 ? 1 : 0))
        case .ofYear(let number):
            day = first.daysSince1970 &+ Int64(number)
        case .weekday(let month, let week, let weekday):
            let start = CivilDate(year: year, month: month, day: 1)
            var date = 1 + (weekday - start.weekday + 7) % 7 + (week - 1) * 7
            while date > CivilDate.length(of: month, year) { date -= 7 }
            day = start.daysSince1970 &+ Int64(date - 1)
        }
        return day &* 86_400 &+ Int64(change.time)
    }

    private struct Reader {
        private var rest: Substring

        init(_ text: String) {
            rest = text[...]
        }

        func isAt(_ character: Character) -> Bool { rest.first == character }

        mutating func skip(_ character: Character) -> Bool {
            guard isAt(character) else { return false }
            rest.removeFirst()
            return true
        }

        /// `CET` or `<+03>`.
        mutating func name() -> String? {
            let name: Substring
            if skip("<") {
                name = rest.prefix { $0 != ">" }
                rest = rest[name.endIndex...].dropFirst()
            } else {
                name = rest.prefix { $0.isLetter }
                rest = rest[name.endIndex...]
            }
            return name.isEmpty ? nil : String(name)
        }

        mutating func number() -> Int? {
            let digits = rest.prefix { $0.isASCII && $0.isNumber }
            rest = rest[digits.endIndex...]
            return digits.count <= 4 ? Int(digits) : nil
        }

        /// `-2`, `3:30` or `3:30:15` in seconds.
        mutating func time() -> Int? {
            let isNegative = skip("-")
            if !isNegative { _ = skip("+") }
            guard var seconds = number().map({ $0 * 3600 }) else { return nil }
            for unit in [60, 1] where skip(":") {
                guard let part = number() else { return nil }
                seconds += part * unit
            }
            return isNegative ? -seconds : seconds
        }

        /// `,M3.5.0/3`
        mutating func change() -> Change? {
            guard skip(",") else { return nil }
            let day: Change.Day
            if skip("M") {
                guard let month = number(), (1...12).contains(month), skip("."), let week = number(),
                    (1...5).contains(week), skip("."), let weekday = number(), (0...6).contains(weekday)
                else { return nil }
                day = .weekday(month: month, week: week, day: weekday)
            } else if skip("J") {
                guard let number = number(), (1...365).contains(number) else { return nil }
                day = .julian(number)
            } else {
                guard let number = number(), number <= 365 else { return nil }
                day = .ofYear(number)
            }
            var time = 7200
            if skip("/") {
                guard let given = self.time() else { return nil }
                time = given
            }
            return Change(day: day, time: time)
        }
    }
}
