/// A moment in a time zone: Go's `time.Time`.
struct GoTime: Sendable {
    /// Since 1970-01-01T00:00:00Z.
    var seconds: Int64
    /// 0 to 999,999,999.
    var nanoseconds: Int64
    var location: TimeLocation

    /// Go's zero time, in the year 1.
    static let zero = GoTime(seconds: -62_135_596_800, nanoseconds: 0, location: .utc)

    init(seconds: Int64, nanoseconds: Int64 = 0, location: TimeLocation = .utc) {
        (self.seconds, self.nanoseconds, self.location) = (seconds, nanoseconds, location)
    }

    /// The moment at which a clock of the location shows a date and so many seconds after its midnight.
    init(_ date: CivilDate, seconds: Int64, nanoseconds: Int64 = 0, location: TimeLocation) {
        let local = date.daysSince1970 &* 86_400 &+ seconds
        var offset = location.zone(at: local).offset
        let actual = location.zone(at: local &- Int64(offset)).offset
        if actual != offset { offset = actual }
        self.init(seconds: local &- Int64(offset), nanoseconds: nanoseconds, location: location)
    }

    var zone: TimeLocation.Zone { location.zone(at: seconds) }

    private var localSeconds: Int64 { seconds &+ Int64(zone.offset) }

    var date: CivilDate {
        let local = localSeconds
        return CivilDate(daysSince1970: (local - secondOfDay(local)) / 86_400)
    }

    /// Seconds since midnight.
    var secondOfDay: Int64 { secondOfDay(localSeconds) }

    private func secondOfDay(_ local: Int64) -> Int64 {
        let rest = local % 86_400
        return rest < 0 ? rest + 86_400 : rest
    }

    func `in`(_ location: TimeLocation) -> GoTime {
        GoTime(seconds: seconds, nanoseconds: nanoseconds, location: location)
    }

    func adding(_ duration: GoDuration) -> GoTime {
        let (whole, part) = duration.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
        var (seconds, nanoseconds) = (seconds &+ whole, nanoseconds + part)
        if nanoseconds < 0 { (seconds, nanoseconds) = (seconds &- 1, nanoseconds + 1_000_000_000) }
        if nanoseconds >= 1_000_000_000 { (seconds, nanoseconds) = (seconds &+ 1, nanoseconds - 1_000_000_000) }
        return GoTime(seconds: seconds, nanoseconds: nanoseconds, location: location)
    }

    /// The time since another; what does not fit is the longest duration.
    func since(_ other: GoTime) -> GoDuration {
        let (seconds, overflows) = self.seconds.subtractingReportingOverflow(other.seconds)
        let (product, exceeds) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        let (sum, tooLarge) = product.addingReportingOverflow(nanoseconds - other.nanoseconds)
        if overflows || exceeds || tooLarge {
            return GoDuration(nanoseconds: self.seconds < other.seconds ? .min : .max)
        }
        return GoDuration(nanoseconds: sum)
    }

    /// The same time of the day so many years, months and days later; the 31st of a short month is a day of the next.
    func adding(years: Int, months: Int, days: Int) -> GoTime {
        let date = date
        let month = Int64(date.month - 1) &+ Int64(months)
        let shift = (month >= 0 ? month : month &- 11) / 12
        let first = CivilDate(
            year: date.year &+ Int64(years) &+ shift,
            month: Int(month &- shift &* 12) + 1,
            day: 1
        )
        let day = first.daysSince1970 &+ Int64(date.day - 1) &+ Int64(days)
        return GoTime(
            CivilDate(daysSince1970: day),
            seconds: secondOfDay,
            nanoseconds: nanoseconds,
            location: location
        )
    }
}
