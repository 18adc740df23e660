extension Parser {
    /// Declarations, then commands up to `end`.
    mutating func pipeline(
        _ context: String,
        until end: Token.Kind
    ) throws(TemplateError) -> (node: SyntaxNode, pipeline: SyntaxNode.Pipeline) {
        let position = peekNonSpace().range.lowerBound
        var pipeline = SyntaxNode.Pipeline()
        try declarations(of: &pipeline, context)
        while true {
            let token = nextNonSpace()
            switch token.kind {
            case end:
                try check(pipeline, context)
                return (source.node(position, .pipeline(pipeline)), pipeline)
            case .bool, .characterConstant, .complex, .dot, .field, .identifier, .number, .nil, .rawString, .string,
                .variable, .leftParenthesis:
                backUp()
                pipeline.commands.append(try command())
            default: throw unexpected(token, context)
            }
        }
    }

    private mutating func declarations(
        of pipeline: inout SyntaxNode.Pipeline,
        _ context: String
    ) throws(TemplateError) {
        while case let variable = peekNonSpace(), variable.kind == .variable {
            _ = next()
            // `$x foo` must be told from `$x :=`, and space is a token, so up to three tokens are read ahead.
            let adjacent = peek()
            let following = peekNonSpace()
            let isComma = following.kind == .character && string(following) == ","
            guard isComma || following.kind == .assign || following.kind == .declare else {
                if adjacent.kind == .space {
                    backUp(over: variable, adjacent)
                } else {
                    backUp(over: variable)
                }
                return
            }
            _ = nextNonSpace()
            declare(variable, in: &pipeline)
            guard isComma else {
                pipeline.isAssignment = following.kind == .assign
                return
            }
            guard context == "range", pipeline.variables.count < 2 else {
                throw error("too many declarations in \(context)")
            }
            switch peekNonSpace().kind {
            case .variable, .rightDelimiter, .rightParenthesis: break
            default: throw error("range can only initialize variables")
            }
        }
    }

    private mutating func declare(_ token: Token, in pipeline: inout SyntaxNode.Pipeline) {
        let name = text(token)
        let number = number(of: name)
        pipeline.variables.append(source.node(token.range.lowerBound, .variable(number, name: name, [])))
        scope.declare(number)
    }

    private func check(_ pipeline: SyntaxNode.Pipeline, _ context: String) throws(TemplateError) {
        if pipeline.commands.isEmpty { throw error("missing value for \(context)") }
        for (index, command) in pipeline.commands.enumerated().dropFirst() {
            guard case .command(let first, _) = command.kind else { continue }
            switch first.kind {
            case .bool, .dot, .null, .number, .string:
                throw error("non executable command in pipeline stage \(index + 1)")
            default: break
            }
        }
    }

    /// Words up to a `|`, which is passed, or to the end of the pipeline, which is not.
    private mutating func command() throws(TemplateError) -> SyntaxNode {
        let position = peekNonSpace().range.lowerBound
        var words: [SyntaxNode] = []
        while true {
            _ = peekNonSpace()
            if let operand = try operand() { words.append(operand) }
            let token = next()
            switch token.kind {
            case .space: continue
            case .rightDelimiter, .rightParenthesis: backUp()
            case .pipe: break
            default: throw unexpected(token, "operand")
            }
            break
        }
        guard let first = words.first else { throw error("empty command") }
        return source.node(position, .command(first, Array(words.dropFirst())))
    }

    /// A term and the fields behind it.
    private mutating func operand() throws(TemplateError) -> SyntaxNode? {
        guard let term = try term() else { return nil }
        let first = peek()
        guard first.kind == .field else { return term }
        var names: [ByteString] = []
        while peek().kind == .field { names.append(fieldName(next())) }
        let position = first.range.lowerBound
        switch term.kind {
        // Go cites the second element of `.a.b`, so its position is the node's.
        case .field(let start): return source.node(position, .field(start + names))
        case .variable(let number, let name, let start):
            return source.node(position, .variable(number, name: name, start + names))
        case .bool, .string, .number, .null, .dot:
            let quoted = String(decoding: GoQuote.quoted(term.goText.bytes), as: UTF8.self)
            throw error("unexpected . after term \(quoted)")
        default: return source.node(position, .chain(term, names))
        }
    }

    private func fieldName(_ token: Token) -> ByteString {
        ByteString(Array(source.bytes[token.range].dropFirst()))
    }

    private mutating func term() throws(TemplateError) -> SyntaxNode? {
        let token = nextNonSpace()
        let position = token.range.lowerBound
        switch token.kind {
        case .identifier:
            let name = text(token)
            guard let callee = callee(name) else {
                throw error("function \(String(decoding: GoQuote.quoted(name.bytes), as: UTF8.self)) not defined")
            }
            return source.node(position, .function(callee))
        case .dot: return source.node(position, .dot)
        case .nil: return source.node(position, .null)
        case .variable: return try variable(token)
        case .field: return source.node(position, .field([fieldName(token)]))
        case .bool: return source.node(position, .bool(string(token) == "true"))
        case .number, .complex, .characterConstant: return source.node(position, .number(try number(token)))
        case .leftParenthesis:
            return try nested { parser throws(TemplateError) in
                try parser.pipeline("parenthesized pipeline", until: .rightParenthesis).node
            }
        case .string, .rawString:
            return source.node(position, .string(try stringValue(token), literal: text(token)))
        default:
            backUp()
            return nil
        }
    }

    private mutating func variable(_ token: Token) throws(TemplateError) -> SyntaxNode {
        let name = text(token)
        let number = number(of: name)
        guard scope.sees(number) else {
            throw error("undefined variable \(String(decoding: GoQuote.quoted(name.bytes), as: UTF8.self))")
        }
        return source.node(token.range.lowerBound, .variable(number, name: name, []))
    }

    func stringValue(_ token: Token) throws(TemplateError) -> ByteString {
        guard let value = StringLiteral.value(of: source.bytes[token.range]) else { throw error("invalid syntax") }
        return value
    }

    private func number(_ token: Token) throws(TemplateError) -> NumberLiteral {
        let text = string(token)
        switch token.kind {
        case .characterConstant:
            switch StringLiteral.character(source.bytes[token.range]) {
            case .value(let rune): return NumberLiteral(text: text, character: rune)
            case .broken: throw error("invalid syntax")
            case .long: throw error("malformed character constant: \(text)")
            }
        case .complex:
            guard let complex = complex(text) else { throw error("syntax error scanning complex number") }
            return complex
        default:
            do {
                return try NumberLiteral(text)
            } catch {
                throw self.error(error.message)
            }
        }
    }

    /// `1+2i`: the sign that parts the two is the last that does not belong to an exponent.
    private func complex(_ text: String) -> NumberLiteral? {
        let bytes = Array(text.utf8)
        let parting = bytes.indices.dropFirst().last { index in
            let isSign = bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-")
            return isSign && !"eEpP".utf8.contains(bytes[index - 1])
        }
        guard let parting, bytes.last == UInt8(ascii: "i"),
            let real = GoNumber.float(String(decoding: bytes[..<parting], as: UTF8.self)),
            let imaginary = GoNumber.float(String(decoding: bytes[parting..<(bytes.count - 1)], as: UTF8.self))
        else { return nil }
        return NumberLiteral(text: text, real: real, imaginary: imaginary)
    }
}
