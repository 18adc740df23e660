import GoTemplate

extension FunctionTheme {
    /// Functions that choose by whether values are empty.
    package static let defaults = FunctionTheme { _ in
        var table = FunctionTable()
        table["default"] = .variadic { (fallback: Value, given: [Value]) in
            guard let value = given.first, !value.isEmpty else { return fallback }
            return value
        }
        table["empty"] = .typed { (value: Value) in value.isEmpty }
        table["coalesce"] = .variadic { (values: [Value]) in values.first { !$0.isEmpty } ?? .null }
        table["all"] = .variadic { (values: [Value]) in values.allSatisfy { !$0.isEmpty } }
        table["any"] = .variadic { (values: [Value]) in values.contains { !$0.isEmpty } }
        table["ternary"] = .typed { (first: Value, second: Value, condition: Bool) in condition ? first : second }
        return table
    }
}
