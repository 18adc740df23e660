import GoTemplate

/// The texts of Go's run-time panics, which reach users as errors of the function that was called.
extension FunctionError {
    static let nilDereference = FunctionError("runtime error: invalid memory address or nil pointer dereference")
    static let divisionByZero = FunctionError("runtime error: integer divide by zero")
    static let negativeLength = FunctionError("runtime error: makeslice: len out of range")
    static let negativeRepeat = FunctionError("strings: negative Repeat count")
    static let nilMapWrite = FunctionError("assignment to entry in nil map")
    static let reflectionOnNil = FunctionError("reflect: call of reflect.Value.Type on zero Value")

    /// A failed type assertion, such as `x.(string)` where `x` is something else.
    static func assertion(_ value: Value, is type: GoType) -> FunctionError {
        let found = value.isNil ? "nil" : value.type?.name ?? "nil"
        return FunctionError("interface conversion: interface {} is \(found), not \(type.name)")
    }
}
