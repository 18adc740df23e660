/// What is kept in step between two registries: which repositories and tags, under which names, and when.
public struct SyncRoute: Sendable, Hashable {
    /// What the route is called in the journal and in messages. Renaming a route makes it begin afresh.
    public var name: String
    /// The patterns of which a repository has to fit one; none lets every repository in. A pattern without `*` and `?` names
    /// a repository that is asked for even where the registry has no catalogue.
    public var repositories: [NamePattern] = []
    /// The patterns of which a repository must fit none.
    public var excludedRepositories: [NamePattern] = []
    /// Which tags.
    public var tags = TagSelection()
    /// The names at the destination.
    public var rewriting = NameRewriting()
    /// When images may move; none is always. Events are noted at any time.
    public var windows: [DailyWindow] = []
    /// How each image is copied.
    public var copy = CopyOptions()
    /// Whether a tag that goes at the source goes at the destination as well.
    public var mirrorsDeletions = false
    /// The smallest blob that is moved as soon as the source has it, before the manifest that names it; nil waits for the
    /// manifest. A push that is given up leaves such blobs behind, and the destination's garbage collection removes them.
    public var earlyBlobSize: Int64? = 1 << 20
    /// Which of several equal synchronisers this is; each repository belongs to one of them.
    public var shard = Shard.whole

    /// Creates a route for everything.
    public init(name: String = "default") { self.name = name }

    /// Whether the route is about a repository.
    public func admits(_ repository: RepositoryName) -> Bool {
        guard shard.contains(repository) else { return false }
        guard repositories.isEmpty || repositories.contains(where: { $0.matches(repository.path) }) else {
            return false
        }
        return !excludedRepositories.contains { $0.matches(repository.path) }
    }

    /// How many seconds until images may move; 0 while they may.
    public func secondsUntilOpen(at secondsSinceEpoch: Int64) -> Int64 {
        windows.map { $0.secondsUntilOpen(at: secondsSinceEpoch) }.min() ?? 0
    }

    /// The repositories that the patterns name outright; nil if some pattern stands for many.
    var namedRepositories: [RepositoryName]? {
        guard !repositories.isEmpty else { return nil }
        let names = repositories.compactMap { try? RepositoryName($0.description) }
        return names.count == repositories.count ? names : nil
    }
}

/// One of several equal parts of all repositories, the same on every machine.
public struct Shard: Sendable, Hashable, CustomStringConvertible {
    /// Which part, from 0.
    public let index: Int
    /// How many parts there are.
    public let count: Int

    /// Everything.
    public static let whole = Shard(index: 0, count: 1)

    private init(index: Int, count: Int) {
        self.index = index
        self.count = count
    }

    /// Reads `i/n`, with i from 0 to n - 1; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), count > 0, count <= 10_000,
            (0..<count).contains(index)
        else { return nil }
        self.init(index: index, count: count)
    }

    /// Whether a repository belongs to this part. Its name decides, by the FNV-1a hash with 64 bits.
    public func contains(_ repository: RepositoryName) -> Bool {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in repository.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash % UInt64(count) == UInt64(index)
    }

    /// `i/n`.
    public var description: String { "\(index)/\(count)" }
}
