/// A function that templates can call.
package struct TemplateFunction: Sendable {
    /// What a function does with its arguments, which have been checked against the signature and evaluated.
    package typealias Body = @Sendable (_ arguments: [Value], _ context: any FunctionContext) throws -> Value

    package var signature: Signature
    package var body: Body

    package init(_ signature: Signature, _ body: @escaping Body) {
        self.signature = signature
        self.body = body
    }

    /// A function that needs nothing from the rendering.
    package init(_ signature: Signature, _ body: @escaping @Sendable (_ arguments: [Value]) throws -> Value) {
        self.signature = signature
        self.body = { arguments, _ in try body(arguments) }
    }
}

/// The parameters of a function by their Go types.
package struct Signature: Hashable, Sendable {
    package var parameters: [GoType]
    /// The type of any further arguments, for a function such as `func(string, ...any)`.
    package var variadic: GoType?

    package init(_ parameters: GoType..., variadic: GoType? = nil) {
        self.parameters = parameters
        self.variadic = variadic
    }
}

/// The functions by name.
package typealias FunctionTable = [ByteString: TemplateFunction]
