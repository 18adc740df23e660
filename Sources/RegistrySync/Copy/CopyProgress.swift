/// One step of a copy as it happens.
@frozen public enum CopyProgress: Sendable, Hashable {
    /// The destination has the blob; nothing is moved.
    case blobPresent(Descriptor)
    /// The destination took the blob from another of its repositories; nothing was moved.
    case blobMounted(Descriptor, from: RepositoryName)
    /// A blob's transfer begins.
    case blobStarted(Descriptor)
    /// So many more bytes of a blob were taken from the source. After a fault, bytes that are sent again are counted again.
    case blobAdvanced(Digest, bytes: Int)
    /// A blob is at the destination, verified.
    case blobFinished(Descriptor)
    /// A manifest is at the destination.
    case manifestWritten(Descriptor)
}
