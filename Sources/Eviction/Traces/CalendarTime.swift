/// Times written as `2024-11-15 16:57:50`, with a space or a `T` between.
enum CalendarTime {
    /// The seconds since the year 0 in the proleptic Gregorian calendar, all days of 86,400 s; nil if `text` is no such time.
    static func seconds(_ text: ArraySlice<UInt8>) -> Int64? {
        guard text.count == 19 else { return nil }
        let marks: [(offset: Int, allowed: String)] = [(4, "-"), (7, "-"), (10, " T"), (13, ":"), (16, ":")]
        guard marks.allSatisfy({ mark in mark.allowed.utf8.contains(text[text.startIndex + mark.offset]) }) else {
            return nil
        }
        let widths = [(0, 4), (5, 2), (8, 2), (11, 2), (14, 2), (17, 2)]
        let parts = widths.compactMap { start, width in
            Int64(ascii: text[(text.startIndex + start)..<(text.startIndex + start + width)])
        }
        guard parts.count == widths.count, parts.allSatisfy({ $0 >= 0 }), (1...12).contains(parts[1]) else {
            return nil
        }
        // Years that begin in March end with the leap day.
        let year = parts[1] > 2 ? parts[0] : parts[0] - 1
        let month = (parts[1] + 9) % 12
        let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1
        return ((days * 24 + parts[3]) * 60 + parts[4]) * 60 + parts[5]
    }
}
