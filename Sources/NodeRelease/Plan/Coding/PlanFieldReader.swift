public import Diagnostics
import YAMLTree

extension FindingCode {
    /// A stored plan lacks something, or has something that no plan has.
    public static let releasePlan: FindingCode = "release.plan"
}

/// Reads the fields of one part of a stored plan. Unlike manifests, plans have no fields but those that are known: a
/// misspelt `undo` would be a plan without undoing.
struct PlanFieldReader {
    private var reader: MappingReader
    let context: ReadingContext

    init?(_ node: Node, _ context: ReadingContext) {
        guard case .mapping(let mapping) = node.content else {
            context.wrongType(node, expected: "a mapping")
            return nil
        }
        self.reader = MappingReader(mapping, location: node.location, context: context)
        self.context = context
    }

    mutating func optional<Value: NodeReadable>(_ key: String, as type: Value.Type = Value.self) -> Value? {
        reader.value(key)
    }

    mutating func required<Value: NodeReadable>(_ key: String, as type: Value.Type = Value.self) -> Value? {
        guard reader.present(key) != nil else {
            problem("\(key) is missing", at: reader.location)
            return nil
        }
        return reader.value(key)
    }

    mutating func list<Value: NodeReadable>(_ key: String, of type: Value.Type = Value.self) -> [Value] {
        reader.list(key)
    }

    mutating func node(_ key: String) -> Node? { reader.present(key) }

    /// A word of a closed list; `fallback` when there is none.
    mutating func word<Word: RawRepresentable & CaseIterable>(_ key: String, default fallback: Word? = nil) -> Word?
    where Word.RawValue == String {
        guard let node = reader.present(key) else {
            if fallback == nil { problem("\(key) is missing", at: reader.location) }
            return fallback
        }
        if let text = node.text, let word = Word(rawValue: text) { return word }
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        context.within(.key(key)) { problem("expected one of \(words)", at: node.location) }
        return nil
    }

    /// Reads the fields of a part that is there.
    mutating func part<Value>(_ key: String, _ read: (inout PlanFieldReader) -> Value?) -> Value? {
        guard let node = reader.present(key) else { return nil }
        return context.within(.key(key)) {
            guard var part = PlanFieldReader(node, context) else { return nil }
            let value = read(&part)
            part.finish()
            return value
        }
    }

    /// The names of `keys` that are there.
    func present(_ keys: [String]) -> [String] { keys.filter { reader.mapping.contains($0) } }

    /// Reports the fields that nothing has read.
    func finish() {
        for entry in reader.unread {
            context.within(.key(entry.name)) { problem("plans have no such field", at: entry.key.location) }
        }
    }

    func problem(_ message: String, at location: SourceLocation? = nil) {
        context.problem(
            .releasePlan,
            message,
            at: location ?? reader.location,
            remedy: "Make the plan anew from a fresh inventory."
        )
    }
}
