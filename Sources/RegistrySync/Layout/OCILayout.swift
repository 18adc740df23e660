import Diagnostics
import NIOCore
import YAMLTree
import _NIOFileSystem

/// Images in a folder, as the OCI Image Layout Specification 1.0 has it: `oci-layout`, `index.json`, and the content under
/// `blobs`.
///
/// A file gets its name only when it is complete and verified, and `index.json` is replaced as a whole, so that a copy that
/// is killed leaves a layout that is right. Copies into the same layout at the same time by several processes are not
/// guarded against each other.
public struct OCILayout: Sendable {
    /// The folder's path.
    public let path: String
    let files: FileSystem
    private let indexAccess = SerialAccess()

    /// How large `index.json` may be.
    private static let indexLimit = 64 << 20
    private static let version = "1.0.0"
    /// The annotation by which an index names a manifest.
    private static let nameAnnotation = "org.opencontainers.image.ref.name"

    /// Opens the layout in a folder that has one.
    public init(opening path: String) async throws {
        self.path = path
        self.files = .shared
        guard let marker = try await read("oci-layout", limit: 4096),
            let root = try? JSONReader().document(in: marker, file: SourceFile("\(path)/oci-layout")),
            root["imageLayoutVersion"]?.text?.hasPrefix("1.") == true
        else { throw LayoutError(.notALayout, "'\(path)' is no OCI layout: 'oci-layout' of version 1 is missing") }
        _ = try await index()
    }

    /// Opens the layout in a folder, or creates one there.
    public init(creatingAt path: String) async throws {
        self.path = path
        self.files = .shared
        guard try await read("oci-layout", limit: 4096) == nil else {
            _ = try await index()
            return
        }
        try await makeFolder(path)
        try await makeFolder("\(path)/blobs")
        try await write(Array(#"{"imageLayoutVersion":"\#(Self.version)"}"#.utf8), to: "\(path)/oci-layout")
        try await write(try Manifest(index: []).bytes, to: "\(path)/index.json")
    }

    /// The manifests that `index.json` lists.
    public func index() async throws -> [Descriptor] {
        guard let bytes = try await read("index.json", limit: Self.indexLimit) else {
            throw LayoutError(.notALayout, "'\(path)' is no OCI layout: 'index.json' is missing")
        }
        return try Manifest(reading: bytes, mediaType: .ociIndex).manifests
    }

    /// The names that `index.json` gives to manifests, in its order.
    public func names() async throws -> [String] {
        try await index().compactMap { $0.annotations[Self.nameAnnotation] }
    }

    /// The entry under a tag or digest. A name may stand there alone (`v1`) or after the repository (`vote:v1`).
    func entry(_ reference: ManifestReference) async throws -> Descriptor? {
        let entries = try await index()
        switch reference {
        case .digest(let digest): return entries.last { $0.digest == digest }
        case .tag(let tag):
            let named = entries.filter { $0.annotations[Self.nameAnnotation] != nil }
            return named.last { $0.annotations[Self.nameAnnotation] == tag.name }
                ?? named.last { $0.annotations[Self.nameAnnotation]?.hasSuffix(":\(tag)") == true }
        }
    }

    /// Lists a manifest in `index.json`, under the name of a tag if there is one.
    func list(_ manifest: Manifest, as reference: ManifestReference) async throws {
        try await indexAccess.run { [self] in
            var entries = try await index()
            var entry = manifest.descriptor
            if case .tag(let tag) = reference {
                entry.annotations[Self.nameAnnotation] = tag.name
                entries.removeAll { $0.annotations[Self.nameAnnotation] == tag.name }
            } else if entries.contains(where: { $0.digest == entry.digest }) {
                return
            }
            entries.append(entry)
            try await write(try Manifest(index: entries).bytes, to: "\(path)/index.json")
        }
    }

    func blobPath(_ digest: Digest) -> String { "\(path)/blobs/\(digest.algorithm.rawValue)/\(digest.hex)" }
}
