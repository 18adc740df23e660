/// Makes syntax trees of a template's text, with the errors of Go's text/template.
struct Parser {
    /// What belongs to one definition; those within it have their own.
    struct Scope {
        /// Tokens read ahead, the latest first.
        var tokens = [Token.none, Token.none, Token.none]
        var lookahead = 0
        /// Variables in sight by their numbers, the innermost last.
        private(set) var variables = [0]
        /// How often each is in sight.
        private var sightings = [0: 1]
        /// The line where the action in work started, or 0.
        var actionLine = 0
        /// How many `range` are open.
        var loops = 0

        func sees(_ variable: Int) -> Bool { sightings[variable, default: 0] > 0 }

        mutating func declare(_ variable: Int) {
            variables.append(variable)
            sightings[variable, default: 0] += 1
        }

        /// Forgets all variables but the first `count`.
        mutating func forgetVariables(beyond count: Int) {
            while variables.count > count, let variable = variables.popLast() {
                sightings[variable, default: 1] -= 1
            }
        }
    }

    /// What ends a list of nodes.
    enum Terminator {
        case end
        case `else`
    }

    let source: TemplateSource
    private let functions: FunctionTable
    private var lexer: Lexer
    var scope = Scope()
    /// How many constructs are open around the token in work.
    private var nesting = 0
    private let nestingLimit: Int
    private(set) var definitions: [TemplateDefinition] = []
    private var indexByName: [ByteString: Int] = [:]
    /// Variables by number, for the rendering, which compares numbers.
    private var variableNumbers: [ByteString: Int] = ["$": 0]
    private var callees: [ByteString: Callee] = [:]

    /// Definitions of `text`, the last of which is the text itself.
    static func definitions(
        of text: ByteString,
        named name: ByteString,
        functions: FunctionTable,
        nestingLimit: Int
    ) throws(TemplateError) -> [TemplateDefinition] {
        var parser = Parser(text, name, functions, nestingLimit)
        try parser.parse()
        return parser.definitions
    }

    private init(_ text: ByteString, _ name: ByteString, _ functions: FunctionTable, _ nestingLimit: Int) {
        source = TemplateSource(name: name, bytes: text.bytes)
        self.functions = functions
        self.nestingLimit = nestingLimit
        lexer = Lexer(
            text.bytes,
            breakIsKeyword: functions["break"] == nil,
            continueIsKeyword: functions["continue"] == nil
        )
    }

    private mutating func parse() throws(TemplateError) {
        var body: [SyntaxNode] = []
        while peek().kind != .endOfFile {
            if peek().kind == .leftDelimiter {
                let delimiter = next()
                if nextNonSpace().kind == .define {
                    try definition()
                    continue
                }
                backUp(over: delimiter)
            }
            let (node, terminator) = try textOrAction()
            if let terminator { throw error("unexpected \(terminator.text)") }
            if let node { body.append(node) }
        }
        try add(source.name, body)
    }

    // MARK: Tokens

    mutating func next() -> Token {
        if scope.lookahead > 0 {
            scope.lookahead -= 1
        } else {
            scope.tokens[0] = lexer.next()
        }
        return scope.tokens[scope.lookahead]
    }

    mutating func peek() -> Token {
        if scope.lookahead > 0 { return scope.tokens[scope.lookahead - 1] }
        scope.lookahead = 1
        scope.tokens[0] = lexer.next()
        return scope.tokens[0]
    }

    mutating func nextNonSpace() -> Token {
        while true {
            let token = next()
            if token.kind != .space { return token }
        }
    }

    mutating func peekNonSpace() -> Token {
        let token = nextNonSpace()
        backUp()
        return token
    }

    mutating func backUp() {
        scope.lookahead += 1
    }

    mutating func backUp(over token: Token) {
        scope.tokens[1] = token
        scope.lookahead = 2
    }

    mutating func backUp(over first: Token, _ second: Token) {
        scope.tokens[1] = second
        scope.tokens[2] = first
        scope.lookahead = 3
    }

    func text(_ token: Token) -> ByteString {
        ByteString(Array(source.bytes[token.range]))
    }

    func string(_ token: Token) -> String {
        String(decoding: source.bytes[token.range], as: UTF8.self)
    }

    mutating func expect(_ kind: Token.Kind, _ context: String) throws(TemplateError) -> Token {
        let token = nextNonSpace()
        if token.kind != kind { throw unexpected(token, context) }
        return token
    }

    // MARK: Errors

    func error(_ message: String) -> TemplateError {
        failure(.parse, message)
    }

    private func failure(_ kind: TemplateError.Kind, _ message: String) -> TemplateError {
        let frame = TemplateError.Frame(
            source: source.name,
            line: scope.tokens[0].line,
            expression: ByteString(),
            lead: ByteString()
        )
        return TemplateError(kind, frames: [frame], message: ByteString(message))
    }

    func unexpected(_ token: Token, _ context: String) -> TemplateError {
        let shown = token.description(in: source.bytes)
        guard token.kind == .error else { return error("unexpected \(shown) in \(context)") }
        guard scope.actionLine != 0, scope.actionLine != token.line else { return error(shown) }
        let place = " started at \(source.name.text):\(scope.actionLine)"
        return error(shown + (shown.hasSuffix(" action") ? place : " in action" + place))
    }

    // MARK: Nesting, names

    /// Does `body` one level deeper.
    mutating func nested<T>(
        _ body: (inout Parser) throws(TemplateError) -> T
    ) throws(TemplateError) -> T {
        guard nesting < nestingLimit else { throw failure(.limit, "max expression depth exceeded") }
        nesting += 1
        defer { nesting -= 1 }
        return try body(&self)
    }

    mutating func number(of variable: ByteString) -> Int {
        if let number = variableNumbers[variable] { return number }
        let number = variableNumbers.count
        variableNumbers[variable] = number
        return number
    }

    mutating func callee(_ name: ByteString) -> Callee? {
        if let callee = callees[name] { return callee }
        guard let behaviour = functions[name].map(Callee.Behaviour.function) ?? Builtins.table[name] else { return nil }
        let callee = Callee(name, behaviour)
        callees[name] = callee
        return callee
    }

    /// Adds a definition. Of two with one name, one must be blank.
    mutating func add(_ name: ByteString, _ body: [SyntaxNode]) throws(TemplateError) {
        let definition = TemplateDefinition(name: name, source: source, body: body)
        guard let index = indexByName[name] else {
            indexByName[name] = definitions.count
            definitions.append(definition)
            return
        }
        if definitions[index].isBlank {
            definitions[index] = definition
        } else if !definition.isBlank {
            let quoted = String(decoding: GoQuote.quoted(name.bytes), as: UTF8.self)
            throw error("template: multiple definition of template \(quoted)")
        }
    }
}

extension Parser.Terminator {
    var text: String { self == .end ? "{{end}}" : "{{else}}" }
}
