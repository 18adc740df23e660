/// `eq`, `ne`, `lt`, `le`, `gt` and `ge`.
enum Comparison {
    static func add(to table: inout FunctionTable) {
        let two = Signature(.reflectValue, .reflectValue)
        table["eq"] = TemplateFunction(Signature(.reflectValue, variadic: .reflectValue), equal)
        table["ne"] = TemplateFunction(two) { .bool(!(try isEqual($0[0], $0[1]))) }
        table["lt"] = TemplateFunction(two) { .bool(try isLess($0[0], $0[1])) }
        table["le"] = TemplateFunction(two) { .bool(try isLessOrEqual($0[0], $0[1])) }
        table["gt"] = TemplateFunction(two) { .bool(!(try isLessOrEqual($0[0], $0[1]))) }
        table["ge"] = TemplateFunction(two) { .bool(!(try isLess($0[0], $0[1]))) }
    }

    /// What can be compared, by the kinds that Go tells apart here.
    private enum Basic {
        case none
        case bool(Bool)
        case integer(Int64)
        case unsigned(UInt64)
        case float(Double)
        case string(ByteString)
        case complex(Double, Double)

        init(_ value: Value) {
            switch value {
            case .bool(let value): self = .bool(value)
            case .integer(let value, _): self = .integer(value)
            case .unsigned(let value, _): self = .unsigned(value)
            case .float(let value): self = .float(value)
            case .string(let value): self = .string(value)
            case .object(let object):
                if let complex = object as? ComplexValue {
                    self = .complex(complex.real, complex.imaginary)
                } else {
                    self = .none
                }
            default: self = .none
            }
        }

        var isNone: Bool {
            if case .none = self { return true }
            return false
        }
    }

    private static func equal(_ arguments: [Value]) throws -> Value {
        guard arguments.count > 1 else { throw FunctionError("missing argument for comparison") }
        for argument in arguments.dropFirst() where try isEqual(arguments[0], argument) { return .bool(true) }
        return .bool(false)
    }

    private static func isEqual(_ first: Value, _ second: Value) throws -> Bool {
        let (first, second) = (first.unwrapped, second.unwrapped)
        switch (Basic(first), Basic(second)) {
        case (.bool(let a), .bool(let b)): return a == b
        case (.integer(let a), .integer(let b)): return a == b
        case (.unsigned(let a), .unsigned(let b)): return a == b
        case (.integer(let a), .unsigned(let b)): return a >= 0 && UInt64(a) == b
        case (.unsigned(let a), .integer(let b)): return b >= 0 && a == UInt64(b)
        case (.float(let a), .float(let b)): return a == b
        case (.string(let a), .string(let b)): return a == b
        case (.complex(let a, let b), .complex(let c, let d)): return a == c && b == d
        case (.none, .none): return try isSame(first, second)
        default:
            if first.isNil || second.isNil { return false }
            throw incompatible(first, second)
        }
    }

    /// Equality of what is no number, string or bool: only nothing equals nothing, and objects may be the same.
    private static func isSame(_ first: Value, _ second: Value) throws -> Bool {
        guard let firstType = first.type, let secondType = second.type else { return first.isNil && second.isNil }
        guard firstType.kind == secondType.kind else {
            // Go prints the first with the verb for strings, and the second by its type.
            let types = "\(shown(first)): \(firstType.name), \(secondType.name): \(GoFormat.value(second))"
            throw FunctionError("non-comparable types \(types)")
        }
        if case .object(let a) = first, case .object(let b) = second, a.rangeElements == nil { return a === b }
        throw FunctionError("non-comparable type \(shown(second)): \(secondType.name)")
    }

    private static func shown(_ value: Value) -> ByteString { GoFormat.sprintf("%s", [value]) }

    private static func isLess(_ first: Value, _ second: Value) throws -> Bool {
        let (first, second) = (first.unwrapped, second.unwrapped)
        let (basicFirst, basicSecond) = (Basic(first), Basic(second))
        if basicFirst.isNone || basicSecond.isNone { throw FunctionError("invalid type for comparison") }
        switch (basicFirst, basicSecond) {
        case (.integer(let a), .integer(let b)): return a < b
        case (.unsigned(let a), .unsigned(let b)): return a < b
        case (.integer(let a), .unsigned(let b)): return a < 0 || UInt64(a) < b
        case (.unsigned(let a), .integer(let b)): return b >= 0 && a < UInt64(b)
        case (.float(let a), .float(let b)): return a < b
        case (.string(let a), .string(let b)): return a < b
        case (.bool, .bool), (.complex, .complex): throw FunctionError("invalid type for comparison")
        default: throw incompatible(first, second)
        }
    }

    private static func isLessOrEqual(_ first: Value, _ second: Value) throws -> Bool {
        if try isLess(first, second) { return true }
        return try isEqual(first, second)
    }

    private static func incompatible(_ first: Value, _ second: Value) -> FunctionError {
        let (first, second) = (first.type?.name ?? "", second.type?.name ?? "")
        return FunctionError("incompatible types for comparison: \(first) and \(second)")
    }
}
