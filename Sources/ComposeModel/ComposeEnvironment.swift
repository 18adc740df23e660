/// The variables that a Compose file may refer to.
///
/// A caller passes them in; nothing here reads the environment of the process.
public struct ComposeEnvironment: Sendable, Hashable {
    private var variables: [String: String]

    /// Creates an environment.
    public init(_ variables: [String: String] = [:]) {
        self.variables = variables
    }

    /// The value of the variable `name`.
    public subscript(_ name: String) -> String? {
        get { variables[name] }
        set { variables[name] = newValue }
    }

    /// The same variables, and those of `others` that are not set yet.
    public func addingDefaults(_ others: [String: String]) -> ComposeEnvironment {
        ComposeEnvironment(variables.merging(others) { own, _ in own })
    }

    /// Whether no variable is set.
    public var isEmpty: Bool { variables.isEmpty }
}

extension ComposeEnvironment: ExpressibleByDictionaryLiteral {
    /// Creates an environment from names and values; the names must differ.
    public init(dictionaryLiteral elements: (String, String)...) {
        self.init(Dictionary(uniqueKeysWithValues: elements))
    }
}
