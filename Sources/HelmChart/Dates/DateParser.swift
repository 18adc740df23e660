import GoTemplate

/// Reads a moment by a layout, with the messages of Go's `time.ParseInLocation`.
struct DateParser {
    private enum Fault: Error {
        case malformed
        case outOfRange(String)
    }

    private let layout: [UInt8]
    private let value: [UInt8]
    private var rest: ArraySlice<UInt8>
    private var year: Int64 = 0
    private var month: Int?
    private var day: Int?
    private var dayOfYear: Int?
    private var (hour, minute, second) = (0, 0, 0)
    private var nanoseconds: Int64 = 0
    private var isAfternoon: Bool?
    private var zone: TimeLocation?
    private var offset: Int?
    private var zoneName: String?

    private init(_ layout: ByteString, _ value: ByteString) {
        (self.layout, self.value) = (layout.bytes, value.bytes)
        rest = self.value[...]
    }

    /// The moment of a text; without a zone it is one in UTC.
    static func parse(_ layout: ByteString, _ value: ByteString) throws(FunctionError) -> GoTime {
        var parser = DateParser(layout, value)
        try parser.readAll()
        return try parser.time()
    }

    private mutating func readAll() throws(FunctionError) {
        var index = 0
        while true {
            let next = DateLayout.next(in: layout, from: index)
            let prefix = layout[index..<(next?.range.lowerBound ?? layout.count)]
            guard skip(prefix) else { throw mismatch(Array(prefix), rest) }
            guard let (element, range) = next else { break }
            index = range.upperBound
            let hold = rest
            do throws(Fault) {
                try read(element, following: index)
            } catch {
                if case .outOfRange(let what) = error { throw failure(": \(what) out of range") }
                throw mismatch(Array(layout[range]), hold)
            }
        }
        if !rest.isEmpty { throw failure(": extra text: \(GoTimeText.quoted(Array(rest)))") }
    }

    private func failure(_ message: String) -> FunctionError {
        FunctionError("parsing time \(GoTimeText.quoted(value))\(message)")
    }

    private func mismatch(_ element: [UInt8], _ text: ArraySlice<UInt8>) -> FunctionError {
        let (layout, text) = (GoTimeText.quoted(layout), GoTimeText.quoted(Array(text)))
        return failure(" as \(layout): cannot parse \(text) as \(GoTimeText.quoted(element))")
    }

    // MARK: Elements

    private mutating func read(_ element: DateLayout.Element, following index: Int) throws(Fault) {
        switch element {
        case .longMonth: month = try name(of: CivilDate.months) + 1
        case .month: month = try name(of: CivilDate.months.map { String($0.prefix(3)) }) + 1
        case .monthNumber, .twoDigitMonth:
            month = try checked(number(2, isExact: element == .twoDigitMonth), 1...12, "month")
        case .longWeekday: _ = try name(of: CivilDate.weekdays)
        case .weekday: _ = try name(of: CivilDate.weekdays.map { String($0.prefix(3)) })
        case .day, .paddedDay, .twoDigitDay:
            if element == .paddedDay { _ = skip(byte: 0x20) }
            day = try number(2, isExact: element == .twoDigitDay)
        case .paddedDayOfYear, .threeDigitDayOfYear:
            if element == .paddedDayOfYear { for _ in 0..<2 { _ = skip(byte: 0x20) } }
            dayOfYear = try number(3, isExact: element == .threeDigitDayOfYear)
        case .hour: hour = try checked(number(2), 0...23, "hour")
        case .hour12, .twoDigitHour12:
            hour = try checked(number(2, isExact: element == .twoDigitHour12), 0...12, "hour")
        case .minute, .twoDigitMinute:
            minute = try checked(number(2, isExact: element == .twoDigitMinute), 0...59, "minute")
        case .second, .twoDigitSecond:
            second = try checked(number(2, isExact: element == .twoDigitSecond), 0...59, "second")
            try readUnaskedFraction(index)
        case .longYear: year = Int64(try digits(4))
        case .year:
            let number = try digits(2)
            year = Int64(number >= 69 ? number + 1900 : number + 2000)
        case .upperHalf: isAfternoon = try half(["AM", "PM"])
        case .lowerHalf: isAfternoon = try half(["am", "pm"])
        case .zoneName: try readZoneName()
        case .offset(let form): try readOffset(form)
        case .fraction(let digits, let isTrimmed, _): try readFraction(isTrimmed ? nil : digits)
        }
    }

