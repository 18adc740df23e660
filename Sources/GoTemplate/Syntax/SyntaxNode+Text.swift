extension SyntaxNode {
    /// The node as Go prints it, which error messages cite: normalised, not the bytes of the text.
    package var goText: ByteString {
        var writer = SyntaxWriter()
        writer.write(self)
        return ByteString(writer.bytes)
    }
}

/// Prints nodes as Go's `Node.String` does.
struct SyntaxWriter {
    var bytes: [UInt8] = []

    mutating func write(_ nodes: [SyntaxNode]) {
        for node in nodes { write(node) }
    }

    mutating func write(_ node: SyntaxNode) {
        switch node.kind {
        case .text(let text): bytes += text.bytes
        case .action(let pipeline, _): action { $0.write(pipeline) }
        case .branch(let branch): write(branch)
        case .leaveLoop: bytes.append("{{break}}")
        case .nextTurn: bytes.append("{{continue}}")
        case .template(let name, let pipeline):
            action { writer in
                writer.bytes.append("template ")
                writer.bytes += GoQuote.quoted(name.bytes)
                guard let pipeline else { return }
                writer.bytes.append(" ")
                writer.write(pipeline)
            }
        case .pipeline(let pipeline): write(pipeline)
        case .command(let first, let arguments): write([first] + arguments, separator: " ") { $0.operand($1) }
        case .function(let callee): bytes += callee.name.bytes
        case .variable(_, let name, let names):
            bytes += name.bytes
            fields(names)
        case .dot: bytes.append(".")
        case .null: bytes.append("nil")
        case .field(let names): fields(names)
        case .chain(let operand, let names):
            self.operand(operand)
            fields(names)
        case .bool(let value): bytes.append(value ? "true" : "false")
        case .number(let number): bytes.append(number.text)
        case .string(_, let literal): bytes += literal.bytes
        }
    }

    private mutating func write(_ branch: SyntaxNode.Branch) {
        action { writer in
            writer.bytes.append(branch.keyword.rawValue + " ")
            writer.write(branch.pipeline)
        }
        write(branch.body)
        if let alternative = branch.alternative {
            bytes.append("{{else}}")
            write(alternative)
        }
        bytes.append("{{end}}")
    }

    private mutating func write(_ pipeline: SyntaxNode.Pipeline) {
        if !pipeline.variables.isEmpty {
            write(pipeline.variables, separator: ", ") { $0.write($1) }
            bytes.append(pipeline.isAssignment ? " = " : " := ")
        }
        write(pipeline.commands, separator: " | ") { $0.write($1) }
    }

    private mutating func action(_ content: (inout SyntaxWriter) -> Void) {
        bytes.append("{{")
        content(&self)
        bytes.append("}}")
    }

    private mutating func operand(_ node: SyntaxNode) {
        guard case .pipeline = node.kind else { return write(node) }
        bytes.append("(")
        write(node)
        bytes.append(")")
    }

    private mutating func fields(_ names: [ByteString]) {
        for name in names {
            bytes.append(".")
            bytes += name.bytes
        }
    }

    private mutating func write<T>(_ items: [T], separator: String, _ each: (inout SyntaxWriter, T) -> Void) {
        for (index, item) in items.enumerated() {
            if index > 0 { bytes.append(separator) }
            each(&self, item)
        }
    }
}
