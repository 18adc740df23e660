/// How templates are executed.
package struct TemplateOptions: Sendable {
    /// What a key that a map does not have gives: Go's option `missingkey`.
    package enum MissingKey: Sendable {
        /// No value, printed as `<no value>`.
        case invalid
        /// The zero of the map's elements; that of `interface {}` is again printed as `<no value>`.
        case zero
        case error
    }

    package var missingKey: MissingKey
    package var limits: RenderLimits
    /// The name of the whole set, which Go's messages about unknown templates cite.
    package var name: ByteString

    package init(
        missingKey: MissingKey = .invalid,
        limits: RenderLimits = RenderLimits(),
        name: ByteString = ByteString()
    ) {
        self.missingKey = missingKey
        self.limits = limits
        self.name = name
    }
}

/// What one execution may use, so that hostile templates end.
package struct RenderLimits: Hashable, Sendable {
    /// Nodes run, turns of loops and calls of functions.
    package var steps: Int
    /// Bytes written, those of included templates each time that they are.
    package var outputBytes: Int
    /// Templates within templates.
    package var depth: Int

    package init(steps: Int = 50_000_000, outputBytes: Int = 512 << 20, depth: Int = 4_000) {
        self.steps = steps
        self.outputBytes = outputBytes
        self.depth = depth
    }
}
