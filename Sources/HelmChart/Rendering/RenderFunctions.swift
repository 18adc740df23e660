import GoTemplate

/// The functions that run templates: `include` and `tpl`; and `lookup`.
enum RenderFunctions {
    /// How often a template may include itself, directly or not.
    private static let nesting = 1000

    static func table(lookup: ChartRenderer.Lookup?) -> FunctionTable {
        var table = FunctionTable()
        let counts = IncludeCounts()
        table["include"] = TemplateFunction(Signature(.string, .any)) { arguments, context in
            try include(arguments, context, counts)
        }
        table["tpl"] = TemplateFunction(Signature(.string, .any)) { arguments, context in
            try text(arguments, context)
        }
        table["lookup"] = TemplateFunction(Signature(.string, .string, .string, .string)) { arguments in
            try find(arguments, lookup)
        }
        return table
    }

    private static func name(_ arguments: [Value], _ index: Int) -> ByteString {
        if arguments.indices.contains(index), case .string(let text) = arguments[index] { return text }
        return ByteString()
    }

    private static func include(
        _ arguments: [Value],
        _ context: any FunctionContext,
        _ counts: IncludeCounts
    ) throws -> Value {
        let name = name(arguments, 0)
        guard counts[name] <= nesting else {
            throw FunctionError(
                "rendering template has a nested reference name: \(name): unable to execute template"
            )
        }
        counts[name] += 1
        defer { counts[name] -= 1 }
        return .string(try context.execute(name, arguments.count > 1 ? arguments[1] : .null))
    }

    private static func text(_ arguments: [Value], _ context: any FunctionContext) throws -> Value {
        let text = name(arguments, 0)
        do {
            let output = try context.execute(text: text, named: "gotpl", arguments.count > 1 ? arguments[1] : .null)
            return .string(NoValue.removed(from: output))
        } catch let error as TemplateError {
            let lead = error.kind == .parse ? "cannot parse template " : "error during tpl function execution for "
            throw error.prefixed(by: ByteString(Array(lead.utf8) + GoFormat.quote(text).bytes + Array(": ".utf8)))
        }
    }

    private static func find(_ arguments: [Value], _ lookup: ChartRenderer.Lookup?) throws -> Value {
        let names = (0..<4).map { name(arguments, $0).text }
        guard
            let found = try lookup?(
                .init(apiVersion: names[0], kind: names[1], namespace: names[2], name: names[3])
            )
        else { return .map(MapValue()) }
        return .map(found.makeMap())
    }
}

/// How deep each template is included at the moment.
private final class IncludeCounts: @unchecked Sendable {
    // Used by one rendering, on its thread.
    private var counts: [ByteString: Int] = [:]

    subscript(name: ByteString) -> Int {
        get { counts[name, default: 0] }
        set { counts[name] = newValue }
    }
}
