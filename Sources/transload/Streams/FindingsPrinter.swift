import Diagnostics
import Foundation

/// Shows findings to the user, on standard error.
struct FindingsPrinter: Sendable {
    /// Prints the findings from `leastSeverity` on, and how many there are of each severity; nothing if none is listed.
    func print(_ report: ConversionReport, leastSeverity: Finding.Severity) {
        guard let worst = report.worst, worst >= leastSeverity else { return }
        let stream = StandardStream.error
        let usesColour = stream.showsColour(ProcessInfo.processInfo.environment)
        stream.show(TextReport(usesColour: usesColour, leastSeverity: leastSeverity).render(report))
    }
}
