extension Parser {
    /// Text or an action; or, instead of a node, what ends the list that the node would be in.
    mutating func textOrAction() throws(TemplateError) -> (node: SyntaxNode?, terminator: Terminator?) {
        let token = nextNonSpace()
        switch token.kind {
        case .text: return (source.node(token.range.lowerBound, .text(text(token))), nil)
        case .leftDelimiter:
            scope.actionLine = token.line
            defer { scope.actionLine = 0 }
            return try action()
        default: throw unexpected(token, "input")
        }
    }

    /// Nodes up to `{{end}}` or `{{else}}`.
    mutating func list() throws(TemplateError) -> (nodes: [SyntaxNode], terminator: Terminator) {
        var nodes: [SyntaxNode] = []
        while peekNonSpace().kind != .endOfFile {
            let (node, terminator) = try textOrAction()
            if let terminator { return (nodes, terminator) }
            if let node { nodes.append(node) }
        }
        throw error("unexpected EOF")
    }

    private mutating func action() throws(TemplateError) -> (SyntaxNode?, Terminator?) {
        let token = nextNonSpace()
        switch token.kind {
        case .block: return (try block(), nil)
        case .break: return (try jump(token, .leaveLoop, "{{break}}"), nil)
        case .continue: return (try jump(token, .nextTurn, "{{continue}}"), nil)
        case .else:
            try elseClause()
            return (nil, .else)
        case .end:
            _ = try expect(.rightDelimiter, "end")
            return (nil, .end)
        case .if: return (try branch(.if), nil)
        case .range: return (try branch(.range), nil)
        case .with: return (try branch(.with), nil)
        case .template: return (try template(), nil)
        default: break
        }
        backUp()
        let first = peek()
        let (node, pipeline) = try pipeline("command", until: .rightDelimiter)
        return (source.node(first.range.lowerBound, .action(node, pipeline)), nil)
    }

    private mutating func jump(
        _ token: Token,
        _ kind: SyntaxNode.Kind,
        _ name: String
    ) throws(TemplateError) -> SyntaxNode {
        let following = nextNonSpace()
        if following.kind != .rightDelimiter { throw unexpected(following, name) }
        if scope.loops == 0 { throw error("\(name) outside {{range}}") }
        return source.node(token.range.lowerBound, kind)
    }

    private mutating func elseClause() throws(TemplateError) {
        // What follows `else if` and `else with` is left to the branch.
        switch peekNonSpace().kind {
        case .if, .with: return
        default: _ = try expect(.rightDelimiter, "else")
        }
    }

    private mutating func branch(_ keyword: SyntaxNode.Branch.Keyword) throws(TemplateError) -> SyntaxNode {
        try nested { parser throws(TemplateError) in try parser.branchBody(keyword) }
    }

    private mutating func branchBody(_ keyword: SyntaxNode.Branch.Keyword) throws(TemplateError) -> SyntaxNode {
        let visible = scope.variables.count
        defer { scope.forgetVariables(beyond: visible) }
        let (pipeline, _) = try pipeline(keyword.rawValue, until: .rightDelimiter)
        if keyword == .range { scope.loops += 1 }
        let (body, terminator) = try list()
        if keyword == .range { scope.loops -= 1 }
        let alternative = terminator == .else ? try self.alternative(of: keyword) : nil
        let branch = SyntaxNode.Branch(keyword: keyword, pipeline: pipeline, body: body, alternative: alternative)
        return source.node(pipeline.position, .branch(branch))
    }

    private mutating func alternative(of keyword: SyntaxNode.Branch.Keyword) throws(TemplateError) -> [SyntaxNode] {
        switch (keyword, peek().kind) {
        case (.if, .if), (.with, .with):
            _ = next()
            // One `end` closes both.
            return [try branch(keyword)]
        default:
            let (nodes, terminator) = try list()
            if terminator != .end { throw error("expected end; found \(terminator.text)") }
            return nodes
        }
    }

    // MARK: Templates

    /// `{{define "name"}}`, whose keyword has been read, to its end.
    mutating func definition() throws(TemplateError) {
        let outer = scope
        scope = Scope()
        let context = "define clause"
        let token = nextNonSpace()
        guard token.kind == .string || token.kind == .rawString else { throw unexpected(token, context) }
        let name = try stringValue(token)
        _ = try expect(.rightDelimiter, context)
        let (body, terminator) = try list()
        if terminator != .end { throw error("unexpected \(terminator.text) in \(context)") }
        try add(name, body)
        scope = outer
    }

    private mutating func block() throws(TemplateError) -> SyntaxNode {
        let context = "block clause"
        let token = nextNonSpace()
        let name = try templateName(token, context)
        let (pipeline, _) = try pipeline(context, until: .rightDelimiter)
        let outer = scope
        scope = Scope()
        let (body, terminator) = try nested { parser throws(TemplateError) in try parser.list() }
        if terminator != .end {
            scope = outer
            throw error("unexpected \(terminator.text) in \(context)")
        }
        try add(name, body)
        scope = outer
        return source.node(token.range.lowerBound, .template(name: name, pipeline))
    }

    private mutating func template() throws(TemplateError) -> SyntaxNode {
        let context = "template clause"
        let token = nextNonSpace()
        let name = try templateName(token, context)
        var argument: SyntaxNode?
        if nextNonSpace().kind != .rightDelimiter {
            backUp()
            argument = try pipeline(context, until: .rightDelimiter).node
        }
        return source.node(token.range.lowerBound, .template(name: name, argument))
    }

    private func templateName(_ token: Token, _ context: String) throws(TemplateError) -> ByteString {
        guard token.kind == .string || token.kind == .rawString else { throw unexpected(token, context) }
        return try stringValue(token)
    }
}
