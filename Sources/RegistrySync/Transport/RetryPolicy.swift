/// When a request that failed is sent again: after 429 when the registry says so, after faults of the server or the link
/// with growing pauses.
public struct RetryPolicy: Sendable, Hashable {
    /// How often one request, or one part of a transfer, is tried in all. A transfer that has moved on since its last
    /// fault starts counting anew.
    public var attempts = 6
    /// The pause after the first fault; it doubles with each.
    public var firstPause: Duration = .milliseconds(250)
    /// The longest pause between two attempts.
    public var longestPause: Duration = .seconds(30)
    /// The longest pause that a registry may ask for by `Retry-After`; a longer one is a failure, said at once.
    public var longestRetryAfter: Duration = .seconds(600)

    /// Creates the defaults.
    public init() {}

    /// The pause after `failures` faults in a row: at random between half of the full pause and the whole, so that many
    /// clients do not come back at the same moment.
    func pause(after failures: Int, random: (ClosedRange<Double>) -> Double = { Double.random(in: $0) }) -> Duration {
        let doubled = firstPause * Int(1 << min(max(failures - 1, 0), 20))
        return min(doubled, longestPause) * random(0.5...1)
    }

    /// What `Retry-After` asks for, in seconds or as a date (RFC 9110, 10.2.3); nil if it cannot be read.
    static func retryAfter(_ value: String, now: Int64) -> Duration? {
        if let seconds = Int64(value.filter { $0 != " " }), seconds >= 0 {
            return .seconds(min(seconds, 1 << 31))
        }
        guard let date = HTTPDate.seconds(value) else { return nil }
        return .seconds(max(0, date - now))
    }
}

/// Dates as HTTP writes them: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Seconds since 1970; nil if `text` is no such date.
    static func seconds(_ text: String) -> Int64? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int64(parts[1]), (1...31).contains(day),
            let month = months.firstIndex(of: String(parts[2])), let year = Int64(parts[3]),
            (1970...9999).contains(year)
        else { return nil }
        let clock = parts[4].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        return days(year, Int64(month) + 1, day) * 86400 + clock[0] * 3600 + clock[1] * 60 + clock[2]
    }

    /// Days since 1970 of a day of the Gregorian calendar; years begin in March, so that the leap day ends one.
    private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468
    }
}
