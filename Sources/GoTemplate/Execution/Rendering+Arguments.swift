extension Rendering {
    /// The value of an argument for a parameter of the given type.
    func evaluate(argument: SyntaxNode, _ type: GoType, _ dot: Operand) throws(TemplateError) -> Value {
        node = argument
        switch argument.kind {
        case .dot: return try convert(dot, to: type)
        case .null:
            guard type.canBeNil else { throw fault("cannot assign nil to \(type.name)") }
            return .null
        case .field(let names):
            let value = try evaluate(chain: names, argument, dot, receiver: dot, arguments: [], final: nil)
            return try convert(value, to: type)
        case .variable(let number, _, let names):
            let value = try evaluate(variable: argument, number, names, dot, arguments: [], final: nil)
            return try convert(value, to: type)
        case .pipeline(let pipeline): return try convert(try evaluate(argument, pipeline, dot), to: type)
        case .function(let callee): return try convert(try call(callee, argument, [], dot, final: nil), to: type)
        case .chain(let operand, let names):
            let value = try evaluate(chain: argument, operand, names, dot, arguments: [], final: nil)
            return try convert(value, to: type)
        default: return try literal(argument, type)
        }
    }

    /// A literal as a value of the parameter's type.
    private func literal(_ argument: SyntaxNode, _ type: GoType) throws(TemplateError) -> Value {
        if type.kind == .interface || type == .reflectValue {
            if let constant = try constant(argument) { return constant.value }
            throw fault("can't handle assignment of \(argument.goText) to empty interface argument")
        }
        switch (type.kind, argument.kind) {
        case (.bool, .bool(let value)): return .bool(value)
        case (.string, .string(let text, _)): return .string(text)
        case (.int, .number(let number)), (.int32, .number(let number)), (.int64, .number(let number)):
            if let integer = number.integer { return .integer(integer, type) }
        case (.uint, .number(let number)), (.uint8, .number(let number)), (.uint32, .number(let number)),
            (.uint64, .number(let number)):
            if let unsigned = number.unsigned { return .unsigned(unsigned, type) }
        case (.float64, .number(let number)):
            if let float = number.float { return .float(float) }
        default: break
        }
        guard let expected = Self.expectation[type.kind] else {
            throw fault("can't handle \(argument.goText) for arg of type \(type.name)")
        }
        throw fault("expected \(expected); found \(argument.goText)")
    }

    private static let expectation: [GoType.Kind: String] = [
        .bool: "bool", .string: "string", .float64: "float", .complex128: "complex",
        .int: "integer", .int32: "integer", .int64: "integer",
        .uint: "unsigned integer", .uint8: "unsigned integer", .uint32: "unsigned integer",
        .uint64: "unsigned integer",
    ]

    /// The value, if it may be passed where `type` is asked for.
    func convert(_ operand: Operand, to type: GoType) throws(TemplateError) -> Value {
        let value = operand.value
        switch value {
        case .null, .nilInterface: return try convert(missing: value, to: type)
        case .string where type.kind == .string: return value
        default: break
        }
        guard type.kind != .interface, type != .reflectValue, let actual = value.type else { return value }
        if actual.isAssignable(to: type) { return value }
        if actual.kind == .ptr, actual.name.dropFirst() == type.name { return value }
        throw fault("wrong type for value; expected \(type.name); got \(actual.name)")
    }

    /// No value at all is a nil of any type that has one; a nil in a container is of type `interface {}`.
    private func convert(missing value: Value, to type: GoType) throws(TemplateError) -> Value {
        if type == .reflectValue { return value }
        if type.kind == .interface { return .null }
        if case .nilInterface = value {
            throw fault("wrong type for value; expected \(type.name); got \(GoType.any.name)")
        }
        guard type.canBeNil else { throw fault("invalid value; expected \(type.name)") }
        return .null
    }
}
