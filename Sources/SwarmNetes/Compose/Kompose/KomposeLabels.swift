import ComposeModel
public import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

extension FindingCode {
    /// A label of kompose has a value from which nothing follows.
    public static let komposeLabelIgnored: FindingCode = "compose.kompose-label-ignored"
}

/// The labels by which kompose's users say what Compose does not, on a service or volume.
///
/// Their meaning is that of kompose's user guide. Values that break it are noted, and change nothing.
struct KomposeLabels {
    static let prefix = "kompose."

    private let values: OrderedDictionary<String, String>
    /// The labels from whose values nothing follows.
    private(set) var ignored: [String] = []

    /// The labels of kompose among `labels`; nil when there are none, which is usual.
    init?(_ labels: OrderedDictionary<String, String>, _ further: OrderedDictionary<String, String> = [:]) {
        guard
            labels.keys.contains(where: { $0.hasPrefix(Self.prefix) })
                || further.keys.contains(where: { $0.hasPrefix(Self.prefix) })
        else { return nil }
        values = further.merging(labels) { $1 }.filter { $0.key.hasPrefix(Self.prefix) }
    }

    /// The value of a label, without spaces at its ends.
    subscript(_ name: String) -> String? { values[Self.prefix + name]?[...].trimmingSpaces }

    /// What `read` makes of a label; a label of which it makes nothing is noted.
    mutating func value<Value>(_ name: String, _ read: (String) -> Value?) -> Value? {
        guard let text = self[name] else { return nil }
        if let value = read(text) { return value }
        ignored.append(Self.prefix + name)
        return nil
    }

    mutating func number(_ name: String, in range: ClosedRange<Int> = 0...Int(Int32.max)) -> Int? {
        value(name) { Int($0).flatMap { range.contains($0) ? $0 : nil } }
    }

    mutating func port(_ name: String) -> Int? { number(name, in: 1...65535) }

    mutating func isTrue(_ name: String) -> Bool? {
        value(name) { ["true": true, "false": false][$0.lowercased()] }
    }

    mutating func duration(_ name: String) -> Duration? {
        value(name) { ComposeDuration($0).map(Duration.init) }
    }

    mutating func bytes(_ name: String) -> Int64? {
        value(name) { Quantity($0).flatMap { $0 > .zero ? Int64($0.units) : nil } }
    }

    /// A list in brackets, or words as a shell takes them.
    mutating func words(_ name: String) -> [String]? {
        value(name) { text in
            guard text.hasPrefix("[") else {
                let commands = ShellLine(text)?.commands ?? []
                return commands.count == 1 ? commands[0] : ["/bin/sh", "-c", text]
            }
            return Self.list(text)
        }
    }

    mutating func ignore(_ name: String) { ignored.append(Self.prefix + name) }
}
