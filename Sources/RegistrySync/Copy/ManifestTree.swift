/// The manifests of an image as they were read, children before parents.
struct ManifestTree: Sendable {
    private(set) var manifests: [Manifest] = []
    private(set) var root: Digest?
    private var claimed: Set<Digest> = []
    private let platforms: CopyOptions.Platforms

    init(options: CopyOptions) { platforms = options.platforms }

    var count: Int { claimed.count }

    /// Whether the manifest has not been met before.
    mutating func claim(_ digest: Digest) -> Bool { claimed.insert(digest).inserted }

    mutating func append(_ manifest: Manifest, isRoot: Bool) {
        manifests.append(manifest)
        if isRoot { root = manifest.digest }
    }

    /// The one image of an index that is wanted, if one platform is.
    func onlyImage(of index: Manifest) throws -> Descriptor? {
        guard case .only(let wanted) = platforms, wanted.count == 1, case .index(let entries) = index.content else {
            return nil
        }
        guard let image = entries.first(where: { $0.platform?.satisfies(wanted[0]) == true }) else {
            let offered = entries.compactMap(\.platform).filter { $0.os != "unknown" }.map(\.description)
            throw RegistryError(
                .notFound,
                "the image has nothing for \(wanted[0])",
                remedy: "It has: \(Array(Set(offered)).sorted().joined(separator: ", "))."
            )
        }
        return image
    }

    /// The entries of an index that are copied.
    func selected(of index: Manifest) -> [Descriptor] {
        guard case .only(let wanted) = platforms, wanted.count > 1 else { return index.manifests }
        let images = index.manifests.filter { entry in
            wanted.contains { entry.platform?.satisfies($0) == true }
        }
        let digests = Set(images.map(\.digest.description))
        return index.manifests.filter { entry in
            images.contains(entry)
                || entry.annotations["vnd.docker.reference.digest"].map(digests.contains) == true
        }
    }
}
