import ArgumentParser
import Foundation
import RegistrySync

/// `transload copy`: one image from a registry or folder to another.
struct CopyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copy",
        abstract: "Copies an image between registries and OCI layouts, moving only what the destination lacks.",
        discussion: """
            SOURCE and DESTINATION are references such as registry.example.com/team/app:1.2, or oci:FOLDER:NAME for an \
            image in a folder (OCI image layout).
            """
    )

    @Argument(help: "The image to copy.") var source: ImageLocation
    @Argument(help: "Where it goes.") var destination: ImageLocation

    @Option(
        name: .customLong("platform"),
        help: ArgumentHelp(
            "Copies only the image for this platform, such as linux/arm64; several keep the index, which then names "
                + "images that are not there.",
            valueName: "os/arch"
        ),
        transform: ImageArgument.platform
    )
    var platforms: [Platform] = []

    @Flag(help: "Copies signatures, attestations and whatever else belongs to the image along.")
    var referrers = false

    @Option(help: "How many blobs are under way at a time. More than 1 takes bandwidth from others on the link.")
    var streams = 1

    @Option(
        help: ArgumentHelp(
            "A repository of the destination's registry that may have some of the blobs already.",
            valueName: "repository"
        ),
        transform: ImageArgument.repository
    )
    var mountFrom: [RepositoryName] = []

    @Option(
        help: "What the destination does not take: generic, swr or acr. Recognised from its name unless given.",
        transform: ImageArgument.profile
    )
    var profile: DestinationProfile?

    @Flag(help: "Prints what would be moved, and moves nothing.") var dryRun = false

    @OptionGroup var registries: RegistryOptions

    func validate() throws {
        guard (1...64).contains(streams) else { throw ValidationError("--streams is a number from 1 to 64.") }
    }

    func run() async throws {
        try await registries.reporting {
            try await RegistryTransport.with(try registries.transport()) { transport in
                let places = ImagePlaces(credentials: try registries.credentials(), transport: transport)
                let memory = BlobLocationsFile(environment: ProcessInfo.processInfo.environment)
                let copy = ImageCopy(
                    from: try await places.source(source),
                    source.reference,
                    to: try await places.destination(destination),
                    as: destination.reference,
                    options: options(memory.read())
                )
                let plan = try await copy.plan()
                guard !dryRun else { return try StandardStream.output.write(plan.listing) }
                if !registries.isQuiet { StandardStream.error.show(plan.summary) }
                let display = CopyDisplay(plan: plan, isQuiet: registries.isQuiet)
                try await copy.run(plan) { display.show($0) }
                display.finish()
                if case .registry(let reference) = destination, !plan.blobs.isEmpty {
                    var locations = memory.read()
                    plan.record(in: &locations, reference.repository, of: reference.registry)
                    memory.write(locations)
                }
                try StandardStream.output.write("\(plan.root)\n")
            }
        }
    }

    private func options(_ locations: BlobLocations) -> CopyOptions {
        var options = CopyOptions()
        options.knownLocations = locations
        if !platforms.isEmpty { options.platforms = .only(platforms) }
        options.referrers = referrers
        options.streams = streams
        options.mountCandidates = mountFrom
        options.profile = profile ?? destination.recognisedProfile
        return options
    }
}

/// Reads the values of options that are no types of the argument parser.
enum ImageArgument {
    static func platform(_ text: String) throws -> Platform {
        guard let platform = Platform(text) else {
            throw ValidationError("a platform has the form linux/amd64 or linux/arm64/v8.")
        }
        return platform
    }

    static func profile(_ text: String) throws -> DestinationProfile {
        guard let profile = DestinationProfile.all.first(where: { $0.name == text }) else {
            throw ValidationError("the profiles are \(DestinationProfile.all.map(\.name).joined(separator: ", ")).")
        }
        return profile
    }

    static func repository(_ text: String) throws -> RepositoryName { try RepositoryName(text) }

    static func registry(_ text: String) throws -> RegistryHost { try RegistryHost(text) }
}
