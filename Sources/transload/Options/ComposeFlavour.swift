import ArgumentParser
import ComposeModel
import Diagnostics
import SwarmNetes

/// For which program Compose files are written.
enum ComposeFlavour: String, ExpressibleByArgument, CaseIterable {
    /// `docker compose`.
    case compose
    /// `docker stack`.
    case stack

    /// The text of a file for the program, and what it cannot say; for `docker stack` in the oldest version that serves.
    func text(_ project: ComposeProject) -> Converted<String> {
        switch self {
        case .compose: ComposeWriter().text(project)
        case .stack: ComposeWriter(options: .init(flavour: .stack(.oldest(for: project)))).text(project)
        }
    }

    /// Where the contents of configs go: `docker stack` reads them from files only.
    var configs: ComposeApplicationWriter.Options.ConfigPlacement {
        switch self {
        case .compose: .inline
        case .stack: .files
        }
    }
}
