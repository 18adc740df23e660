import ArgumentParser
import Foundation
import RegistrySync

/// How registries are spoken to.
struct RegistryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Speaks HTTP without TLS to this registry.", valueName: "host[:port]"),
        transform: ImageArgument.registry
    )
    var plainHTTP: [RegistryHost] = []

    @Option(help: ArgumentHelp("Trusts also the authorities in this PEM file.", valueName: "file"))
    var tlsCA: String?

    @Option(help: ArgumentHelp("Shows this certificate (PEM) to registries; needs --tls-key.", valueName: "file"))
    var tlsCert: String?

    @Option(help: ArgumentHelp("The private key of --tls-cert (PEM).", valueName: "file"))
    var tlsKey: String?

    @Flag(help: "Does not verify the certificates of registries. Only for experiments.")
    var insecureSkipTLSVerify = false

    @Option(
        help: ArgumentHelp(
            "Reads credentials from this file instead of Docker's config.json.",
            valueName: "file"
        )
    )
    var authfile: String?

    @Option(help: ArgumentHelp("Sends at most this many bytes a second over a connection.", valueName: "bytes"))
    var limit: Int?

    @Flag(name: .customLong("quiet"), help: "Says nothing but what went wrong.")
    var isQuiet = false

    func validate() throws {
        guard (tlsCert == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-cert and --tls-key need each other.")
        }
        if let limit, limit < 1024 { throw ValidationError("--limit is at least 1024 bytes a second.") }
    }

    func transport() throws -> TransportConfiguration {
        var configuration = TransportConfiguration()
        configuration.plainHTTP = Set(plainHTTP)
        configuration.trustRoots = tlsCA
        configuration.skipsVerification = insecureSkipTLSVerify
        if let tlsCert, let tlsKey {
            configuration.clientCertificate = .init(certificate: tlsCert, privateKey: tlsKey)
        }
        configuration.proxy = ProxySettings(environment: ProcessInfo.processInfo.environment)
        configuration.pacing = limit
        return configuration
    }

    /// The credentials of the file that the user named, or of Docker's configuration if there is one.
    func credentials() throws -> any CredentialSource {
        let environment = ProcessInfo.processInfo.environment
        let usual = environment["DOCKER_CONFIG"] ?? environment["HOME"].map { "\($0)/.docker" }
        guard let path = authfile ?? usual.map({ "\($0)/config.json" }) else { return GivenCredentials() }
        guard authfile != nil || FileManager.default.isReadableFile(atPath: path) else { return GivenCredentials() }
        let descriptor = try Descriptor(opening: path, O_RDONLY)
        let bytes = try descriptor.readAll(limit: 16 << 20)
        try descriptor.finish(path)
        guard let bytes else { throw ValidationError("\(path) is too large for a file of credentials.") }
        return try DockerConfiguration(bytes, helper: CredentialHelper.ask)
    }

    /// Runs `body`; an error that says what to do is shown as it is.
    func reporting(_ body: () async throws -> Void) async throws {
        do {
            try await body()
        } catch let error
            where error is RegistryError || error is LayoutError || error is ManifestError
            || error is ContentMismatch || error is JournalError
        {
            StandardStream.error.show("error: \(error)\n")
            throw ExitStatus.failed
        }
    }
}
