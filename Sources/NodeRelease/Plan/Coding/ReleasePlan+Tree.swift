public import Diagnostics
public import YAMLTree

extension ReleasePlan {
    /// The name of the stored form.
    public static let format = "transload.dev/release-plan/v1"

    /// Reads a stored plan; throws with all that is wrong with it, and where.
    public init(json text: [UInt8], file: SourceFile) throws(InvalidInput) {
        let document: Node
        do {
            document = try JSONReader().document(in: text, file: file)
        } catch {
            throw InvalidInput(error.finding)
        }
        let context = ReadingContext(schema: .core)
        let plan = ReleasePlan(reading: document, context)
        try ConversionReport(context.findings).throwIfInvalid()
        guard let plan else { throw InvalidInput(Finding(.releasePlan, .invalid, "this is no release plan")) }
        self = plan
    }

    /// The stored form: JSON with a line feed at the end.
    public var json: String { JSONWriter(layout: .pretty).text(makeNode()) }
}

extension ReleasePlan: NodeReadable, NodeWritable {
    /// Reads a stored plan.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard var reader = PlanFieldReader(node, context) else { return nil }
        defer { reader.finish() }
        if reader.required("format", as: String.self) != Self.format {
            reader.problem("format is not \(Self.format)")
        }
        let orchestrator: Orchestrator? = reader.word("orchestrator")
        let failureResponse: FailureResponse? = reader.word("onFailure", default: .stop)
        guard let orchestrator, let failureResponse, let name: String = reader.required("node"),
            let method: String = reader.required("method")
        else { return nil }
        self.init(
            orchestrator: orchestrator,
            node: name,
            method: method,
            preconditions: reader.list("preconditions"),
            steps: reader.list("steps"),
            failureResponse: failureResponse
        )
    }

    /// The stored form as a tree.
    public func makeNode() -> Node {
        [
            "format": .string(Self.format),
            "orchestrator": .string(orchestrator.rawValue),
            "node": .string(node),
            "method": .string(method),
            "onFailure": .string(failureResponse.rawValue),
            "preconditions": preconditions.makeNode(),
            "steps": steps.makeNode(),
        ]
    }
}

extension PlanStep: NodeReadable, NodeWritable {
    /// Reads a step of a stored plan.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard var reader = PlanFieldReader(node, context) else { return nil }
        defer { reader.finish() }
        guard let summary: String = reader.required("summary"), let action = Action(from: &reader) else { return nil }
        self.init(summary, action, settled: reader.optional("settled"), reversal: Reversal(from: &reader))
    }

    /// The step as a tree.
    public func makeNode() -> Node {
        var node: Node = ["summary": .string(summary)]
        action.write(to: &node)
        if let settled { node["settled"] = settled.makeNode() }
        switch reversal {
        case .nothing: break
        case .send(let request): node["undo"] = request.makeNode()
        case .impossible(let advice): node["irreversible"] = .string(advice)
        }
        return node
    }
}

extension PlanStep.Action {
    fileprivate init?(from reader: inout PlanFieldReader) {
        let kinds = ["send", "wait", "verify"]
        guard reader.present(kinds).count == 1 else {
            reader.problem("a step has one of \(kinds.joined(separator: ", "))")
            return nil
        }
        if let request = reader.optional("send", as: PlanRequest.self) {
            self = .send(request)
        } else if let check = reader.optional("verify", as: PlanCheck.self) {
            self = .verify(check)
        } else if let check = reader.optional("wait", as: PlanCheck.self), let pace: Pace = reader.required("pace") {
            self = .wait(check, pace)
        } else {
            return nil
        }
    }

    fileprivate func write(to node: inout Node) {
        switch self {
        case .send(let request): node["send"] = request.makeNode()
        case .verify(let check): node["verify"] = check.makeNode()
        case .wait(let check, let pace):
            node["wait"] = check.makeNode()
            node["pace"] = pace.makeNode()
        }
    }
}

extension Reversal {
    fileprivate init(from reader: inout PlanFieldReader) {
        if let request = reader.optional("undo", as: PlanRequest.self) {
            self = .send(request)
        } else if let advice = reader.optional("irreversible", as: String.self) {
            self = .impossible(advice)
        } else {
            self = .nothing
        }
    }
}

extension Pace: NodeReadable, NodeWritable {
    /// The longest time that a stored plan may name.
    private static let longest = 30 * 24 * 3600

    /// Reads the times in whole seconds.
    public init?(reading node: Node, _ context: ReadingContext) {
        guard var reader = PlanFieldReader(node, context) else { return nil }
        defer { reader.finish() }
        guard let interval: Int = reader.required("interval"), let limit: Int = reader.required("limit") else {
            return nil
        }
        guard 1...Self.longest ~= interval, 0...Self.longest ~= limit else {
            reader.problem("times are whole seconds from 1 to \(Self.longest)")
            return nil
        }
        self.init(every: .seconds(interval), for: .seconds(limit))
    }

    /// The times in whole seconds.
    public func makeNode() -> Node {
        ["interval": .integer(interval.components.seconds), "limit": .integer(limit.components.seconds)]
    }
}
