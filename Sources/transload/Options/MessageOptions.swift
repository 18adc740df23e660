import ArgumentParser
import Diagnostics

/// How much a command says on standard error.
struct MessageOptions: ParsableArguments {
    enum Verbosity: EnumerableFlag {
        case quiet, verbose

        static func help(for value: Verbosity) -> ArgumentHelp? {
            switch value {
            case .quiet: "Say nothing but what makes the exit status differ from 0."
            case .verbose: "Say also what was kept, and give notices."
            }
        }
    }

    @Flag(exclusivity: .exclusive) var verbosity: Verbosity?

    /// The least severity that is shown.
    ///
    /// - Parameters:
    ///   - usual: Without a flag.
    ///   - failing: What makes the exit status differ from 0.
    /// - Returns: The severity that the flag, if there is one, stands for.
    func leastSeverity(usual: Finding.Severity, failing: Finding.Severity) -> Finding.Severity {
        switch verbosity {
        case .quiet: failing
        case .verbose: .kept
        case nil: usual
        }
    }
}
