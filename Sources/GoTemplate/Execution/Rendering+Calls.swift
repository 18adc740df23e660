extension Rendering {
    /// Calls a function. `node` is the command, which errors of the function cite.
    func call(
        _ callee: Callee,
        _ node: SyntaxNode,
        _ arguments: [SyntaxNode],
        _ dot: Operand,
        final: Operand?
    ) throws(TemplateError) -> Operand {
        switch callee.behaviour {
        case .function(let function): return try call(function, callee.name, node, arguments, dot, final: final)
        case .shortCircuit(let truth):
            return try shortCircuit(at: truth, callee.name, arguments, dot, final: final)
        case .call: return try callValue(node, arguments, dot, final: final)
        }
    }

    /// Calls a function or method with arguments that fit its parameters.
    func call(
        _ function: TemplateFunction,
        _ name: ByteString,
        _ node: SyntaxNode,
        _ arguments: [SyntaxNode],
        _ dot: Operand,
        final: Operand?
    ) throws(TemplateError) -> Operand {
        try step()
        let signature = function.signature
        let count = arguments.count + (final == nil ? 0 : 1)
        try check(count, arguments.count, signature, name)
        var values: [Value] = []
        values.reserveCapacity(count)
        for argument in arguments {
            values.append(try evaluate(argument: argument, signature.type(of: values.count), dot))
        }
        if let final { values.append(try convert(final, to: signature.type(of: values.count))) }
        do {
            return Operand(try function.body(values, self).contained)
        } catch {
            throw failure(of: name, node, error)
        }
    }

    private func check(
        _ count: Int,
        _ written: Int,
        _ signature: Signature,
        _ name: ByteString
    ) throws(TemplateError) {
        let wanted = signature.parameters.count
        if signature.variadic == nil {
            if count != wanted { throw fault("wrong number of args for \(name): want \(wanted) got \(count)") }
        } else if count < wanted {
            // The value of the pipeline is not counted here, as in Go.
            throw fault("wrong number of args for \(name): want at least \(wanted) got \(written)")
        }
    }

    /// The error of a function, behind the place where it was called.
    private func failure(of name: ByteString, _ node: SyntaxNode, _ error: any Error) -> TemplateError {
        self.node = node
        let lead = "error calling \(name): "
        guard let inner = error as? TemplateError else {
            let text = (error as? FunctionError)?.message ?? String(describing: error)
            return TemplateError(.execution, frames: [frame(at: node)], message: ByteString(lead + text))
        }
        let frame = frame(at: node, lead: ByteString(Array(lead.utf8) + inner.lead.bytes))
        return TemplateError(inner.kind, frames: [frame] + inner.frames, message: inner.message)
    }

    // MARK: Special forms

    /// `and` and `or`: the first operand of the given truth, which is the last that is evaluated; else the last.
    private func shortCircuit(
        at truth: Bool,
        _ name: ByteString,
        _ arguments: [SyntaxNode],
        _ dot: Operand,
        final: Operand?
    ) throws(TemplateError) -> Operand {
        if arguments.isEmpty, final == nil { throw fault("wrong number of args for \(name): want at least 1 got 0") }
        var value = Value.null
        for argument in arguments {
            value = try evaluate(argument: argument, .reflectValue, dot)
            if value.isTrue == truth { return Operand(value) }
        }
        return final ?? Operand(value)
    }

    /// The built-in `call`. No value of ours is a function, so it always fails, with Go's reason.
    private func callValue(
        _ node: SyntaxNode,
        _ arguments: [SyntaxNode],
        _ dot: Operand,
        final: Operand?
    ) throws(TemplateError) -> Operand {
        if arguments.isEmpty, final == nil { throw fault("wrong number of args for call: want at least 1 got 0") }
        var values: [Value] = []
        for argument in arguments { values.append(try evaluate(argument: argument, .reflectValue, dot)) }
        if let final { values.append(final.value) }
        guard let type = values.first?.unwrapped.type else {
            throw failure(of: "call", node, FunctionError("call of nil"))
        }
        var shown = arguments.first?.goText.text
        if shown == nil, case .string(let text)? = final?.value { shown = text.text }
        let text = "non-function \(shown ?? "<\(type.name) Value>") of type \(type.name)"
        throw failure(of: "call", node, FunctionError(text))
    }
}

extension Signature {
    /// The type that the argument at `index` must have.
    func type(of index: Int) -> GoType {
        index < parameters.count ? parameters[index] : variadic ?? .any
    }
}
