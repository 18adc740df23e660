import GoTemplate

/// A parameter of type `time.Time`.
struct TimeArgument: GoParameter {
    static var goType: GoType { TimeObject.goType }
    let time: GoTime

    init(argument: Value) {
        if case .object(let object as TimeObject) = argument { time = object.time } else { time = .zero }
    }
}

/// A parameter of type `time.Duration`.
struct DurationArgument: GoParameter {
    static var goType: GoType { DurationObject.goType }
    let duration: GoDuration

    init(argument: Value) {
        switch argument {
        case .object(let object as DurationObject): duration = object.duration
        case .integer(let value, _): duration = GoDuration(nanoseconds: value)
        default: duration = GoDuration(nanoseconds: 0)
        }
    }
}

/// A number that prints as a name: a `time.Month` or `time.Weekday`.
final class NamedNumber: TemplateObject {
    let type: GoType
    private let name: String

    private init(_ type: GoType, _ name: String) {
        (self.type, self.name) = (type, name)
    }

    static func month(_ number: Int) -> NamedNumber {
        NamedNumber(GoType("time.Month", .int), CivilDate.months[number - 1])
    }

    static func weekday(_ number: Int) -> NamedNumber {
        NamedNumber(GoType("time.Weekday", .int), CivilDate.weekdays[number])
    }

    var stringForm: ByteString? { ByteString(name) }
}
