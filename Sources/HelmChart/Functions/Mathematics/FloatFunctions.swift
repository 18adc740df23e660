import GoTemplate

extension FunctionTheme {
    /// Arithmetic on floats of values that are cast to them. Sums, products and quotients are exact in decimal, so
    /// that 0.1 and 0.2 are 0.3.
    package static let floats = FunctionTheme { _ in
        var table = FunctionTable()
        table["addf"] = .variadic { (values: [Value]) in
            try values.reduce(DecimalNumber()) { try $0 + DecimalNumber($1.castToFloat) }.double
        }
        table["add1f"] = .typed { (value: Value) in
            try (DecimalNumber(value.castToFloat) + DecimalNumber(1)).double
        }
        table["subf"] = .variadic { (first: Value, rest: [Value]) in
            try rest.reduce(DecimalNumber(first.castToFloat)) { try $0 - DecimalNumber($1.castToFloat) }.double
        }
        table["mulf"] = .variadic { (first: Value, rest: [Value]) in
            try rest.reduce(DecimalNumber(first.castToFloat)) { try $0 * DecimalNumber($1.castToFloat) }.double
        }
        table["divf"] = .variadic { (first: Value, rest: [Value]) in
            try rest.reduce(DecimalNumber(first.castToFloat)) { try $0 / DecimalNumber($1.castToFloat) }.double
        }
        table["maxf"] = .variadic { (first: Value, rest: [Value]) in
            rest.reduce(first.castToFloat) { Rounding.larger($0, $1.castToFloat) }
        }
        table["minf"] = .variadic { (first: Value, rest: [Value]) in
            rest.reduce(first.castToFloat) { -Rounding.larger(-$0, -$1.castToFloat) }
        }
        table["floor"] = .typed { (value: Value) in value.castToFloat.rounded(.down) }
        table["ceil"] = .typed { (value: Value) in value.castToFloat.rounded(.up) }
        table["round"] = .variadic { (value: Value, places: Int, threshold: [Double]) in
            Rounding.round(value.castToFloat, places: places, threshold: threshold.first ?? 0.5)
        }
        return table
    }
}
