import ArgumentParser
import Foundation
import RegistrySync

/// What `transload presync` keeps in step.
struct RouteOptions: ParsableArguments {
    @Option(
        name: .customLong("repository"),
        help: ArgumentHelp(
            "Brings the repositories that fit; * stands for anything but /, ** for anything. All unless given.",
            valueName: "pattern"
        )
    )
    var repositories: [String] = []

    @Option(help: ArgumentHelp("Leaves out the repositories that fit.", valueName: "pattern"))
    var excludeRepository: [String] = []

    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp("Brings the tags that fit. All unless given.", valueName: "pattern")
    )
    var tags: [String] = []

    @Option(help: ArgumentHelp("Leaves out the tags that fit.", valueName: "pattern"))
    var excludeTag: [String] = []

    @Option(
        help: ArgumentHelp(
            "Brings the tags that are versions in this range, such as \">=1.20 <2\".",
            valueName: "range"
        ),
        transform: { text in
            guard let range = VersionRange(text) else { throw ValidationError("\(text) is no range of versions.") }
            return range
        }
    )
    var versions: VersionRange?

    @Option(help: ArgumentHelp("Brings only so many tags of each repository, the newest.", valueName: "count"))
    var newest: Int?

    @Option(
        name: .customLong("platform"),
        help: ArgumentHelp("Brings only the images for this platform, such as linux/arm64.", valueName: "os/arch"),
        transform: ImageArgument.platform
    )
    var platforms: [Platform] = []

    @Option(
        help: ArgumentHelp("Takes this off the front of the repositories' names.", valueName: "prefix"),
        transform: ImageArgument.repository
    )
    var removePrefix: RepositoryName?

    @Option(
        help: ArgumentHelp("Puts this in front of the repositories' names.", valueName: "prefix"),
        transform: ImageArgument.repository
    )
    var addPrefix: RepositoryName?

    @Option(
        help: ArgumentHelp(
            "Joins the parts of a name by this instead of slashes: - _ . or __, for registries with two levels of names.",
            valueName: "joint"
        ),
        transform: { text in
            guard let flattening = NameRewriting.Flattening(rawValue: text) else {
                throw ValidationError("names are joined by -, _, . or __.")
            }
            return flattening
        }
    )
    var flatten: NameRewriting.Flattening?

    @Option(
        name: .customLong("window"),
        help: ArgumentHelp("Moves images only in these hours (UTC), such as 22:00-06:00.", valueName: "from-to"),
        transform: { text in
            guard let window = DailyWindow(text) else { throw ValidationError("a window has the form 22:00-06:00.") }
            return window
        }
    )
    var windows: [DailyWindow] = []

    @Flag(help: "Takes tags away at the destination that the source has no more.") var mirrorDeletions = false

    @Flag(help: "Copies signatures, attestations and whatever else belongs to an image along.") var referrers = false

    @Option(
        help: ArgumentHelp(
            "Moves a blob of at least so many bytes as soon as it is pushed, before its manifest; \"never\" waits.",
            valueName: "bytes"
        ),
        transform: { text in
            if text == "never" { return .never }
            guard let bytes = Int64(text), bytes >= 0 else {
                throw ValidationError("--early is a number of bytes or never.")
            }
            return .from(bytes)
        }
    )
    var early: Early = .from(1 << 20)

    @Option(
        help: ArgumentHelp("Works on part i of n equal parts, counted from 0; others do the rest.", valueName: "i/n"),
        transform: { text in
            guard let shard = Shard(text) else { throw ValidationError("a shard has the form 0/3.") }
            return shard
        }
    )
    var shard: Shard = .whole

    /// From which size blobs move before their manifest.
    enum Early {
        case never
        case from(Int64)
    }

    func validate() throws {
        if let newest, newest < 1 { throw ValidationError("--newest is at least 1.") }
    }

    /// The one route that the options describe.
    func route(to destination: RegistryHost) -> SyncRoute {
        var route = SyncRoute()
        route.repositories = repositories.map { NamePattern($0) }
        route.excludedRepositories = excludeRepository.map { NamePattern($0) }
        route.tags.include = tags.map { NamePattern($0) }
        route.tags.exclude = excludeTag.map { NamePattern($0) }
        route.tags.versions = versions
        route.tags.newest = newest
        route.rewriting.removedPrefix = removePrefix
        route.rewriting.addedPrefix = addPrefix
        route.rewriting.flattening = flatten
        route.windows = windows
        route.mirrorsDeletions = mirrorDeletions
        route.shard = shard
        if !platforms.isEmpty { route.copy.platforms = .only(platforms) }
        route.copy.referrers = referrers
        route.copy.profile = .recognised(destination)
        route.earlyBlobSize = if case .from(let bytes) = early { bytes } else { nil }
        return route
    }
}