    /// Reads a fraction after seconds for which the layout has no element.
    private mutating func readUnaskedFraction(_ index: Int) throws(Fault) {
        if case .fraction? = DateLayout.next(in: layout, from: index)?.element { return }
        try readFraction(nil)
    }

    /// Reads a fraction of so many digits, or of any number, which may be none.
    private mutating func readFraction(_ count: Int?) throws(Fault) {
        let hasMark = rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",")
        let digits = rest.dropFirst().prefix(while: GoTimeText.isDigit)
        guard let count else {
            if hasMark, !digits.isEmpty { take(digits) }
            return
        }
        guard hasMark, digits.count >= count else { throw .malformed }
        take(digits.prefix(count))
    }

    private mutating func take(_ digits: ArraySlice<UInt8>) {
        rest = rest[digits.endIndex...]
        let padded = Array(digits.prefix(9)) + Array(repeating: UInt8(ascii: "0"), count: max(0, 9 - digits.count))
        nanoseconds = padded.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    private mutating func half(_ names: [String]) throws(Fault) -> Bool {
        let index = try name(of: names, ignoringCase: false)
        return index == 1
    }

    private mutating func readZoneName() throws(Fault) {
        if rest.starts(with: "UTC".utf8) {
            zone = .utc
            rest = rest.dropFirst(3)
            return
        }
        guard let length = Self.zoneNameLength(rest) else { throw .malformed }
        zoneName = String(decoding: rest.prefix(length), as: UTF8.self)
        rest = rest.dropFirst(length)
    }

    private mutating func readOffset(_ form: DateLayout.OffsetForm) throws(Fault) {
        if form.hasZ, skip(byte: UInt8(ascii: "Z")) {
            zone = .utc
            return
        }
        guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { throw .malformed }
        rest.removeFirst()
        var parts = [0, 0, 0]
        let count = form.precision == .hours ? 1 : form.precision == .minutes ? 2 : 3
        for index in 0..<count {
            if index > 0, form.hasColons, !skip(byte: UInt8(ascii: ":")) { throw .malformed }
            parts[index] = try number(2, isExact: true)
        }
        for (part, (limit, name)) in zip(parts, [(24, "hour"), (60, "minute"), (60, "second")]) where part > limit {
            throw .outOfRange("time zone offset \(name)")
        }
        let seconds = (parts[0] * 60 + parts[1]) * 60 + parts[2]
        offset = sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    // MARK: Pieces

    private func checked(_ value: Int, _ range: ClosedRange<Int>, _ name: String) throws(Fault) -> Int {
        guard range.contains(value) else { throw .outOfRange(name) }
        return value
    }

    private mutating func skip(byte: UInt8) -> Bool {
        guard rest.first == byte else { return false }
        rest.removeFirst()
        return true
    }

    /// Skips the text between elements; spaces match any number of them.
    private mutating func skip(_ prefix: ArraySlice<UInt8>) -> Bool {
        var prefix = prefix
        while let byte = prefix.first {
            if byte == 0x20 {
                if let next = rest.first, next != 0x20 { return false }
                prefix = prefix.drop { $0 == 0x20 }
                rest = rest.drop { $0 == 0x20 }
            } else {
                guard skip(byte: byte) else { return false }
                prefix.removeFirst()
            }
        }
        return true
    }

    /// A number of at most, or exactly, so many digits.
    private mutating func number(_ limit: Int, isExact: Bool = false) throws(Fault) -> Int {
        let digits = rest.prefix(limit).prefix(while: GoTimeText.isDigit)
        guard !digits.isEmpty, !isExact || digits.count == limit else { throw .malformed }
        rest = rest[digits.endIndex...]
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    private mutating func digits(_ count: Int) throws(Fault) -> Int { try number(count, isExact: true) }

    /// The number of the name that comes next.
    private mutating func name(of names: [String], ignoringCase: Bool = true) throws(Fault) -> Int {
        let mask: UInt8 = ignoringCase ? 0x20 : 0
        for (index, name) in names.enumerated() {
            if rest.prefix(name.utf8.count).lazy.map({ $0 | mask }).elementsEqual(name.utf8.lazy.map { $0 | mask }) {
                rest = rest.dropFirst(name.utf8.count)
                return index
            }
        }
        throw .malformed
    }

    /// How many bytes look like the abbreviation of a zone.
    private static func zoneNameLength(_ text: ArraySlice<UInt8>) -> Int? {
        guard text.count >= 3 else { return nil }
        if text.starts(with: "ChST".utf8) || text.starts(with: "MeST".utf8) { return 4 }
        if text.starts(with: "GMT".utf8) { return 3 + (hourOffsetLength(text.dropFirst(3)) ?? 0) }
        if text.first == UInt8(ascii: "+") || text.first == UInt8(ascii: "-") { return hourOffsetLength(text) }
        let letters = text.prefix(6).prefix { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
        switch letters.count {
        case 3: return 3
        case 4: return letters.last == UInt8(ascii: "T") || letters.elementsEqual("WITA".utf8) ? 4 : nil
        case 5: return letters.last == UInt8(ascii: "T") ? 5 : nil
        default: return nil
        }
    }

    /// The length of `+3` or `-11`, up to 23 hours.
    private static func hourOffsetLength(_ text: ArraySlice<UInt8>) -> Int? {
        guard let sign = text.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        let digits = text.dropFirst().prefix(while: GoTimeText.isDigit)
        guard let hours = Int(String(decoding: digits, as: UTF8.self)), hours <= 23 else { return nil }
        return 1 + digits.count
    }

    // MARK: Result

    private mutating func time() throws(FunctionError) -> GoTime {
        if isAfternoon == true, hour < 12 { hour += 12 } else if isAfternoon == false, hour == 12 { hour = 0 }
        let date = try date()
        let seconds = Int64(hour * 3600 + minute * 60 + second)
        let time = GoTime(date, seconds: seconds, nanoseconds: nanoseconds, location: .utc)
        if zone != nil { return time }
        if let offset {
            let moment = GoTime(seconds: time.seconds - Int64(offset), nanoseconds: nanoseconds)
            if offset == 0, zoneName == nil { return moment }
            return moment.in(.fixed(.init(name: zoneName ?? "", offset: offset)))
        }
        guard let zoneName else { return time }
        let hours = zoneName.hasPrefix("GMT") ? Int(zoneName.dropFirst(3)) ?? 0 : 0
        return time.in(.fixed(.init(name: zoneName, offset: hours * 3600)))
    }

    private func date() throws(FunctionError) -> CivilDate {
        var date = CivilDate(year: year, month: month ?? 1, day: day ?? 1)
        if let dayOfYear {
            guard dayOfYear >= 1, dayOfYear <= (CivilDate.isLeap(year) ? 366 : 365) else {
                throw failure(": day-of-year out of range")
            }
            let start = CivilDate(year: year, month: 1, day: 1).daysSince1970
            let found = CivilDate(daysSince1970: start + Int64(dayOfYear) - 1)
            if let month, month != found.month { throw failure(": day-of-year does not match month") }
            if let day, day != found.day { throw failure(": day-of-year does not match day") }
            date = found
        }
        guard date.day >= 1, date.day <= CivilDate.length(of: date.month, year) else {
            throw failure(": day out of range")
        }
        return date
    }
}
