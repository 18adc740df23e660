public import OrderedCollections
public import YAMLTree

/// How an image is built (Compose Build Specification).
public struct Build: MappingCodable, Sendable, Equatable {
    /// The folder or URL to build from.
    public var context: String?
    /// The Dockerfile, relative to the context.
    public var dockerfile: String?
    /// The text of the Dockerfile.
    public var dockerfileInline: String?
    /// The stage to build.
    public var target: String?
    /// Build arguments; null is taken from the environment of whoever builds.
    public var args: OrderedDictionary<String, String?>
    /// Further contexts by name.
    public var additionalContexts: OrderedDictionary<String, String>
    /// Labels of the image.
    public var labels: OrderedDictionary<String, String>
    /// Further names of the image.
    public var tags: [String]
    /// The platforms to build for.
    public var platforms: [String]
    /// Images or caches to read from.
    public var cacheFrom: [String]
    /// Caches to write to.
    public var cacheTo: [String]
    /// Whether caches are ignored.
    public var noCache: Bool?
    /// The stages for which caches are ignored.
    public var noCacheFilter: [String]
    /// Whether base images are pulled even when present.
    public var pull: Bool?
    /// The network of the build.
    public var network: String?
    /// Further host names with their addresses.
    public var extraHosts: [ExtraHost]
    /// Secrets that the build sees.
    public var secrets: [FileReference]
    /// Keys that the build may use.
    public var ssh: [SSHKey]
    /// Privileges that the build may use.
    public var entitlements: [String]
    /// Whether the build has all privileges.
    public var privileged: Bool?
    /// The isolation technology of the platform.
    public var isolation: String?
    /// The size of `/dev/shm`.
    public var shmSize: ByteSize?
    /// Limits of processes by name.
    public var ulimits: OrderedDictionary<String, Ulimit>
    /// The provenance attestation to add, such as `mode=max` or `true`.
    public var provenance: String?
    /// The bill of materials to add, such as `true`.
    public var sbom: String?
    /// The mapping that the value was read from, with the keys that the type does not know.
    public var fields: RetainedFields

    /// Creates a value that was not read from a text; keys that are not given stay absent.
    public init(
        context: String? = nil,
        dockerfile: String? = nil,
        dockerfileInline: String? = nil,
        target: String? = nil,
        args: OrderedDictionary<String, String?> = [:],
        additionalContexts: OrderedDictionary<String, String> = [:],
        labels: OrderedDictionary<String, String> = [:],
        tags: [String] = [],
        platforms: [String] = [],
        cacheFrom: [String] = [],
        cacheTo: [String] = [],
        noCache: Bool? = nil,
        noCacheFilter: [String] = [],
        pull: Bool? = nil,
        network: String? = nil,
        extraHosts: [ExtraHost] = [],
        secrets: [FileReference] = [],
        ssh: [SSHKey] = [],
        entitlements: [String] = [],
        privileged: Bool? = nil,
        isolation: String? = nil,
        shmSize: ByteSize? = nil,
        ulimits: OrderedDictionary<String, Ulimit> = [:],
        provenance: String? = nil,
        sbom: String? = nil,
        fields: RetainedFields = .none
    ) {
        self.context = context
        self.dockerfile = dockerfile
        self.dockerfileInline = dockerfileInline
        self.target = target
        self.args = args
        self.additionalContexts = additionalContexts
        self.labels = labels
        self.tags = tags
        self.platforms = platforms
        self.cacheFrom = cacheFrom
        self.cacheTo = cacheTo
        self.noCache = noCache
        self.noCacheFilter = noCacheFilter
        self.pull = pull
        self.network = network
        self.extraHosts = extraHosts
        self.secrets = secrets
        self.ssh = ssh
        self.entitlements = entitlements
        self.privileged = privileged
        self.isolation = isolation
        self.shmSize = shmSize
        self.ulimits = ulimits
        self.provenance = provenance
        self.sbom = sbom
        self.fields = fields
    }

    /// Reads the keys from their long forms.
    public init(from reader: inout MappingReader) {
        context = reader.value("context")
        dockerfile = reader.value("dockerfile")
        dockerfileInline = reader.value("dockerfile_inline")
        target = reader.value("target")
        args = reader.nullableMap("args")
        additionalContexts = reader.map("additional_contexts")
        labels = reader.map("labels")
        tags = reader.list("tags")
        platforms = reader.list("platforms")
        cacheFrom = reader.list("cache_from")
        cacheTo = reader.list("cache_to")
        noCache = reader.value("no_cache")
        noCacheFilter = reader.list("no_cache_filter")
        pull = reader.value("pull")
        network = reader.value("network")
        extraHosts = reader.list("extra_hosts")
        secrets = reader.list("secrets")
        ssh = reader.list("ssh")
        entitlements = reader.list("entitlements")
        privileged = reader.value("privileged")
        isolation = reader.value("isolation")
        shmSize = reader.value("shm_size")
        ulimits = reader.map("ulimits")
        provenance = reader.value("provenance")
        sbom = reader.value("sbom")
        fields = reader.retained()
    }

    /// Writes the keys in their long forms.
    public func write(to writer: inout MappingWriter) {
        writer.write("context", context)
        writer.write("dockerfile", dockerfile)
        writer.write("dockerfile_inline", dockerfileInline)
        writer.write("target", target)
        writer.write(nullable: "args", args)
        writer.write("additional_contexts", additionalContexts)
        writer.write("labels", labels)
        writer.write("tags", tags)
        writer.write("platforms", platforms)
        writer.write("cache_from", cacheFrom)
        writer.write("cache_to", cacheTo)
        writer.write("no_cache", noCache)
        writer.write("no_cache_filter", noCacheFilter)
        writer.write("pull", pull)
        writer.write("network", network)
        writer.write("extra_hosts", extraHosts)
        writer.write("secrets", secrets)
        writer.write("ssh", ssh)
        writer.write("entitlements", entitlements)
        writer.write("privileged", privileged)
        writer.write("isolation", isolation)
        writer.write("shm_size", shmSize)
        writer.write("ulimits", ulimits)
        writer.write("provenance", provenance)
        writer.write("sbom", sbom)
    }
}
