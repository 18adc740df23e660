import Diagnostics
import YAMLTree

/// What a stack file can say about a key.
indirect enum StackRule: Sendable {
    /// The same as a Compose file.
    case keep
    /// The same, for versions from `3.<minor>` on.
    case since(Int, StackRule)
    /// A mapping with keys of its own.
    case keys(StackKeys)
    /// A list, item by item.
    case items(StackRule)
    /// A mapping from names, value by value.
    case values(StackRule)
    /// The same in another form; nil leaves the key out.
    case convert(@Sendable (Node) -> Node?)
    /// Nothing; the loss is worth a finding unless it is none.
    case drop(StackLoss?)
}

/// What is lost with a key.
struct StackLoss: Sendable {
    var severity: Finding.Severity
    var reason: String
    var remedy: String?

    /// A Swarm has no such thing.
    static func ignored(_ remedy: String? = nil) -> StackLoss {
        StackLoss(severity: .dropped, reason: "a Swarm ignores it", remedy: remedy)
    }

    /// The format has no such key.
    static func unknown(_ remedy: String? = nil) -> StackLoss {
        StackLoss(severity: .dropped, reason: "a stack file has no such key", remedy: remedy)
    }

    /// Nothing that runs depends on it.
    static func harmless(_ reason: String) -> StackLoss {
        StackLoss(severity: .notice, reason: reason, remedy: nil)
    }
}

/// The keys of a mapping in a stack file.
final class StackKeys: Sendable {
    let rules: [String: StackRule]
    let takesExtensions: Bool

    init(_ rows: KeyValuePairs<String, StackRule>, takesExtensions: Bool = false) {
        self.rules = Dictionary(rows.map { ($0.key, $0.value) }) { first, _ in first }
        self.takesExtensions = takesExtensions
    }
}
