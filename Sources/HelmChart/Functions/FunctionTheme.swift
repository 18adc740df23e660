package import GoTemplate

/// Functions of charts that belong together, such as those on strings.
package struct FunctionTheme: Sendable {
    /// The functions by name, for a rendering in the given environment.
    package var functions: @Sendable (_ environment: RenderEnvironment) -> FunctionTable

    package init(_ functions: @escaping @Sendable (_ environment: RenderEnvironment) -> FunctionTable) {
        self.functions = functions
    }
}
