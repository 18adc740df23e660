/// What is copied of an image, and how.
public struct CopyOptions: Sendable, Hashable {
    /// Which images of an index are copied.
    public enum Platforms: Sendable, Hashable {
        /// All. The index stays as it is.
        case all
        /// Those for one of these platforms. One platform is copied as an image without index; for several, the index stays
        /// as it is and names images that are not there (a sparse index), since another index would have another digest.
        case only([Platform])
    }

    /// Which images of an index are copied.
    public var platforms: Platforms = .all
    /// Whether what belongs to the image, such as signatures, is copied along.
    public var referrers = false
    /// How many blobs are under way at a time. One by default: more do not make an idle link faster, and take bandwidth from
    /// everybody else on it.
    public var streams = 1
    /// Repositories at the destination that may have the blobs already, to be mounted from.
    public var mountCandidates: [RepositoryName] = []
    /// What is known of where the destination's registry has blobs. A copy mounts from there.
    public var knownLocations = BlobLocations()
    /// What the destination does not take, and how to give it something that it does.
    public var profile: DestinationProfile = .generic

    /// Creates the defaults.
    public init() {}
}
