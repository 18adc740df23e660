import GoTemplate

/// What `now` and `toDate` give to templates: a `time.Time` with its methods.
final class TimeObject: TemplateObject {
    static let goType = GoType("time.Time", .struct)

    let time: GoTime

    init(_ time: GoTime) {
        self.time = time
    }

    var type: GoType { Self.goType }
    var stringForm: ByteString? { time.formatted(GoTime.defaultLayout) }

    func method(_ name: ByteString) -> TemplateFunction? {
        let time = time
        if let value = Self.properties[name] { return TemplateFunction(Signature()) { _ in value(time) } }
        if let compare = Self.comparisons[name] {
            return .typed { (other: TimeArgument) in
                compare((time.seconds, time.nanoseconds), (other.time.seconds, other.time.nanoseconds))
            }
        }
        switch name {
        case "Format": return .typed { (layout: ByteString) in time.formatted(layout) }
        case "AddDate":
            return .typed { (years: Int, months: Int, days: Int) in
                Value.object(TimeObject(time.adding(years: years, months: months, days: days)))
            }
        case "Sub":
            return .typed { (other: TimeArgument) in Value.object(DurationObject(time.since(other.time))) }
        case "Add":
            return .typed { (duration: DurationArgument) in
                Value.object(TimeObject(time.adding(duration.duration)))
            }
        default: return nil
        }
    }

    private static let comparisons: [ByteString: @Sendable ((Int64, Int64), (Int64, Int64)) -> Bool] = [
        "Before": { $0 < $1 }, "After": { $0 > $1 }, "Equal": { $0 == $1 },
    ]

    private static let properties: [ByteString: @Sendable (GoTime) -> Value] = {
        var table: [ByteString: @Sendable (GoTime) -> Value] = [:]
        table["Year"] = { .int(Int($0.date.year)) }
        table["Month"] = { .object(NamedNumber.month($0.date.month)) }
        table["Day"] = { .int($0.date.day) }
        table["YearDay"] = { .int($0.date.dayOfYear) }
        table["Weekday"] = { .object(NamedNumber.weekday($0.date.weekday)) }
        table["Hour"] = { .int(Int($0.secondOfDay / 3600)) }
        table["Minute"] = { .int(Int($0.secondOfDay / 60 % 60)) }
        table["Second"] = { .int(Int($0.secondOfDay % 60)) }
        table["Nanosecond"] = { .int(Int($0.nanoseconds)) }
        table["Unix"] = { .int64($0.seconds) }
        table["UnixMilli"] = { .int64($0.seconds &* 1000 &+ $0.nanoseconds / 1_000_000) }
        table["UnixMicro"] = { .int64($0.seconds &* 1_000_000 &+ $0.nanoseconds / 1000) }
        table["UnixNano"] = { .int64($0.seconds &* 1_000_000_000 &+ $0.nanoseconds) }
        table["UTC"] = { .object(TimeObject($0.in(.utc))) }
        table["Local"] = { .object(TimeObject($0.in(.utc))) }
        table["IsZero"] = { .bool($0.seconds == GoTime.zero.seconds && $0.nanoseconds == 0) }
        table["IsDST"] = { .bool($0.zone.isDaylightSaving) }
        table["String"] = { .string($0.formatted(GoTime.defaultLayout)) }
        return table
    }()
}

/// A `time.Duration`.
final class DurationObject: TemplateObject {
    static let goType = GoType("time.Duration", .int64)

    let duration: GoDuration

    init(_ duration: GoDuration) {
        self.duration = duration
    }

    var type: GoType { Self.goType }
    var stringForm: ByteString? { ByteString(duration.description) }

    func method(_ name: ByteString) -> TemplateFunction? {
        let duration = duration
        guard let value = Self.properties[name] else { return nil }
        return TemplateFunction(Signature()) { _ in value(duration) }
    }

    private static let properties: [ByteString: @Sendable (GoDuration) -> Value] = {
        var table: [ByteString: @Sendable (GoDuration) -> Value] = [:]
        table["Hours"] = { .float(Double($0.nanoseconds) / 3.6e12) }
        table["Minutes"] = { .float(Double($0.nanoseconds) / 6e10) }
        table["Seconds"] = { .float(Double($0.nanoseconds) / 1e9) }
        table["Milliseconds"] = { .int64($0.nanoseconds / 1_000_000) }
        table["Microseconds"] = { .int64($0.nanoseconds / 1000) }
        table["Nanoseconds"] = { .int64($0.nanoseconds) }
        table["String"] = { .text($0.description) }
        return table
    }()
}
