public import YAMLTree

/// A question to an API whose answer is yes or no.
public struct PlanCheck: Sendable, Equatable {
    /// What the object has to be like.
    public enum Condition: Sendable, Hashable {
        /// The field has this value.
        case equals(JSONPointer, String)
        /// The field has another value, or there is none.
        case differs(JSONPointer, String)
        /// The field is absent, null, or an empty list, mapping or text.
        case isEmpty(JSONPointer)
        /// Of the items of a list, `member` is always one of the values.
        case hasOnly(JSONPointer, member: JSONPointer, [String])
    }

    /// What is asked, for people, as a statement that is true when the answer is yes.
    public var statement: String
    /// The path and the query of the object or list that is read.
    public var path: String
    /// What the object has to be like.
    public var condition: Condition
    /// Whether the answer is yes too when there is no such object (status 404).
    public var acceptsAbsence: Bool
    /// The same as a command.
    public var command: ShellCheck

    /// Creates a check.
    public init(
        _ statement: String,
        path: String,
        _ condition: Condition,
        acceptsAbsence: Bool = false,
        command: ShellCheck
    ) {
        self.statement = statement
        self.path = path
        self.condition = condition
        self.acceptsAbsence = acceptsAbsence
        self.command = command
    }
}

extension PlanCheck.Condition {
    /// Whether a document meets the condition. O(size of the list).
    public func holds(in document: Node) -> Bool {
        switch self {
        case .equals(let field, let value): return field.value(in: document)?.text == value
        case .differs(let field, let value): return field.value(in: document)?.text != value
        case .isEmpty(let field):
            guard let node = field.value(in: document) else { return true }
            return node.isNullOrEmpty || node.text == ""
        case .hasOnly(let list, let member, let values):
            guard let node = list.value(in: document) else { return true }
            guard let items = node.sequence else { return node.isNull() }
            let known = Set(values)
            return items.allSatisfy { item in member.value(in: item)?.text.map(known.contains) ?? false }
        }
    }
}
