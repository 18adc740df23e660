/// A plan as a script for a POSIX shell, with the commands of the orchestrator: `kubectl`, `docker`, or `curl` where
/// there is no command line.
///
/// The script looks at the preconditions first, stops at the first step that fails, and says which. Names of the inventory
/// are quoted, so that none can be taken for more than a name.
public struct ShellScript: Sendable, Hashable {
    /// Creates a renderer.
    public init() {}

    /// The script that carries out the plan.
    public func text(_ plan: ReleasePlan) -> String {
        var lines = opening("Releases the node \(plan.node) (\(plan.method)).", plan)
        for check in plan.preconditions {
            lines.append("require \(ShellQuoting.word(check.statement)) \(words(check.command))")
        }
        for (index, step) in plan.steps.enumerated() {
            lines.append("")
            lines.append("# \(index + 1). \(ShellQuoting.comment(step.summary))")
            switch step.action {
            case .send(let request):
                if request.retry != nil, let settled = step.settled {
                    // A request that is repeated may have become needless meanwhile.
                    lines.append("settled() { \(words(settled.command)); }")
                    lines.append(words(request, attempt: "attempt "))
                } else {
                    lines.append(words(request))
                }
            case .wait(let check, let pace): lines.append("within \(pace.words) \(words(check.command))")
            case .verify(let check):
                lines.append("require \(ShellQuoting.word(check.statement)) \(words(check.command))")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The script that undoes the plan as far as it can be undone, last step first.
    public func undoText(_ plan: ReleasePlan) -> String {
        var lines = opening("Undoes the release of the node \(plan.node) (\(plan.method)).", plan)
        for (index, step) in plan.steps.enumerated().reversed() {
            switch step.reversal {
            case .nothing: continue
            case .impossible(let advice):
                lines.append("# \(index + 1). Not undone: \(ShellQuoting.comment(step.summary))")
                lines.append("#    \(ShellQuoting.comment(advice))")
            case .send(let request):
                lines.append("# \(index + 1). Undo: \(ShellQuoting.comment(step.summary))")
                lines.append(words(request))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func opening(_ title: String, _ plan: ReleasePlan) -> [String] {
        ["#!/bin/sh", "# \(ShellQuoting.comment(title))", "set -eu"] + ShellFunctions.lines(for: plan.orchestrator)
            + [""]
    }

    private func words(_ request: PlanRequest, attempt: String = "") -> String {
        var text = request.retry.map { "within \($0.pace.words) \(attempt)" } ?? ""
        if case .node(let name) = request.endpoint { text += "on_node \(ShellQuoting.word(name)) " }
        return text + words(request.command)
    }

    private func words(_ command: ShellCommand) -> String {
        let words = command.arguments.map(ShellQuoting.word).joined(separator: " ")
        guard let input = command.input else { return words }
        return "with_input \(ShellQuoting.word(input)) \(words)"
    }

    private func words(_ check: ShellCheck) -> String {
        let expectation =
            switch check.expectation {
            case .prints(let text): "prints \(ShellQuoting.word(text))"
            case .printsOther(let text): "prints_other \(ShellQuoting.word(text))"
            case .printsNothing: "prints ''"
            case .printsOnly(let lines): "prints_only \(ShellQuoting.word(lines.joined(separator: "\n")))"
            }
        return "\(expectation) \(words(check.command))"
    }
}

extension Pace {
    /// Seconds between attempts and altogether.
    fileprivate var words: String { "\(interval.components.seconds) \(limit.components.seconds)" }
}
