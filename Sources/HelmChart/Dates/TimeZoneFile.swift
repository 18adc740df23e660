/// A file of the time zone database, in the format TZif (RFC 9636).
struct TimeZoneFile: Sendable {
    private typealias Zone = TimeLocation.Zone

    private var transitions: [(time: Int64, zone: Int)] = []
    private var zones: [TimeLocation.Zone] = []
    /// The rule for times after the last transition.
    private var rule: TimeZoneRule?

    /// Nil if the bytes are no such file.
    init?(_ bytes: [UInt8]) {
        var reader = Reader(bytes: bytes)
        guard let first = reader.header() else { return nil }
        if first.version == 0 {
            guard read(&reader, first, width: 4) else { return nil }
        } else {
            reader.index += first.length(width: 4)
            guard let second = reader.header(), read(&reader, second, width: 8) else { return nil }
            let footer = bytes[min(reader.index, bytes.count)...].dropFirst().prefix { $0 != 0x0A }
            rule = TimeZoneRule(String(decoding: footer, as: UTF8.self))
        }
        if zones.isEmpty { return nil }
    }

    private mutating func read(_ reader: inout Reader, _ header: Header, width: Int) -> Bool {
        guard reader.index + header.length(width: width) <= reader.bytes.count, header.zones > 0 else { return false }
        let times = (0..<header.times).map { _ in reader.integer(width) }
        let numbers = (0..<header.times).map { _ in Int(reader.integer(1) & 0xFF) }
        let types = (0..<header.zones).map { _ in
            (
                offset: Int(reader.integer(4)), isDaylightSaving: reader.integer(1) != 0,
                name: Int(reader.integer(1) & 0xFF)
            )
        }
        let names = reader.bytes[reader.index..<(reader.index + header.characters)]
        for type in types {
            guard type.name < names.count else { return false }
            let name = names[(names.startIndex + type.name)...].prefix { $0 != 0 }
            zones.append(
                Zone(
                    name: String(decoding: name, as: UTF8.self),
                    offset: type.offset,
                    isDaylightSaving: type.isDaylightSaving
                )
            )
        }
        guard numbers.allSatisfy({ $0 < zones.count }) else { return false }
        transitions = Array(zip(times, numbers)).map { (time: $0.0, zone: $0.1) }
        reader.index += header.characters + header.leaps * (width + 4) + header.standards + header.universals
        return true
    }

    func zone(at seconds: Int64) -> TimeLocation.Zone {
        guard let first = transitions.first, seconds >= first.time else {
            if transitions.isEmpty, let rule { return rule.zone(at: seconds) }
            return zones.first { !$0.isDaylightSaving } ?? zones[0]
        }
        var (low, high) = (0, transitions.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if transitions[middle].time <= seconds { low = middle } else { high = middle }
        }
        if low == transitions.count - 1, let rule { return rule.zone(at: seconds) }
        return zones[transitions[low].zone]
    }

    private struct Header {
        var version: UInt8
        var universals: Int
        var standards: Int
        var leaps: Int
        var times: Int
        var zones: Int
        var characters: Int

        func length(width: Int) -> Int {
            times * (width + 1) + zones * 6 + characters + leaps * (width + 4) + standards + universals
        }
    }

    private struct Reader {
        let bytes: [UInt8]
        var index = 0

        mutating func header() -> Header? {
            guard index >= 0, index + 44 <= bytes.count, bytes[index...].starts(with: "TZif".utf8) else { return nil }
            let version = bytes[index + 4]
            index += 20
            let counts = (0..<6).map { _ in Int(integer(4)) }
            guard counts.allSatisfy({ $0 >= 0 && $0 <= 1 << 20 }) else { return nil }
            return Header(
                version: version,
                universals: counts[0],
                standards: counts[1],
                leaps: counts[2],
                times: counts[3],
                zones: counts[4],
                characters: counts[5]
            )
        }

        /// A signed number, the highest byte first.
        mutating func integer(_ width: Int) -> Int64 {
            var value = Int64(Int8(bitPattern: bytes[index]))
            for offset in 1..<max(width, 1) { value = value << 8 | Int64(bytes[index + offset]) }
            index += width
            return value
        }
    }
}
