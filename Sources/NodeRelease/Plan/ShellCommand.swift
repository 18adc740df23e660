/// A command of a command line: a program with its arguments, and the text on its standard input.
public struct ShellCommand: Sendable, Hashable {
    /// The program, and its arguments as it shall get them.
    public var arguments: [String]
    /// The text on standard input.
    public var input: String?

    /// Creates a command.
    public init(_ arguments: [String], input: String? = nil) {
        self.arguments = arguments
        self.input = input
    }
}

/// A command, and what its output tells.
public struct ShellCheck: Sendable, Hashable {
    /// What the output has to be, apart from line feeds at the end.
    public enum Expectation: Sendable, Hashable {
        /// This text.
        case prints(String)
        /// Anything but this text.
        case printsOther(String)
        /// Nothing.
        case printsNothing
        /// No lines but these.
        case printsOnly([String])
    }

    /// The command.
    public var command: ShellCommand
    /// What the output has to be.
    public var expectation: Expectation

    /// Creates a check.
    public init(_ arguments: [String], _ expectation: Expectation) {
        self.command = ShellCommand(arguments)
        self.expectation = expectation
    }
}
