import GoTemplate

extension FunctionTheme {
    /// Arithmetic on 64-bit integers, which wraps around, of values that are cast to them.
    package static let integers = FunctionTheme { _ in
        var table = FunctionTable()
        table["add"] = .variadic { (values: [Value]) in values.reduce(Int64(0)) { $0 &+ $1.castToInteger } }
        table["add1"] = .typed { (value: Value) in value.castToInteger &+ 1 }
        table["sub"] = .typed { (a: Value, b: Value) in a.castToInteger &- b.castToInteger }
        table["mul"] = .variadic { (first: Value, rest: [Value]) in
            rest.reduce(first.castToInteger) { $0 &* $1.castToInteger }
        }
        table["div"] = .typed { (a: Value, b: Value) in try divide(a, by: b).quotient }
        table["mod"] = .typed { (a: Value, b: Value) in try divide(a, by: b).remainder }
        table["max"] = .variadic { (first: Value, rest: [Value]) in
            rest.reduce(first.castToInteger) { max($0, $1.castToInteger) }
        }
        table["biggest"] = table["max"]
        table["min"] = .variadic { (first: Value, rest: [Value]) in
            rest.reduce(first.castToInteger) { min($0, $1.castToInteger) }
        }
        return table
    }

    private static func divide(_ a: Value, by b: Value) throws -> (quotient: Int64, remainder: Int64) {
        let (dividend, divisor) = (a.castToInteger, b.castToInteger)
        if divisor == 0 { throw FunctionError.divisionByZero }
        // The one division that overflows wraps around too.
        if divisor == -1 { return (0 &- dividend, 0) }
        return dividend.quotientAndRemainder(dividingBy: divisor)
    }
}
