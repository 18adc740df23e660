/// What a copy will do, found out before anything is moved.
public struct CopyPlan: Sendable, Hashable {
    /// The manifests to write, children before parents; those that the destination has are not among them.
    public var manifests: [Manifest]
    /// The name under which the last manifest is written.
    public var reference: ManifestReference
    /// The digest that the name stands for afterwards.
    public var root: Digest
    /// The digest at the source; another one than ``root`` when the manifests had to be converted.
    public var sourceRoot: Digest
    /// What happens with each blob, in the order of the manifests.
    public var blobs: [Step]
    /// Whether the name stands for this image at the destination already, so that there is nothing to do.
    public var isUpToDate: Bool
    /// What was converted or left out for the destination's sake.
    public var remarks: [String]

    /// What happens with one blob.
    public struct Step: Sendable, Hashable {
        /// The blob.
        public var blob: Descriptor
        /// What happens.
        public var action: Action
    }

    /// What can happen with a blob.
    @frozen public enum Action: Sendable, Hashable {
        /// It is moved.
        case transfer
        /// It is tried to be mounted from another repository of the destination, and moved if that fails.
        case mount(from: RepositoryName)
        /// It is there.
        case present
    }

    /// How many bytes of blobs are moved if all mounts succeed.
    public var bytesToMove: Int64 { total { $0 == .transfer } }
    /// How many bytes the destination has or gets by mounting.
    public var bytesSpared: Int64 { total { $0 != .transfer } }

    private func total(_ matches: (Action) -> Bool) -> Int64 {
        blobs.reduce(0) { sum, step in matches(step.action) ? sum.addingSaturating(step.blob.size) : sum }
    }

    /// The time to move the bytes over a link; it does not count requests.
    ///
    /// - Parameter bandwidth: Bytes in a second.
    /// - Returns: The time; zero when the bandwidth is.
    public func expectedTime(bandwidth: Double) -> Duration {
        bandwidth > 0 ? .seconds(Double(bytesToMove) / bandwidth) : .zero
    }
}

extension Int64 {
    fileprivate func addingSaturating(_ other: Int64) -> Int64 {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? .max : sum
    }
}

extension CopyPlan {
    /// Notes in `locations` where the plan's blobs are after it was carried out.
    ///
    /// - Parameters:
    ///   - locations: The memory.
    ///   - repository: The repository that the image was copied to.
    ///   - registry: Its registry.
    public func record(in locations: inout BlobLocations, _ repository: RepositoryName, of registry: RegistryHost) {
        for step in blobs { locations.insert(step.blob.digest, in: repository, of: registry) }
    }
}
