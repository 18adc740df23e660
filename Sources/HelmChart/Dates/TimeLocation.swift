/// Where clocks show the same time: Go's `time.Location`.
struct TimeLocation: Sendable {
    /// What clocks show at some time.
    struct Zone: Hashable, Sendable {
        /// The abbreviation, such as `CET`.
        var name: String
        /// Seconds east of Greenwich.
        var offset: Int
        var isDaylightSaving = false
    }

    private enum Rules: Sendable {
        case fixed(Zone)
        case file(TimeZoneFile)
    }

    /// The name in the time zone database, `UTC`, or empty for an offset.
    let name: String
    private let rules: Rules

    static let utc = TimeLocation(name: "UTC", rules: .fixed(Zone(name: "UTC", offset: 0)))

    static func fixed(_ zone: Zone) -> TimeLocation { TimeLocation(name: zone.name, rules: .fixed(zone)) }

    private init(name: String, rules: Rules) {
        (self.name, self.rules) = (name, rules)
    }

    /// The location of a name. `Local` is UTC here, so that a chart renders everywhere alike.
    ///
    /// Nil if the name is unknown or could lead out of the folder of the database.
    init?(named name: String, file: (String) -> [UInt8]?) {
        if name.isEmpty || name == "UTC" || name == "Local" {
            self = .utc
            return
        }
        let isInside = !name.hasPrefix("/") && !name.contains("..") && !name.contains("\\") && !name.contains("\0")
        guard isInside, let bytes = file(name), let known = TimeZoneFile(bytes) else { return nil }
        self.init(name: name, rules: .file(known))
    }

    /// What clocks show at a moment in seconds since 1970-01-01T00:00:00Z.
    func zone(at seconds: Int64) -> Zone {
        switch rules {
        case .fixed(let zone): zone
        case .file(let file): file.zone(at: seconds)
        }
    }
}
