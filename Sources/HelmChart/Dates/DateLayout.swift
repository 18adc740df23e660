/// A layout of Go's package time: a text in which the parts of the moment Mon Jan 2 15:04:05 MST 2006 stand for those of
/// any other.
struct DateLayout {
    enum Element: Hashable {
        case longMonth, month, monthNumber, twoDigitMonth
        case longWeekday, weekday
        case day, paddedDay, twoDigitDay, paddedDayOfYear, threeDigitDayOfYear
        case hour, hour12, twoDigitHour12, minute, twoDigitMinute, second, twoDigitSecond
        case longYear, year
        case upperHalf, lowerHalf
        case zoneName
        case offset(OffsetForm)
        case fraction(digits: Int, isTrimmed: Bool, separator: UInt8)
    }

    struct OffsetForm: Hashable {
        enum Precision {
            case hours, minutes, seconds
        }

        /// Whether UTC is `Z`.
        var hasZ: Bool
        var hasColons: Bool
        var precision: Precision
    }

    /// Reads the next element of a layout from `index` on.
    ///
    /// - Returns: Where it begins and ends; nil if there is none.
    static func next(in layout: [UInt8], from index: Int) -> (element: Element, range: Range<Int>)? {
        for start in index..<max(index, layout.count) {
            let rest = layout[start...]
            if layout[start] == UInt8(ascii: ".") || layout[start] == UInt8(ascii: ",") {
                if let found = fraction(rest) { return found }
            }
            // The line in front of a year is just a line.
            if rest.starts(with: "_2006".utf8) { return (.longYear, (start + 1)..<(start + 5)) }
            for (text, element) in elements[layout[start]] ?? [] where rest.starts(with: text) {
                let end = start + text.count
                if isName(element), end < layout.count, layout[end] >= 0x61, layout[end] <= 0x7A { continue }
                return (element, start..<end)
            }
        }
        return nil
    }

    /// `Jan` and `Mon` are none at the start of longer words.
    private static func isName(_ element: Element) -> Bool { element == .month || element == .weekday }

    private static func fraction(_ rest: ArraySlice<UInt8>) -> (element: Element, range: Range<Int>)? {
        let start = rest.startIndex
        guard let digit = rest.dropFirst().first, digit == UInt8(ascii: "0") || digit == UInt8(ascii: "9") else {
            return nil
        }
        let digits = rest.dropFirst().prefix { $0 == digit }
        if let next = rest[digits.endIndex...].first, GoTimeText.isDigit(next) { return nil }
        let isTrimmed = digit == UInt8(ascii: "9")
        return (
            .fraction(digits: digits.count, isTrimmed: isTrimmed, separator: rest[start]), start..<digits.endIndex
        )
    }

    /// The elements by their first byte, longer ones first.
    private static let elements: [UInt8: [(text: [UInt8], element: Element)]] = {
        var table: [(String, Element)] = [
            ("January", .longMonth), ("Jan", .month), ("1", .monthNumber), ("01", .twoDigitMonth),
            ("Monday", .longWeekday), ("Mon", .weekday), ("2", .day), ("_2", .paddedDay), ("02", .twoDigitDay),
            ("__2", .paddedDayOfYear), ("002", .threeDigitDayOfYear), ("15", .hour), ("3", .hour12),
            ("03", .twoDigitHour12), ("4", .minute), ("04", .twoDigitMinute), ("5", .second), ("05", .twoDigitSecond),
            ("2006", .longYear), ("06", .year), ("PM", .upperHalf), ("pm", .lowerHalf), ("MST", .zoneName),
        ]
        for (mark, hasZ) in [("-", false), ("Z", true)] {
            table.append((mark + "07", .offset(.init(hasZ: hasZ, hasColons: false, precision: .hours))))
            table.append((mark + "0700", .offset(.init(hasZ: hasZ, hasColons: false, precision: .minutes))))
            table.append((mark + "07:00", .offset(.init(hasZ: hasZ, hasColons: true, precision: .minutes))))
            table.append((mark + "070000", .offset(.init(hasZ: hasZ, hasColons: false, precision: .seconds))))
            table.append((mark + "07:00:00", .offset(.init(hasZ: hasZ, hasColons: true, precision: .seconds))))
        }
        let rows = table.map { (text: Array($0.0.utf8), element: $0.1) }.sorted { $0.text.count > $1.text.count }
        return Dictionary(grouping: rows) { $0.text[0] }
    }()
}
