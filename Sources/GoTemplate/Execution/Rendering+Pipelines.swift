extension Rendering {
    func evaluate(pipeline node: SyntaxNode, _ dot: Operand) throws(TemplateError) -> Operand {
        guard case .pipeline(let pipeline) = node.kind else { throw fault("unknown node: \(node.goText)") }
        return try evaluate(node, pipeline, dot)
    }

    /// The value of a pipeline, which its variables take. They stay until the construct around ends.
    func evaluate(
        _ node: SyntaxNode,
        _ pipeline: SyntaxNode.Pipeline,
        _ dot: Operand
    ) throws(TemplateError) -> Operand {
        try checkStack()
        self.node = node
        var value: Operand?
        for command in pipeline.commands {
            value = try evaluate(command: command, dot, final: value).unboxed
        }
        let result = value ?? .null
        for variable in pipeline.variables {
            if pipeline.isAssignment {
                try assign(variable, result)
            } else if case .variable(let number, _, _) = variable.kind {
                variables.append(Variable(number: number, operand: result))
            }
        }
        return result
    }

    /// Gives a declared variable another value.
    func assign(_ variable: SyntaxNode, _ operand: Operand) throws(TemplateError) {
        guard case .variable(let number, _, _) = variable.kind,
            let index = variables.lastIndex(where: { $0.number == number })
        else {
            throw undefined(variable)
        }
        variables[index].operand = operand
    }

    /// The value of a command, whose last argument is the value of the command before, if there is one.
    private func evaluate(command: SyntaxNode, _ dot: Operand, final: Operand?) throws(TemplateError) -> Operand {
        guard case .command(let first, let arguments) = command.kind else { return .null }
        switch first.kind {
        case .field(let names):
            node = first
            return try evaluate(chain: names, first, dot, receiver: dot, arguments: arguments, final: final)
        case .chain(let operand, let names):
            return try evaluate(chain: first, operand, names, dot, arguments: arguments, final: final)
        case .function(let callee):
            node = first
            return try call(callee, command, arguments, dot, final: final)
        case .pipeline(let pipeline):
            try refuse(arguments, final, to: first)
            return try evaluate(first, pipeline, dot)
        case .variable(let number, _, let names):
            return try evaluate(variable: first, number, names, dot, arguments: arguments, final: final)
        default: break
        }
        node = first
        try refuse(arguments, final, to: first)
        switch first.kind {
        case .dot: return dot
        case .null: throw fault("nil is not a command")
        default:
            if let constant = try constant(first) { return constant }
            throw fault("can't evaluate command \(first.goText)")
        }
    }

    /// What a literal stands for where nothing says which type is wanted.
    func constant(_ node: SyntaxNode) throws(TemplateError) -> Operand? {
        switch node.kind {
        case .bool(let value): return Operand(.bool(value))
        case .string(let text, _): return Operand(.string(text))
        case .number(let number):
            self.node = node
            if let complex = number.complex {
                return Operand(.object(ComplexValue(real: complex.real, imaginary: complex.imaginary)))
            }
            if let float = number.float, number.isWrittenAsFloat { return Operand(.float(float)) }
            if let integer = number.integer { return Operand(.integer(integer, .int)) }
            if number.unsigned != nil { throw fault("\(number.text) overflows int") }
            return .null
        default: return nil
        }
    }

    private func refuse(
        _ arguments: [SyntaxNode],
        _ final: Operand?,
        to node: SyntaxNode
    ) throws(TemplateError) {
        if arguments.isEmpty, final == nil { return }
        // Go prints the node itself, a pipeline without its parentheses.
        throw fault("can't give argument to non-function \(node.goText)")
    }

    // MARK: Fields

    /// A variable and the fields behind it.
    func evaluate(
        variable node: SyntaxNode,
        _ number: Int,
        _ names: [ByteString],
        _ dot: Operand,
        arguments: [SyntaxNode],
        final: Operand?
    ) throws(TemplateError) -> Operand {
        self.node = node
        guard let receiver = value(of: number) else { throw undefined(node) }
        if names.isEmpty {
            try refuse(arguments, final, to: node)
            return receiver
        }
        return try evaluate(chain: names, node, dot, receiver: receiver, arguments: arguments, final: final)
    }

    private func undefined(_ node: SyntaxNode) -> TemplateError {
        guard case .variable(_, let name, _) = node.kind else { return fault("undefined variable") }
        return fault("undefined variable: \(name)")
    }

    private func value(of variable: Int) -> Operand? {
        guard let index = variables.lastIndex(where: { $0.number == variable }) else { return nil }
        // Many variables are slow to search, which a hostile template could use.
        count(steps: (variables.count - index) / 32)
        return variables[index].operand
    }

    /// `(pipeline).a.b`
    func evaluate(
        chain node: SyntaxNode,
        _ operand: SyntaxNode,
        _ names: [ByteString],
        _ dot: Operand,
        arguments: [SyntaxNode],
        final: Operand?
    ) throws(TemplateError) -> Operand {
        self.node = node
        if case .null = operand.kind { throw fault("indirection through explicit nil in \(node.goText)") }
        let receiver = try evaluate(receiver: operand, dot)
        return try evaluate(chain: names, node, dot, receiver: receiver, arguments: arguments, final: final)
    }

    private func evaluate(receiver operand: SyntaxNode, _ dot: Operand) throws(TemplateError) -> Operand {
        node = operand
        switch operand.kind {
        case .pipeline(let pipeline): return try evaluate(operand, pipeline, dot)
        case .function(let callee): return try call(callee, operand, [], dot, final: nil)
        default: throw fault("can't evaluate \(operand.goText)")
        }
    }

    /// Fields of fields; the last, if it is a method, gets the arguments.
    func evaluate(
        chain names: [ByteString],
        _ node: SyntaxNode,
        _ dot: Operand,
        receiver: Operand,
        arguments: [SyntaxNode],
        final: Operand?
    ) throws(TemplateError) -> Operand {
        var receiver = receiver
        let last = names.count - 1
        for (index, name) in names.enumerated() {
            receiver =
                if index < last {
                    try field(name, of: receiver, node, dot, arguments: [], final: nil)
                } else {
                    try field(name, of: receiver, node, dot, arguments: arguments, final: final)
                }
        }
        return receiver
    }

    private func field(
        _ name: ByteString,
        of receiver: Operand,
        _ node: SyntaxNode,
        _ dot: Operand,
        arguments: [SyntaxNode],
        final: Operand?
    ) throws(TemplateError) -> Operand {
        let hasArguments = !arguments.isEmpty || final != nil
        switch receiver.value {
        case .null:
            guard templates.options.missingKey == .error else { return .null }
            let quoted = String(decoding: GoQuote.quoted(name.bytes), as: UTF8.self)
            throw fault("nil data; no entry for key \(quoted)")
        case .nilInterface: throw fault("nil pointer evaluating \(GoType.any.name).\(name)")
        case .map(let map):
            if let method = map.methods[name] {
                return try call(method, name, node, arguments, dot, final: final)
            }
            if hasArguments { throw fault("\(name) is not a method but has arguments") }
            if let value = map.entries[name] { return Operand(element: value, of: map.type) }
            return try missing(name, in: map)
        case .object(let object):
            if let method = object.method(name) {
                return try call(method, name, node, arguments, dot, final: final)
            }
            if let field = object.field(name) {
                if hasArguments { throw fault("\(name) has arguments but cannot be invoked as function") }
                return Operand(field.contained)
            }
        case .list(let list):
            if let method = list.methods[name] {
                return try call(method, name, node, arguments, dot, final: final)
            }
        default: break
        }
        throw fault("can't evaluate field \(name) in type \(receiver.typeName)")
    }

    private func missing(_ name: ByteString, in map: MapValue) throws(TemplateError) -> Operand {
        switch templates.options.missingKey {
        case .invalid: return .null
        case .zero:
            if map.type.elementIsInterface { return Operand(.nilInterface, isBoxed: true) }
            return Operand(.zero(of: map.type.element ?? .any))
        case .error:
            let quoted = String(decoding: GoQuote.quoted(name.bytes), as: UTF8.self)
            throw fault("map has no entry for key \(quoted)")
        }
    }
}
