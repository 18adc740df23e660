import GoTemplate

extension FunctionTheme {
    /// Dates and durations: `now`, `date`, `dateInZone`, `toDate`, `ago`, `duration` and so on.
    package static let dates = FunctionTheme { environment in
        var table = FunctionTable()
        addMoments(to: &table, environment)
        addFormatting(to: &table, environment)
        addDurations(to: &table, environment)
        return table
    }

    private static func addMoments(to table: inout FunctionTable, _ environment: RenderEnvironment) {
        table["now"] = TemplateFunction(Signature()) { _ in .object(TimeObject(environment.currentTime)) }
        table["toDate"] = .typed { (layout: ByteString, text: ByteString) in
            Value.object(TimeObject((try? DateParser.parse(layout, text)) ?? .zero))
        }
        table["mustToDate"] = .typed { (layout: ByteString, text: ByteString) in
            Value.object(TimeObject(try DateParser.parse(layout, text)))
        }
        table["dateModify"] = .typed { (text: ByteString, date: TimeArgument) in
            let duration = (try? GoDuration(parsing: text)) ?? GoDuration(nanoseconds: 0)
            return Value.object(TimeObject(date.time.adding(duration)))
        }
        table["mustDateModify"] = .typed { (text: ByteString, date: TimeArgument) in
            Value.object(TimeObject(date.time.adding(try GoDuration(parsing: text))))
        }
        table["date_modify"] = table["dateModify"]
        table["must_date_modify"] = table["mustDateModify"]
        table["unixEpoch"] = .typed { (date: TimeArgument) in ByteString(String(date.time.seconds)) }
    }

    private static func addFormatting(to table: inout FunctionTable, _ environment: RenderEnvironment) {
        let format = { @Sendable (layout: ByteString, date: Value, zone: ByteString) in
            environment.moment(of: date).in(environment.location(named: zone.text)).formatted(layout)
        }
        table["date"] = .typed { (layout: ByteString, date: Value) in format(layout, date, "Local") }
        table["dateInZone"] = .typed { (layout: ByteString, date: Value, zone: ByteString) in
            format(layout, date, zone)
        }
        table["date_in_zone"] = table["dateInZone"]
        table["htmlDate"] = .typed { (date: Value) in format("2006-01-02", date, "Local") }
        table["htmlDateInZone"] = .typed { (date: Value, zone: ByteString) in format("2006-01-02", date, zone) }
    }

    private static func addDurations(to table: inout FunctionTable, _ environment: RenderEnvironment) {
        table["ago"] = .typed { (date: Value) in
            if environment.isReproducible { return ByteString("0s") }
            let duration = environment.currentTime.since(environment.moment(of: date, takesInt32: false))
            return ByteString(duration.rounded(to: .second).description)
        }
        table["duration"] = .typed { (seconds: Value) in
            let count: Int64 =
                switch seconds {
                case .string(let text): DurationText.seconds(text)
                case .integer(let value, .int64): value
                default: 0
                }
            return ByteString(GoDuration(nanoseconds: count &* 1_000_000_000).description)
        }
        table["durationRound"] = .typed { (value: Value) in
            let duration: GoDuration =
                switch value {
                case .string(let text): (try? GoDuration(parsing: text)) ?? GoDuration(nanoseconds: 0)
                case .integer(let value, .int64): GoDuration(nanoseconds: value)
                case .object(let object as TimeObject): environment.currentTime.since(object.time)
                default: GoDuration(nanoseconds: 0)
                }
            return DurationText.largestUnit(duration)
        }
    }
}

/// Texts of durations that only sprig has.
private enum DurationText {
    private static let units: [(seconds: UInt64, name: String)] = [
        (365 * 86_400, "y"), (30 * 86_400, "mo"), (86_400, "d"), (3600, "h"), (60, "m"), (1, "s"),
    ]

    /// A decimal number; what is none is 0, what is too large the largest.
    static func seconds(_ text: ByteString) -> Int64 {
        let digits = text.bytes.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
        guard !digits.isEmpty, text.bytes.count - digits.count <= 1, digits.allSatisfy(GoTimeText.isDigit) else {
            return 0
        }
        return Int64(text.text) ?? (text.bytes.first == UInt8(ascii: "-") ? .min : .max)
    }

    /// The whole part in the largest unit of which there is more than one.
    static func largestUnit(_ duration: GoDuration) -> ByteString {
        let magnitude = duration.nanoseconds.magnitude
        for (seconds, name) in units where magnitude > seconds * 1_000_000_000 {
            return ByteString("\(magnitude / (seconds * 1_000_000_000))\(name)")
        }
        return "0s"
    }
}

extension RenderEnvironment {
    /// What the clock shows.
    var currentTime: GoTime {
        let moment = now()
        return GoTime(seconds: moment.seconds, nanoseconds: Int64(moment.nanoseconds))
    }

    /// The moment that a value stands for: itself, seconds since 1970, and now for all else.
    fileprivate func moment(of value: Value, takesInt32: Bool = true) -> GoTime {
        switch value {
        case .object(let object as TimeObject): object.time
        case .integer(let seconds, let type)
        where type == .int || type == .int64 || (takesInt32 && type == .int32):
            GoTime(seconds: seconds)
        default: currentTime
        }
    }

    /// The location of a name; UTC if it is unknown.
    fileprivate func location(named name: String) -> TimeLocation {
        TimeLocation(named: name, file: timeZoneFile) ?? .utc
    }
}
