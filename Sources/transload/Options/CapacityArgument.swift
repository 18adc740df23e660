import ArgumentParser
import Eviction
import Foundation

/// A capacity on the command line: a number of objects, a share of them, or a size.
struct CapacityArgument: ExpressibleByArgument {
    private enum Kind {
        case objects(Int)
        case percent(Double)
        case bytes(UInt64)
    }

    private let kind: Kind

    private static let units: [(suffix: String, bytes: UInt64)] = [
        ("KiB", 1 << 10), ("MiB", 1 << 20), ("GiB", 1 << 30), ("B", 1),
    ]

    /// A share of the objects.
    init(percent: Double) { kind = .percent(percent) }

    init?(argument: String) {
        if let count = Int(argument), count > 0 {
            kind = .objects(count)
        } else if argument.hasSuffix("%"), let percent = Double(argument.dropLast()), percent > 0, percent <= 100 {
            kind = .percent(percent)
        } else {
            guard let unit = Self.units.first(where: { argument.hasSuffix($0.suffix) }),
                let number = UInt64(argument.dropLast(unit.suffix.count)), number > 0
            else { return nil }
            let (bytes, overflows) = number.multipliedReportingOverflow(by: unit.bytes)
            if overflows { return nil }
            kind = .bytes(bytes)
        }
    }

    var defaultValueDescription: String {
        switch kind {
        case .objects(let count): "\(count)"
        case .percent(let percent): "\(percent.formatted())%"
        case .bytes(let bytes): "\(bytes)B"
        }
    }

    /// The capacity for a trace of so many objects; a share is at least one of them.
    func capacity(objects: Int) -> Capacity {
        switch kind {
        case .objects(let count): .count(count)
        case .percent(let percent): .count(max(1, Int(Double(objects) * percent / 100)))
        case .bytes(let bytes): .bytes(bytes)
        }
    }
}
