/// One execution of a template: its variables, its output and where it is.
final class Rendering {
    struct Variable {
        var number: Int
        var operand: Operand
    }

    /// How a list of nodes ended.
    enum Flow {
        case next, leaveLoop, nextTurn
    }

    let templates: TemplateSet
    /// Definitions of the texts that are run while others run, in sight for that time; the innermost last.
    private var overlays: [[ByteString: TemplateDefinition]] = []
    let limits: RenderLimits
    private let stackLimit = StackSpace.limit

    /// What the templates have written.
    var output: [UInt8] = []
    /// Declared variables, the innermost last; `$` is number 0.
    var variables: [Variable] = []
    /// The node in work, for errors: as in Go the one that was begun last, not the innermost around it.
    var node: SyntaxNode
    /// The template in work.
    var definition: TemplateDefinition

    private var steps = 0
    private var expressions: [ObjectIdentifier: ByteString] = [:]
    private var writtenBytes = 0
    var depth = 0

    init(_ templates: TemplateSet) {
        self.templates = templates
        limits = templates.options.limits
        node = SyntaxNode(0, .dot)
        definition = TemplateDefinition(
            name: ByteString(),
            source: TemplateSource(name: ByteString(), bytes: []),
            body: []
        )
    }

    // MARK: Templates

    /// What the template `name` writes for `data`.
    func execute(template name: ByteString, _ data: Value) throws(TemplateError) -> ByteString {
        guard let definition = template(name) else {
            let (name, set) = (GoQuote.quoted(name.bytes), GoQuote.quoted(templates.options.name.bytes))
            let (shown, shownSet) = (String(decoding: name, as: UTF8.self), String(decoding: set, as: UTF8.self))
            let message = "template: no template \(shown) associated with template \(shownSet)"
            throw TemplateError(.execution, message: ByteString(message))
        }
        return try capture { () throws(TemplateError) in try run(definition, Operand(data.unwrapped)) }
    }

    /// What the text writes for `data`. Its definitions are in sight for that time.
    func execute(text: ByteString, named name: ByteString, _ data: Value) throws(TemplateError) -> ByteString {
        let definitions = try templates.cache.definitions(of: text, named: name) { () throws(TemplateError) in
            try templates.parsed(text, named: name)
        }
        var overlay: [ByteString: TemplateDefinition] = [:]
        for definition in definitions where !definition.isBlank || template(definition.name) == nil {
            overlay[definition.name] = definition
        }
        overlays.append(overlay)
        defer { overlays.removeLast() }
        guard let main = definitions.last(where: { $0.name == name }) else { return ByteString() }
        return try capture { () throws(TemplateError) in try run(main, Operand(data.unwrapped)) }
    }

    /// The template of that name that is in sight.
    func template(_ name: ByteString) -> TemplateDefinition? {
        for overlay in overlays.reversed() {
            if let definition = overlay[name] { return definition }
        }
        return templates.definitions[name]
    }

    /// Runs a template with variables of its own.
    func run(_ definition: TemplateDefinition, _ dot: Operand) throws(TemplateError) {
        guard depth < limits.depth, StackSpace.isLeft(above: stackLimit) else {
            // The number is that of Go, which allows its stack to grow further.
            throw fault("exceeded maximum template depth (100000)")
        }
        let outer = (self.definition, variables, node)
        depth += 1
        defer {
            depth -= 1
            (self.definition, variables, node) = outer
        }
        self.definition = definition
        variables = [Variable(number: 0, operand: dot)]
        _ = try walk(definition.body, dot)
    }

    private func capture(_ body: () throws(TemplateError) -> Void) throws(TemplateError) -> ByteString {
        let outer = output
        output = []
        defer { output = outer }
        try body()
        return ByteString(output)
    }

    // MARK: Limits

    /// Counts steps, which the next call of ``step()`` checks.
    func count(steps count: Int) {
        steps += count
    }

    /// Counts a step.
    func step() throws(TemplateError) {
        steps += 1
        if steps > limits.steps { throw limit("more than \(limits.steps) steps") }
    }

    /// Makes sure that the call stack has room.
    func checkStack() throws(TemplateError) {
        if !StackSpace.isLeft(above: stackLimit) { throw limit("expressions and templates nest too deep") }
    }

    func write(_ bytes: [UInt8]) throws(TemplateError) {
        writtenBytes += bytes.count
        if writtenBytes > limits.outputBytes { throw limit("more than \(limits.outputBytes) bytes of output") }
        output += bytes
    }

    // MARK: Errors

    func fault(_ message: String) -> TemplateError {
        TemplateError(.execution, frames: [frame(at: node)], message: ByteString(message))
    }

    private func limit(_ message: String) -> TemplateError {
        let text = "rendering stopped: \(message); raise the limit if the template is trusted"
        return TemplateError(.limit, frames: [frame(at: node)], message: ByteString(text))
    }

    /// The text of a node, made once: a chain of errors cites the same node as often as it is entered.
    private func expression(of node: SyntaxNode) -> ByteString {
        if let text = expressions[ObjectIdentifier(node)] { return text }
        let text = node.goText
        expressions[ObjectIdentifier(node)] = text
        return text
    }

    func frame(at node: SyntaxNode, lead: ByteString = ByteString()) -> TemplateError.Frame {
        let (line, column) = definition.source.location(of: node.position)
        return TemplateError.Frame(
            source: definition.source.name,
            line: line,
            column: column,
            executing: definition.name,
            expression: expression(of: node),
            lead: lead
        )
    }
}

extension Rendering: FunctionContext {
    func execute(_ name: ByteString, _ data: Value) throws -> ByteString {
        try execute(template: name, data)
    }

    func execute(text: ByteString, named name: String, _ data: Value) throws -> ByteString {
        try execute(text: text, named: ByteString(name), data)
    }
}
