import ArgumentParser
import ComposeModel
import SwarmNetes

/// For which program Compose files are written.
enum ComposeFlavour: String, ExpressibleByArgument, CaseIterable {
    /// `docker compose`.
    case compose
    /// `docker stack`.
    case stack

    /// What the writer of text is told.
    var writer: ComposeWriter {
        switch self {
        case .compose: ComposeWriter()
        case .stack: ComposeWriter(options: ComposeWriter.Options(flavour: .stack(.v3_13)))
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
