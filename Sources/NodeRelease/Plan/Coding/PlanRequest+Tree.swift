public import YAMLTree

extension PlanRequest: NodeReadable, NodeWritable {
    /// Reads a request of a stored plan.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard var reader = PlanFieldReader(node, context) else { return nil }
        defer { reader.finish() }
        let method: Method? = reader.word("method")
        let lookup = reader.part("lookup") { Lookup(from: &$0) }
        let retry = reader.part("retry") { Retry(from: &$0) }
        let accepted: [Int] = reader.list("accepted")
        let stale: [Int] = reader.list("stale")
        let engine = reader.optional("engine", as: String.self)
        let body = reader.node("body")
        let contentType: String? = reader.optional("contentType")
        guard let method, let path = reader.path("path"), let command: ShellCommand = reader.required("command") else {
            return nil
        }
        guard !accepted.isEmpty else {
            reader.problem("accepted names no status")
            return nil
        }
        self.init(
            method,
            path,
            at: engine.map { .node($0) } ?? .cluster,
            lookup: lookup,
            contentType: contentType,
            body: body,
            accepted: accepted,
            stale: stale,
            retry: retry,
            command: command
        )
    }

    /// The request as a tree.
    public func makeNode() -> Node {
        var node: Node = ["method": .string(method.rawValue), "path": .string(path)]
        if case .node(let name) = endpoint { node["engine"] = .string(name) }
        if let lookup { node["lookup"] = lookup.node }
        if let contentType { node["contentType"] = .string(contentType) }
        if let body { node["body"] = body }
        node["accepted"] = .sequence(accepted.map { .integer($0) })
        if !stale.isEmpty { node["stale"] = .sequence(stale.map { .integer($0) }) }
        if let retry { node["retry"] = retry.node }
        node["command"] = command.makeNode()
        return node
    }
}

extension PlanFieldReader {
    /// A path of an API: it begins with a slash, and has no characters that would end the line of a request.
    mutating func path(_ key: String) -> String? {
        guard let path: String = required(key) else { return nil }
        guard path.utf8.first == UInt8(ascii: "/"), path.utf8.allSatisfy({ 0x21..<0x7F ~= $0 }) else {
            problem("\(key) is no path", at: node(key)?.location)
            return nil
        }
        return path
    }

    /// A JSON pointer.
    mutating func pointer(_ key: String) -> JSONPointer? {
        guard let text: String = required(key) else { return nil }
        guard let pointer = JSONPointer(text) else {
            problem("\(key) is no JSON pointer", at: node(key)?.location)
            return nil
        }
        return pointer
    }
}

extension PlanRequest.Lookup {
    fileprivate init?(from reader: inout PlanFieldReader) {
        guard let parameter: String = reader.required("parameter"), let path = reader.path("path"),
            let field = reader.pointer("field")
        else { return nil }
        self.init(parameter, path: path, field: field)
    }

    fileprivate var node: Node {
        ["parameter": .string(parameter), "path": .string(path), "field": .string(field.description)]
    }
}

extension PlanRequest.Retry {
    fileprivate init?(from reader: inout PlanFieldReader) {
        let statuses: [Int] = reader.list("statuses")
        guard let pace: Pace = reader.required("pace") else { return nil }
        self.init(statuses, pace)
    }

    fileprivate var node: Node {
        ["statuses": .sequence(statuses.map { .integer($0) }), "pace": pace.makeNode()]
    }
}

extension ShellCommand: NodeReadable, NodeWritable {
    /// Reads a command of a stored plan.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard var reader = PlanFieldReader(node, context) else { return nil }
        defer { reader.finish() }
        self.init(reader.list("arguments"), input: reader.optional("input"))
        guard !arguments.isEmpty else {
            reader.problem("a command has no arguments")
            return nil
        }
    }

    /// The command as a tree.
    public func makeNode() -> Node {
        var node: Node = ["arguments": arguments.makeNode()]
        if let input { node["input"] = .string(input) }
        return node
    }
}
