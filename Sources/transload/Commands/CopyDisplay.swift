import RegistrySync
import Synchronization

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Shows a copy's progress on standard error: a line that rewrites itself on a terminal, nothing elsewhere.
final class CopyDisplay: Sendable {
    private let total: Int64
    private let isShown: Bool
    private let state = Mutex(State())

    private struct State {
        var moved: Int64 = 0
        var shown: Int64 = -1
    }

    init(plan: CopyPlan, isQuiet: Bool) {
        total = plan.bytesToMove
        isShown = !isQuiet && isatty(2) == 1 && plan.bytesToMove > 0
    }

    func show(_ progress: CopyProgress) {
        guard isShown, case .blobAdvanced(_, let bytes) = progress else { return }
        let line: String? = state.withLock { state in
            state.moved += Int64(bytes)
            let percent = min(100, state.moved * 100 / max(1, total))
            guard percent != state.shown else { return nil }
            state.shown = percent
            let filled = Int(percent) * 40 / 100
            let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 40 - filled)
            return "\r[\(bar)] \(percent) % of \(ByteText.describe(total))"
        }
        if let line { StandardStream.error.show(line) }
    }

    func finish() {
        if isShown { StandardStream.error.show("\n") }
    }
}

/// Sizes for people.
enum ByteText {
    /// A size with three digits and a decimal unit, as registries and link speeds are stated.
    static func describe(_ bytes: Int64) -> String {
        let units = ["B", "kB", "MB", "GB", "TB"]
        var value = Double(bytes)
        var unit = 0
        while value >= 999.5, unit < units.count - 1 {
            value /= 1000
            unit += 1
        }
        guard unit > 0 else { return "\(bytes) B" }
        let digits = value < 9.995 ? 100.0 : value < 99.95 ? 10.0 : 1.0
        let rounded = (value * digits).rounded() / digits
        let text = rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
        return "\(text) \(units[unit])"
    }
}

extension CopyPlan {
    /// One line that says what will happen.
    var summary: String {
        if isUpToDate, manifests.isEmpty { return "\(reference) is up to date\n" }
        let moved = blobs.count { $0.action == .transfer }
        var line = "moving \(moved) of \(blobs.count) blobs, \(ByteText.describe(bytesToMove))"
        if bytesSpared > 0 { line += "; the destination has \(ByteText.describe(bytesSpared))" }
        return line + remarks.map { "\n\($0)" }.joined() + "\n"
    }

    /// What would happen with each blob and manifest.
    var listing: String {
        var lines = blobs.map { step in
            let action =
                switch step.action {
                case .transfer: "move"
                case .mount(let repository): "mount from \(repository)"
                case .present: "present"
                }
            return "\(step.blob.digest) \(ByteText.describe(step.blob.size)) \(action)"
        }
        lines += manifests.map { "\($0.digest) \($0.mediaType) write" }
        lines += remarks
        lines.append("total to move: \(bytesToMove) bytes, spared: \(bytesSpared) bytes")
        return lines.joined(separator: "\n") + "\n"
    }
}
