/// The functions that Go's text/template brings along.
enum Builtins {
    static let table: [ByteString: Callee.Behaviour] = {
        var table: [ByteString: Callee.Behaviour] = functions.mapValues(Callee.Behaviour.function)
        table["and"] = .shortCircuit(at: false)
        table["or"] = .shortCircuit(at: true)
        table["call"] = .call
        return table
    }()

    private static let functions: FunctionTable = {
        var table = FunctionTable()
        table["not"] = TemplateFunction(Signature(.reflectValue)) { .bool(!$0[0].isTrue) }
        Comparison.add(to: &table)
        table["index"] = TemplateFunction(Signature(.reflectValue, variadic: .reflectValue), Indexing.index)
        table["slice"] = TemplateFunction(Signature(.reflectValue, variadic: .reflectValue), Indexing.slice)
        table["len"] = TemplateFunction(Signature(.reflectValue), Indexing.length)
        table["print"] = TemplateFunction(Signature(variadic: .any)) { .string(GoFormat.sprint($0)) }
        table["println"] = TemplateFunction(Signature(variadic: .any)) { .string(GoFormat.println($0)) }
        table["printf"] = TemplateFunction(Signature(.string, variadic: .any), printf)
        table["html"] = TemplateFunction(Signature(variadic: .any)) { .string(Escaping.html(text($0))) }
        table["js"] = TemplateFunction(Signature(variadic: .any)) { .string(Escaping.javaScript(text($0))) }
        table["urlquery"] = TemplateFunction(Signature(variadic: .any)) { .string(Escaping.query(text($0))) }
        return table
    }()

    private static func printf(_ arguments: [Value]) throws -> Value {
        guard case .string(let format)? = arguments.first else { return .string(ByteString()) }
        let text = GoFormat.sprintf(format, Array(arguments.dropFirst()))
        guard text.bytes.count < ValuePrinter.largestCount else { throw FunctionError("the text is too long") }
        return .string(text)
    }

    /// Arguments as one text; a missing value is shown as templates show it.
    private static func text(_ arguments: [Value]) -> ByteString {
        if arguments.count == 1, case .string(let text) = arguments[0] { return text }
        return GoFormat.sprint(arguments.map { $0.isNil ? .text("<no value>") : $0 })
    }
}
