/// The schedules of cron jobs: five fields, or a word such as `@daily`.
enum CronSchedule {
    private struct Part {
        let name: String
        let range: ClosedRange<Int>
        var names: [String] = []
        /// The number of the first name.
        var firstName = 0
    }

    private static let parts = [
        Part(name: "minute", range: 0...59),
        Part(name: "hour", range: 0...23),
        Part(name: "day of the month", range: 1...31),
        Part(
            name: "month",
            range: 1...12,
            names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
            firstName: 1
        ),
        Part(name: "day of the week", range: 0...6, names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]),
    ]

    private static let words: Set<String> = [
        "@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly",
    ]

    /// What is wrong with a schedule; nil when nothing is.
    static func problem(_ text: String) -> String? {
        if text.hasPrefix("@") {
            if words.contains(text) { return nil }
            let every = "@every "
            return text.hasPrefix(every) && GoDuration(String(text.dropFirst(every.count))) != nil
                ? nil : "is not a known word such as @daily or @every 1h"
        }
        let fields = text.split(whereSeparator: \.isWhitespace)
        guard fields.count == parts.count else { return "must have five fields" }
        return zip(fields, parts).lazy.compactMap { problem($0, $1) }.first
    }

    private static func problem(_ field: Substring, _ part: Part) -> String? {
        field.split(separator: ",").lazy.compactMap { problem(ofItem: $0, part) }.first
    }

    /// `*`, `5`, `1-5`, `*/2`, `1-9/2`.
    private static func problem(ofItem item: Substring, _ part: Part) -> String? {
        let steps = item.split(separator: "/", omittingEmptySubsequences: false)
        guard steps.count <= 2 else { return "has too many slashes in the field for the \(part.name)" }
        if steps.count == 2 {
            guard let step = number(steps[1]), step > 0 else {
                return "must have a step greater than 0 in the field for the \(part.name)"
            }
        }
        let ends = steps[0].split(separator: "-", omittingEmptySubsequences: false)
        if ends[0] == "*" || ends[0] == "?" { return nil }
        guard ends.count <= 2 else { return "has too many hyphens in the field for the \(part.name)" }
        guard let low = value(ends[0], part), let high = value(ends[ends.count - 1], part) else {
            return "must have numbers in the field for the \(part.name)"
        }
        guard part.range.contains(low), part.range.contains(high), low <= high else {
            return
                "must lie between \(part.range.lowerBound) and \(part.range.upperBound) in the field for the \(part.name)"
        }
        return nil
    }

    private static func value(_ text: Substring, _ part: Part) -> Int? {
        part.names.firstIndex(of: text.lowercased()).map { $0 + part.firstName } ?? number(text)
    }

    private static func number(_ text: Substring) -> Int? { Int(text).flatMap { $0 >= 0 ? $0 : nil } }
}
