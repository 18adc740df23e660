import Diagnostics
import Foundation

/// Shows findings to the user, on standard error.
struct FindingsPrinter: Sendable {
    /// The least severity that is shown.
    var leastSeverity: Finding.Severity
    /// The names of files.
    var names: DisplayNames

    /// Prints the findings, and how many there are of each severity; nothing if none is to be shown.
    func print(_ report: ConversionReport) {
        guard let worst = report.worst, worst >= leastSeverity else { return }
        let stream = StandardStream.error
        let usesColour = stream.showsColour(ProcessInfo.processInfo.environment)
        let text = TextReport(usesColour: usesColour, leastSeverity: leastSeverity)
        stream.show(text.render(names.applied(to: report)))
    }

    /// Runs `body`; when the input turns out to be invalid, prints what is wrong and ends with that status.
    func reporting(_ body: () throws -> Void) throws {
        do {
            try body()
        } catch let error as InvalidInput {
            print(error.report)
            throw ExitStatus.failed
        }
    }
}
