import NIOCore
import _NIOFileSystem

extension OCILayout: ImageSource, ImageDestination {
    /// The manifest under a name of `index.json`, or a manifest of the layout by its digest.
    public func manifest(_ reference: ManifestReference) async throws -> Manifest {
        let entry = try await entry(reference)
        let digest: Digest
        switch (reference, entry) {
        case (.digest(let given), _): digest = given
        case (_, let entry?): digest = entry.digest
        default: throw LayoutError(.notFound, "'\(path)' has no image named '\(reference)'")
        }
        let name = "blobs/\(digest.algorithm.rawValue)/\(digest.hex)"
        guard let bytes = try await read(name, limit: Manifest.sizeLimit) else {
            throw LayoutError(.notFound, "'\(path)' has no manifest \(digest)")
        }
        return try Manifest(reading: bytes, mediaType: entry?.mediaType, expected: digest)
    }

    /// The content of a blob from a byte on.
    public func blob(_ descriptor: Descriptor, from offset: Int64) async throws -> BlobStream {
        let file = blobPath(descriptor.digest)
        guard let info = try await info(file), info.type == .regular else {
            throw LayoutError(.notFound, "'\(path)' has no blob \(descriptor.digest)")
        }
        return BlobStream(LayoutBlob(file: FilePath(file), offset: min(offset, info.size), end: info.size))
    }

    /// The manifests that `index.json` lists and that belong to `digest`.
    public func referrers(of digest: Digest) async throws -> [Descriptor] {
        var found: [Descriptor] = []
        for entry in try await index() where entry.mediaType.isManifest {
            let manifest = try await manifest(.digest(entry.digest))
            if manifest.subject?.digest == digest { found.append(manifest.referrerDescriptor) }
        }
        return found
    }

    /// The digest of the manifest under a name; nil if there is none.
    public func manifestDigest(_ reference: ManifestReference) async throws -> Digest? {
        if let entry = try await entry(reference) { return entry.digest }
        guard case .digest(let digest) = reference else { return nil }
        return try await info(blobPath(digest)) == nil ? nil : digest
    }

    /// Whether the blob is there, in its full size.
    public func hasBlob(_ descriptor: Descriptor) async throws -> Bool {
        try await info(blobPath(descriptor.digest))?.size == descriptor.size
    }

    /// Never: all images of a layout share their blobs already.
    public func mount(_ descriptor: Descriptor, from repository: RepositoryName) -> Bool { false }

    /// Writes a blob; its file appears when the whole is there.
    public func push(
        _ descriptor: Descriptor,
        content: @Sendable (_ offset: Int64) async throws -> BlobStream
    ) async throws {
        try await makeFolder("\(path)/blobs/\(descriptor.digest.algorithm.rawValue)")
        let stream = try await content(0)
        try await write(to: blobPath(descriptor.digest)) { writer in
            for try await piece in stream.verified(as: descriptor) {
                try await writer.write(contentsOf: piece)
            }
        }
    }

    /// Writes a manifest and, under a tag or at the root of a copy, lists it in `index.json`.
    public func push(_ manifest: Manifest, as reference: ManifestReference) async throws {
        try await makeFolder("\(path)/blobs/\(manifest.digest.algorithm.rawValue)")
        try await write(manifest.bytes, to: blobPath(manifest.digest))
        if case .tag = reference { try await list(manifest, as: reference) }
    }
}

/// A file of the layout in pieces.
private struct LayoutBlob: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    let file: FilePath
    let offset: Int64
    let end: Int64

    func makeAsyncIterator() -> Iterator { Iterator(blob: self, offset: offset) }

    struct Iterator: AsyncIteratorProtocol {
        let blob: LayoutBlob
        var offset: Int64

        mutating func next() async throws -> ByteBuffer? {
            guard offset < blob.end else { return nil }
            let start = offset
            // The file is opened for each piece: an iterator that is given up has no moment at which to close it.
            let piece = try await FileSystem.shared.withFileHandle(forReadingAt: blob.file) { handle in
                try await handle.readChunk(fromAbsoluteOffset: start, length: OCILayout.chunk)
            }
            guard piece.readableBytes > 0 else { return nil }
            offset += Int64(piece.readableBytes)
            return piece
        }
    }
}
