public import Logging
import Metrics

/// Turns what a pre-synchroniser reports into log records and metrics.
///
/// Metrics, by swift-metrics: the counters `presync_images_copied`, `presync_bytes_moved`, `presync_bytes_spared`,
/// `presync_blobs_moved_early`, `presync_removals`, `presync_failures` and `presync_sweep_failures`, and the timer
/// `presync_copy_duration`. Each but the last two has the dimension `route`.
public struct PreSyncTelemetry: Sendable {
    private let logger: Logger

    /// Creates telemetry that logs to `logger`.
    public init(logger: Logger) {
        self.logger = logger
    }

    /// Logs and counts a report. Pass this as the observer of a ``PreSynchroniser``.
    public func observe(_ report: PreSyncReport) {
        switch report {
        case .swept(let repositories, let tags, let found):
            let metadata: Logger.Metadata = [
                "repositories": "\(repositories)", "tags": "\(tags)", "found": "\(found)",
            ]
            logger.log(
                level: found > 0 ? .info : .debug,
                "compared the source with what was brought",
                metadata: metadata
            )
        case .copied(let work, let plan, let seconds):
            count("presync_images_copied", work)
            count("presync_bytes_moved", work, plan.bytesToMove)
            count("presync_bytes_spared", work, plan.bytesSpared)
            Timer(label: "presync_copy_duration", dimensions: work.dimensions).recordSeconds(seconds)
            var metadata = work.metadata
            metadata["digest"] = "\(plan.root)"
            metadata["moved"] = "\(plan.bytesToMove)"
            metadata["spared"] = "\(plan.bytesSpared)"
            metadata["seconds"] = "\((seconds * 1000).rounded() / 1000)"
            logger.info(plan.isUpToDate ? "the image is there already" : "brought an image", metadata: metadata)
        case .movedBlob(let work, let bytes):
            count("presync_blobs_moved_early", work)
            count("presync_bytes_moved", work, bytes)
            logger.debug("moved a blob before its manifest", metadata: work.metadata)
        case .removed(let work):
            count("presync_removals", work)
            logger.notice("took a tag away", metadata: work.metadata)
        case .dropped(let work, let reason):
            logger.notice("left out: \(reason)", metadata: work.metadata)
        case .failed(let work, let reason, let pause):
            count("presync_failures", work)
            logger.warning("failed, to be tried again in \(pause) s: \(reason)", metadata: work.metadata)
        case .sweepFailed(let repository, let reason):
            Counter(label: "presync_sweep_failures").increment()
            let metadata: Logger.Metadata? = repository.map { ["repository": "\($0)"] }
            logger.warning("could not be compared: \(reason)", metadata: metadata)
        }
    }

    private func count(_ name: String, _ work: SyncWork, _ amount: Int64 = 1) {
        Counter(label: name, dimensions: work.dimensions).increment(by: amount)
    }
}

extension SyncWork {
    fileprivate var dimensions: [(String, String)] { [("route", route)] }

    fileprivate var metadata: Logger.Metadata {
        let name =
            switch task {
            case .blob(let digest, _): ("blob", "\(digest)")
            case .image(let tag), .removal(let tag): ("tag", "\(tag)")
            }
        return ["route": "\(route)", "repository": "\(repository)", name.0: "\(name.1)"]
    }
}
