import ArgumentParser

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// How the program ends. Scripts rely on the numbers.
enum ExitStatus: Int32, Error {
    /// The work is done.
    case done = 0
    /// The input is invalid or the work failed; standard error says why, and no file was written.
    case failed = 1
    /// The command line is wrong.
    case wrongUsage = 2
    /// The work is done, but a decision is open, or `--strict` found losses.
    case unsettled = 3

    /// Tells the user about the error that ended a command, and answers the status for it.
    static func reporting(_ error: any Error) -> ExitStatus {
        switch error {
        case let status as ExitStatus: return status
        case is SystemFault: StandardStream.error.show("error: \(error)\n")
        default: return reportingOutcomeOfParsing(error)
        }
        return .failed
    }

    /// The same for what the argument parser throws: a request for help or the version is no fault.
    private static func reportingOutcomeOfParsing(_ error: any Error) -> ExitStatus {
        let text = TransloadCommand.fullMessage(for: error) + "\n"
        let status: ExitStatus =
            switch TransloadCommand.exitCode(for: error) {
            case .success: .done
            case .validationFailure: .wrongUsage
            default: .failed
            }
        (status == .done ? StandardStream.output : .error).show(text)
        return status
    }

    /// Ends the process.
    static func end(_ status: ExitStatus) -> Never { exit(status.rawValue) }
}
