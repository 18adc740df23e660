/// Templates by name, with the functions that they call: Go's `text/template.Template`.
///
/// Parsing adds to it. A set is a value: executing it changes nothing, and many threads can execute it at once.
package struct TemplateSet: Sendable {
    let functions: FunctionTable
    let options: TemplateOptions
    let cache = TextCache()
    private(set) var definitions: [ByteString: TemplateDefinition] = [:]

    /// How deep the constructs of a text may nest.
    private static let nestingLimit = 10_000
    /// How deep on any thread. Deeper texts are parsed on a thread with a large stack.
    private static let smallNestingLimit = 40

    /// An empty set. The built-in functions of Go come by themselves; `functions` may hide them.
    package init(functions: FunctionTable, options: TemplateOptions = TemplateOptions()) {
        self.functions = functions
        self.options = options
    }

    /// Adds the template `name` and those that its text defines. Later definitions win, but a blank one, as a file of
    /// nothing but definitions is, replaces none.
    ///
    /// - Throws: where the text is no template, with Go's message. The set stays as it was.
    package mutating func parse(_ text: ByteString, named name: ByteString) throws(TemplateError) {
        for definition in try parsed(text, named: name) { add(definition) }
    }

    /// Runs the template `name` on `data` and returns what it writes.
    ///
    /// - Throws: the first fault, or the limit that was reached.
    package func execute(_ name: ByteString, _ data: Value) throws(TemplateError) -> ByteString {
        try StackSpace.withLargeStack { () throws(TemplateError) in
            try Rendering(self).execute(template: name, data)
        }
    }

    /// Whether there is a template of that name.
    package func contains(_ name: ByteString) -> Bool { definitions[name] != nil }

    /// The body of the template `name` as Go prints it: normalised actions, without comments and trim markers. Parsed
    /// again it prints the same, unless trimming has moved text that ends in `{` to an action.
    package func goText(of name: ByteString) -> ByteString? {
        guard let definition = definitions[name] else { return nil }
        var writer = SyntaxWriter()
        writer.write(definition.body)
        return ByteString(writer.bytes)
    }

    /// The definitions of a text, the text itself among them, without adding them.
    func parsed(_ text: ByteString, named name: ByteString) throws(TemplateError) -> [TemplateDefinition] {
        do {
            return try Parser.definitions(
                of: text,
                named: name,
                functions: functions,
                nestingLimit: Self.smallNestingLimit
            )
        } catch  where error.kind == .limit {
            return try StackSpace.withLargeStack { () throws(TemplateError) in
                try Parser.definitions(of: text, named: name, functions: functions, nestingLimit: Self.nestingLimit)
            }
        }
    }

    mutating func add(_ definition: TemplateDefinition) {
        if definitions[definition.name] != nil, definition.isBlank { return }
        definitions[definition.name] = definition
    }
}
