/// Hours of the day in which images may move, such as 22:00-06:00, in UTC.
public struct DailyWindow: Sendable, Hashable, CustomStringConvertible {
    /// The minute of the day at which it opens.
    public let opens: Int
    /// The minute of the day at which it closes. A window that closes before it opens spans midnight; one that closes when it
    /// opens is always open.
    public let closes: Int

    private static let minutesOfDay = 24 * 60

    /// Reads `HH:MM-HH:MM`; nil for anything else.
    public init?(_ text: String) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let opens = Self.minute(ends[0]), let closes = Self.minute(ends[1]) else { return nil }
        self.opens = opens
        self.closes = closes
    }

    private static func minute(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2,
            parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), hour <= 23, minute <= 59
        else { return nil }
        return hour * 60 + minute
    }

    /// How many seconds until the window is open; 0 while it is.
    public func secondsUntilOpen(at secondsSinceEpoch: Int64) -> Int64 {
        let day = Int64(Self.minutesOfDay * 60)
        let now = ((secondsSinceEpoch % day) + day) % day
        let start = Int64(opens * 60)
        let sinceOpening = (now - start + day) % day
        let length = (Int64(closes * 60) - start + day) % day
        return length == 0 || sinceOpening < length ? 0 : day - sinceOpening
    }

    /// `HH:MM-HH:MM`.
    public var description: String { "\(Self.text(opens))-\(Self.text(closes))" }

    private static func text(_ minute: Int) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(two(minute / 60)):\(two(minute % 60))"
    }
}
