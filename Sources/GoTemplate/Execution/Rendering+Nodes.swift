extension Rendering {
    /// Runs nodes one after the other.
    func walk(_ nodes: [SyntaxNode], _ dot: Operand) throws(TemplateError) -> Flow {
        for node in nodes {
            try step()
            self.node = node
            switch node.kind {
            case .text(let text): try write(text.bytes)
            case .action(let pipelineNode, let pipeline):
                let value = try evaluate(pipelineNode, pipeline, dot)
                guard pipeline.variables.isEmpty else { continue }
                self.node = node
                try print(value.value)
            case .branch(let branch):
                let flow = try walk(branch, dot)
                if flow != .next { return flow }
            case .leaveLoop: return .leaveLoop
            case .nextTurn: return .nextTurn
            case .template(let name, let argument): try walk(template: name, argument, dot)
            default: throw fault("unknown node: \(node.goText)")
            }
        }
        return .next
    }

    private func walk(_ branch: SyntaxNode.Branch, _ dot: Operand) throws(TemplateError) -> Flow {
        try checkStack()
        let mark = variables.count
        defer { variables.removeLast(variables.count - mark) }
        if branch.keyword == .range { return try loop(branch, dot) }
        let value = try evaluate(pipeline: branch.pipeline, dot)
        if value.value.isTrue { return try walk(branch.body, branch.keyword == .with ? value : dot) }
        return try branch.alternative.map { nodes throws(TemplateError) in try walk(nodes, dot) } ?? .next
    }

    private func walk(
        template name: ByteString,
        _ argument: SyntaxNode?,
        _ dot: Operand
    ) throws(TemplateError) {
        guard let definition = self.template(name) else {
            throw fault("template \(String(decoding: GoQuote.quoted(name.bytes), as: UTF8.self)) not defined")
        }
        let data = try argument.map { node throws(TemplateError) in try evaluate(pipeline: node, dot) } ?? .null
        try run(definition, data)
    }

    private func print(_ value: Value) throws(TemplateError) {
        switch value {
        case .string(let text): try write(text.bytes)
        case .null, .nilInterface: try write(Self.noValue)
        case .object(let object):
            if let text = object.actionForm { return try write(text.bytes) }
            fallthrough
        default: try write(GoFormat.value(value).bytes)
        }
    }

    private static let noValue = Array("<no value>".utf8)
}
