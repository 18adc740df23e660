/// Which repositories of registries have been seen to hold which blobs, so that a blob can be mounted instead of moved.
///
/// An entry is a hint: the registry's answer to the mount decides. Wrong hints cost one request and are forgotten.
public struct BlobLocations: Sendable, Hashable {
    /// How many blobs are remembered; the ones that were not seen for longest go first.
    public let capacity: Int
    private var places: [Key: Place] = [:]
    private var counter: UInt64 = 0

    private struct Key: Sendable, Hashable {
        var registry: RegistryHost
        var digest: Digest
    }

    private struct Place: Sendable, Hashable {
        var repositories: [RepositoryName]
        var seen: UInt64
    }

    /// How many repositories are remembered of one blob; one would do, unless it is deleted.
    private static let repositoriesLimit = 4

    /// Creates an empty memory.
    public init(capacity: Int = 100_000) { self.capacity = max(1, capacity) }

    /// How many blobs are remembered.
    public var count: Int { places.count }

    /// The repositories of `registry` that may hold a blob, the one seen last first.
    public func repositories(holding digest: Digest, in registry: RegistryHost) -> [RepositoryName] {
        places[Key(registry: registry, digest: digest)]?.repositories ?? []
    }

    /// Remembers that a repository holds a blob. O(1), and O(n) each time the capacity is reached.
    public mutating func insert(_ digest: Digest, in repository: RepositoryName, of registry: RegistryHost) {
        let key = Key(registry: registry, digest: digest)
        counter += 1
        var place = places[key] ?? Place(repositories: [], seen: counter)
        place.repositories.removeAll { $0 == repository }
        place.repositories.insert(repository, at: 0)
        if place.repositories.count > Self.repositoriesLimit { place.repositories.removeLast() }
        place.seen = counter
        places[key] = place
        if places.count > capacity { forgetOldest() }
    }

    /// Forgets that a repository holds a blob.
    public mutating func remove(_ digest: Digest, in repository: RepositoryName, of registry: RegistryHost) {
        let key = Key(registry: registry, digest: digest)
        places[key]?.repositories.removeAll { $0 == repository }
        if places[key]?.repositories.isEmpty == true { places[key] = nil }
    }

    /// Forgets a tenth at a time, so that the work per entry stays constant.
    private mutating func forgetOldest() {
        let oldest = places.map { ($0.value.seen, $0.key) }.sorted { $0.0 < $1.0 }
        for (_, key) in oldest.prefix(max(1, capacity / 10)) { places[key] = nil }
    }
}

// MARK: - Text

extension BlobLocations {
    /// The memory as text, oldest first: a line `REGISTRY DIGEST REPOSITORY...` for each blob.
    public var text: String {
        places.sorted { $0.value.seen < $1.value.seen }.map { key, place in
            "\(key.registry) \(key.digest) \(place.repositories.map(\.path).joined(separator: " "))\n"
        }.joined()
    }

    /// Reads what ``text`` wrote. Lines that cannot be read are left out: what they said is only a hint.
    public init(text: String, capacity: Int = 100_000) {
        self.init(capacity: capacity)
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: " ")
            guard fields.count >= 3, let registry = try? RegistryHost(String(fields[0])),
                let digest = try? Digest(String(fields[1]))
            else { continue }
            for field in fields.dropFirst(2).reversed() {
                guard let repository = try? RepositoryName(String(field)) else { continue }
                insert(digest, in: repository, of: registry)
            }
        }
    }
}
