/// What names an image: registry, repository, and a tag, a digest or both.
///
/// The familiar short forms mean what they mean to Docker: `redis` is `docker.io/library/redis:latest`, and a first
/// component is a registry only if it holds a `.` or a `:` or is `localhost`.
public struct ImageReference: Sendable, Hashable, CustomStringConvertible {
    /// The registry.
    public var registry: RegistryHost
    /// The repository.
    public var repository: RepositoryName
    /// The tag; nil when only a digest was given.
    public var tag: Tag?
    /// The digest; it decides where both are given.
    public var digest: Digest?

    /// Creates a reference; without tag and digest it means the tag `latest`.
    public init(registry: RegistryHost, repository: RepositoryName, tag: Tag? = nil, digest: Digest? = nil) {
        self.registry = registry
        self.repository = repository
        self.tag = tag ?? (digest == nil ? .latest : nil)
        self.digest = digest
    }

    /// Reads a reference in a short or long form.
    public init(_ text: String) throws(ReferenceError) {
        var rest = Substring(text)
        var digest: Digest?
        if let at = rest.firstIndex(of: "@") {
            digest = try Digest(String(rest[rest.index(after: at)...]))
            rest = rest[..<at]
        }
        var tag: Tag?
        if let colon = rest.lastIndex(of: ":"), !rest[colon...].contains("/") {
            tag = try Tag(String(rest[rest.index(after: colon)...]))
            rest = rest[..<colon]
        }
        guard !rest.isEmpty else { throw ReferenceError(.reference, text, "the repository is missing") }
        let (registry, path) = try Self.split(rest)
        self.init(registry: registry, repository: try RepositoryName(path), tag: tag, digest: digest)
    }

    private static func split(_ text: Substring) throws(ReferenceError) -> (RegistryHost, String) {
        guard let slash = text.firstIndex(of: "/") else { return (.dockerHub, "library/\(text)") }
        let first = text[..<slash]
        guard first.contains(".") || first.contains(":") || first == "localhost" else {
            return (.dockerHub, String(text))
        }
        let registry = try RegistryHost(String(first))
        let path = String(text[text.index(after: slash)...])
        return (registry, registry == .dockerHub && !path.contains("/") ? "library/\(path)" : path)
    }

    /// What the manifest is asked for by: the digest if there is one, else the tag.
    public var manifest: ManifestReference {
        if let digest { return .digest(digest) }
        return .tag(tag ?? .latest)
    }

    /// The whole reference, nothing left out.
    public var description: String {
        "\(registry)/\(repository)" + (tag.map { ":\($0)" } ?? "") + (digest.map { "@\($0)" } ?? "")
    }
}

/// The name of a manifest within a repository.
@frozen public enum ManifestReference: Sendable, Hashable, CustomStringConvertible {
    /// By a tag, which may come to name another manifest.
    case tag(Tag)
    /// By its content.
    case digest(Digest)

    /// As it stands in a URL.
    public var description: String {
        switch self {
        case .tag(let tag): tag.name
        case .digest(let digest): digest.description
        }
    }
}
