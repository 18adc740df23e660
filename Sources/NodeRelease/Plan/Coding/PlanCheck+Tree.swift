public import YAMLTree

extension PlanCheck: NodeReadable, NodeWritable {
    /// Reads a check of a stored plan.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard var reader = PlanFieldReader(node, context) else { return nil }
        defer { reader.finish() }
        let acceptsAbsence = reader.optional("acceptsAbsence", as: Bool.self) ?? false
        guard let statement: String = reader.required("statement"), let path = reader.path("path"),
            let condition = Condition(from: &reader), let command: ShellCheck = reader.required("command")
        else { return nil }
        self.init(statement, path: path, condition, acceptsAbsence: acceptsAbsence, command: command)
    }

    /// The check as a tree.
    public func makeNode() -> Node {
        var node: Node = ["statement": .string(statement), "path": .string(path)]
        condition.write(to: &node)
        if acceptsAbsence { node["acceptsAbsence"] = true }
        node["command"] = command.makeNode()
        return node
    }
}

extension PlanCheck.Condition {
    fileprivate init?(from reader: inout PlanFieldReader) {
        let kinds = ["equals", "differs", "isEmpty", "hasOnly"]
        let present = reader.present(kinds)
        guard present.count == 1, let kind = present.first else {
            reader.problem("a check has one of \(kinds.joined(separator: ", "))")
            return nil
        }
        let condition: PlanCheck.Condition? = reader.part(kind) { part in
            guard let field = part.pointer("field") else { return nil }
            switch kind {
            case "equals": return part.required("value").map { .equals(field, $0) }
            case "differs": return part.required("value").map { .differs(field, $0) }
            case "isEmpty": return .isEmpty(field)
            default: return part.pointer("member").map { .hasOnly(field, member: $0, part.list("values")) }
            }
        }
        guard let condition else { return nil }
        self = condition
    }

    fileprivate func write(to node: inout Node) {
        switch self {
        case .equals(let field, let value):
            node["equals"] = ["field": .string(field.description), "value": .string(value)]
        case .differs(let field, let value):
            node["differs"] = ["field": .string(field.description), "value": .string(value)]
        case .isEmpty(let field):
            node["isEmpty"] = ["field": .string(field.description)]
        case .hasOnly(let field, let member, let values):
            node["hasOnly"] = [
                "field": .string(field.description), "member": .string(member.description),
                "values": values.makeNode(),
            ]
        }
    }
}

extension ShellCheck: NodeReadable, NodeWritable {
    /// Reads the command of a check.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard var reader = PlanFieldReader(node, context) else { return nil }
        defer { reader.finish() }
        let arguments: [String] = reader.list("arguments")
        let kinds = ["prints", "printsOther", "printsOnly"]
        guard !arguments.isEmpty, reader.present(kinds).count <= 1 else {
            reader.problem("a command has arguments, and at most one of \(kinds.joined(separator: ", "))")
            return nil
        }
        if let text = reader.optional("prints", as: String.self) {
            self.init(arguments, .prints(text))
        } else if let text = reader.optional("printsOther", as: String.self) {
            self.init(arguments, .printsOther(text))
        } else if reader.node("printsOnly") != nil {
            self.init(arguments, .printsOnly(reader.list("printsOnly")))
        } else {
            self.init(arguments, .printsNothing)
        }
    }

    /// The command and what it has to print, as a tree.
    public func makeNode() -> Node {
        var node: Node = ["arguments": command.arguments.makeNode()]
        switch expectation {
        case .prints(let text): node["prints"] = .string(text)
        case .printsOther(let text): node["printsOther"] = .string(text)
        case .printsOnly(let lines): node["printsOnly"] = lines.makeNode()
        case .printsNothing: break
        }
        return node
    }
}
