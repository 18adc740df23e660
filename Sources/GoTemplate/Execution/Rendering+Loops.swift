extension Rendering {
    /// Runs a `range`. Its variables are popped by the caller.
    func loop(_ branch: SyntaxNode.Branch, _ dot: Operand) throws(TemplateError) -> Flow {
        guard case .pipeline(let pipeline) = branch.pipeline.kind else { return .next }
        let value = try evaluate(branch.pipeline, pipeline, dot).value
        let turns = LoopTurns(rendering: self, pipeline: pipeline, body: branch.body)
        switch value {
        case .list(let list) where !list.elements.isEmpty:
            for (index, element) in list.elements.enumerated() {
                if try turns.run(Operand(.int(index)), Operand(element: element, of: list.type)) == .leaveLoop { break }
            }
            return .next
        case .map(let map) where !map.entries.isEmpty:
            for (key, element) in map.entries.sorted(by: { $0.key < $1.key }) {
                let item = Operand(element: element, of: map.type)
                if try turns.run(Operand(.string(key)), item) == .leaveLoop { break }
            }
            return .next
        case .integer(let count, let type):
            try checkSingleVariable(pipeline, value)
            guard count > 0 else { break }
            for number in 0..<count {
                if try turns.run(.null, Operand(.integer(number, type))) == .leaveLoop { break }
            }
            return .next
        case .unsigned(let count, let type):
            try checkSingleVariable(pipeline, value)
            guard count > 0 else { break }
            for number in 0..<count {
                if try turns.run(.null, Operand(.unsigned(number, type))) == .leaveLoop { break }
            }
            return .next
        case .null, .nilInterface, .list, .map: break
        case .object(let object):
            if let elements = object.rangeElements, !elements.isEmpty {
                for (key, element) in elements {
                    if try turns.run(Operand(key), Operand(element)) == .leaveLoop { break }
                }
                return .next
            }
            if object.rangeElements == nil { throw cannotIterate(value) }
        default: throw cannotIterate(value)
        }
        return try branch.alternative.map { nodes throws(TemplateError) in try walk(nodes, dot) } ?? .next
    }

    private func cannotIterate(_ value: Value) -> TemplateError {
        fault("range can't iterate over \(GoFormat.value(value))")
    }

    private func checkSingleVariable(_ pipeline: SyntaxNode.Pipeline, _ value: Value) throws(TemplateError) {
        guard pipeline.variables.count > 1 else { return }
        throw fault("can't use \(GoFormat.value(value)) to iterate over more than one variable")
    }
}

/// The turns of one `range`.
private struct LoopTurns {
    let rendering: Rendering
    let pipeline: SyntaxNode.Pipeline
    let body: [SyntaxNode]
    private let mark: Int

    init(rendering: Rendering, pipeline: SyntaxNode.Pipeline, body: [SyntaxNode]) {
        self.rendering = rendering
        self.pipeline = pipeline
        self.body = body
        mark = rendering.variables.count
    }

    func run(_ index: Operand, _ element: Operand) throws(TemplateError) -> Rendering.Flow {
        try rendering.step()
        try set(index, element)
        let flow = try rendering.walk(body, element)
        rendering.variables.removeLast(rendering.variables.count - mark)
        return flow
    }

    /// With two variables the index comes first; one alone takes the element.
    private func set(_ index: Operand, _ element: Operand) throws(TemplateError) {
        let count = pipeline.variables.count
        guard count > 0 else { return }
        if pipeline.isAssignment {
            if count > 1 { try rendering.assign(pipeline.variables[0], index) }
            try rendering.assign(pipeline.variables[count - 1], element)
        } else {
            rendering.variables[mark - 1].operand = element
            if count > 1 { rendering.variables[mark - 2].operand = index }
        }
    }
}
