extension TemplateFunction {
    /// A function whose Go signature is that of the Swift function: `(Int, ByteString) -> ByteString` is
    /// `func(int, string) string`.
    package static func typed<each P: GoParameter, R: GoResult>(
        _ body: @escaping @Sendable (repeat each P) throws -> R
    ) -> TemplateFunction {
        var signature = Signature()
        repeat signature.parameters.append((each P).goType)
        return TemplateFunction(signature) { arguments in
            var cursor = ArgumentCursor(arguments)
            return try body(repeat cursor.next((each P).self)).result
        }
    }

    /// A function of any number of arguments of one type, such as `func(...interface {})`.
    package static func variadic<V: GoParameter, R: GoResult>(
        _ body: @escaping @Sendable ([V]) throws -> R
    ) -> TemplateFunction {
        TemplateFunction(Signature(variadic: V.goType)) { arguments in
            try body(arguments.map(V.init(argument:))).result
        }
    }

    /// A function of one argument and any number of further ones.
    package static func variadic<A: GoParameter, V: GoParameter, R: GoResult>(
        _ body: @escaping @Sendable (A, [V]) throws -> R
    ) -> TemplateFunction {
        TemplateFunction(Signature(A.goType, variadic: V.goType)) { arguments in
            var cursor = ArgumentCursor(arguments)
            return try body(cursor.next(A.self), cursor.rest(V.self)).result
        }
    }

    /// A function of two arguments and any number of further ones.
    package static func variadic<A: GoParameter, B: GoParameter, V: GoParameter, R: GoResult>(
        _ body: @escaping @Sendable (A, B, [V]) throws -> R
    ) -> TemplateFunction {
        TemplateFunction(Signature(A.goType, B.goType, variadic: V.goType)) { arguments in
            var cursor = ArgumentCursor(arguments)
            return try body(cursor.next(A.self), cursor.next(B.self), cursor.rest(V.self)).result
        }
    }
}

/// The arguments of a call one after the other.
private struct ArgumentCursor {
    private var remaining: ArraySlice<Value>

    init(_ arguments: [Value]) {
        remaining = arguments[...]
    }

    mutating func next<P: GoParameter>(_: P.Type) -> P {
        P(argument: remaining.popFirst() ?? .null)
    }

    func rest<V: GoParameter>(_: V.Type) -> [V] {
        remaining.map(V.init(argument:))
    }
}
