import Foundation
import RegistrySync

/// The file in which `transload copy` remembers which repositories hold which blobs: `transload/blobs` in the user's
/// folder for caches. Losing it costs nothing but mounts.
struct BlobLocationsFile {
    private let path: String?

    private static let limit = 64 << 20

    init(environment: [String: String]) {
        let folder =
            environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
            ?? environment["HOME"].map { "\($0)/.cache" }
        path = folder.map { "\($0)/transload/blobs" }
    }

    func read() -> BlobLocations {
        guard let path, let descriptor = try? Descriptor(opening: path, O_RDONLY) else { return BlobLocations() }
        let bytes = try? descriptor.readAll(limit: Self.limit)
        try? descriptor.finish(path)
        return BlobLocations(text: String(decoding: (bytes ?? nil) ?? [], as: UTF8.self))
    }

    /// Writes the memory, as far as that is possible.
    func write(_ locations: BlobLocations) {
        guard let path else { return }
        let url = URL(fileURLWithPath: path)
        try? FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try? Data(locations.text.utf8).write(to: url, options: .atomic)
    }
}
