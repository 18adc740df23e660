/// What a pre-synchroniser did.
public enum PreSyncReport: Sendable, Hashable {
    /// A sweep compared the source with what was brought.
    case swept(repositories: Int, tags: Int, found: Int)
    /// An image is at the destination.
    case copied(SyncWork, CopyPlan, seconds: Double)
    /// A blob is at the destination before its manifest; zero bytes if it was there.
    case movedBlob(SyncWork, bytes: Int64)
    /// A tag was taken away at the destination.
    case removed(SyncWork)
    /// What was to be done is no longer asked for: the source has it no more, or nothing may be removed.
    case dropped(SyncWork, reason: String)
    /// Something went wrong; it is tried again.
    case failed(SyncWork, reason: String, secondsUntilRetry: Int64)
    /// A sweep went wrong for one repository, or for the whole catalogue.
    case sweepFailed(RepositoryName?, reason: String)
}
