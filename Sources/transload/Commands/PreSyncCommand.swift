import ArgumentParser
import Foundation
import Logging
import RegistrySync
import ServiceLifecycle
import Synchronization
import UnixSignals

/// `transload presync`: brings new images of a registry to another before anybody asks for them there.
struct PreSyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "presync",
        abstract: "Brings new images of one registry to another before anybody asks for them there.",
        discussion: """
            Compares the registries at intervals, and with --listen hears of new images from the source's notifications at \
            once. What is to be done and what is done stands in the journal: a run that ends at any moment is gone on \
            with by the next one. Ends on SIGTERM and SIGINT.
            """
    )

    @Option(
        help: ArgumentHelp("The registry that has the images.", valueName: "registry"),
        transform: ImageArgument.registry
    )
    var from: RegistryHost

    @Option(
        help: ArgumentHelp("The registry that gets them.", valueName: "registry"),
        transform: ImageArgument.registry
    )
    var to: RegistryHost

    @OptionGroup(title: "What is brought") var rules: RouteOptions

    @Flag(help: "Compares once, brings what is missing, and ends; status 1 if something could not be brought.")
    var once = false

    @Option(help: ArgumentHelp("The time between comparisons.", valueName: "seconds")) var interval = 300

    @Option(help: ArgumentHelp("Receives notifications here; POST to any path.", valueName: "host:port"))
    var listen: String?

    @Option(
        help: ArgumentHelp(
            "The file with the Authorization header that notifications must have, such as \"Bearer …\".",
            valueName: "file"
        )
    )
    var authorizationFile: String?

    @Option(help: ArgumentHelp("The file that remembers what is to be done and what is done.", valueName: "file"))
    var journal = "transload-presync.journal"

    @Option(help: "The form of the messages on standard error: text or json.") var logFormat: LogFormat = .text

    @Flag(help: "Prints the Kubernetes objects that run this command, in shards, and does nothing else.")
    var manifests = false

    @Option(help: ArgumentHelp("The image with transload, for --manifests.", valueName: "image")) var image: String?

    @Option(help: ArgumentHelp("The number of shards, for --manifests.", valueName: "count")) var replicas = 1

    @OptionGroup(title: "Registries") var registries: RegistryOptions

    private static let secretLimit = 64 << 10

    func validate() throws {
        guard from != to || rules.addPrefix != nil || rules.removePrefix != nil || rules.flatten != nil else {
            throw ValidationError("--from and --to are the same registry: the images need other names there.")
        }
        guard interval >= 1 else { throw ValidationError("--interval is at least 1 second.") }
        guard listen == nil || !once else { throw ValidationError("--listen and --once exclude each other.") }
        guard authorizationFile == nil || listen != nil else {
            throw ValidationError("--authorization-file is about --listen.")
        }
        guard manifests == (image != nil) else { throw ValidationError("--manifests and --image need each other.") }
        guard !manifests || !once else { throw ValidationError("--manifests and --once exclude each other.") }
        guard (1...1000).contains(replicas) else { throw ValidationError("--replicas is a number from 1 to 1000.") }
        _ = try webhookAddress()
    }

    func run() async throws {
        if let image {
            let objects = PreSyncManifests(
                image: image,
                replicas: replicas,
                arguments: CommandLine.arguments,
                port: try webhookAddress()?.port
            )
            return try StandardStream.output.write(objects.text)
        }
        let logger = LogRecords.logger(logFormat, isQuiet: registries.isQuiet)
        let telemetry = PreSyncTelemetry(logger: logger)
        let webhook = try webhook()
        try await registries.reporting {
            try await RegistryTransport.with(try registries.transport()) { transport in
                let credentials = try registries.credentials()
                let failures = Failures()
                let synchroniser = PreSynchroniser(
                    from: RegistryClient(from, credentials: credentials, transport: transport),
                    to: RegistryClient(to, credentials: credentials, transport: transport),
                    routes: [rules.route(to: to)],
                    journal: try SyncJournal(path: journal)
                ) { report in
                    telemetry.observe(report)
                    failures.count(report)
                }
                if once {
                    try await synchroniser.sweep()
                    try await synchroniser.drain()
                    if failures.any { throw ExitStatus.failed }
                } else {
                    let service = PreSyncService(
                        synchroniser,
                        sweepingEvery: .seconds(interval),
                        webhook: webhook
                    )
                    try await ServiceGroup(
                        services: [service],
                        gracefulShutdownSignals: [.sigterm, .sigint],
                        logger: logger
                    ).run()
                }
            }
        }
    }

    private func webhookAddress() throws -> (host: String, port: Int)? {
        guard let listen else { return nil }
        guard let colon = listen.lastIndex(of: ":"), let port = Int(listen[listen.index(after: colon)...]),
            (1...65535).contains(port)
        else { throw ValidationError("--listen has the form 127.0.0.1:5999.") }
        let host = listen[..<colon].trimmingCharacters(in: ["[", "]"])
        return (host.isEmpty ? "0.0.0.0" : host, port)
    }

    private func webhook() throws -> WebhookServer? {
        guard let (host, port) = try webhookAddress() else { return nil }
        var authorization: String?
        if let path = authorizationFile {
            let descriptor = try Descriptor(opening: path, O_RDONLY)
            let bytes = try descriptor.readAll(limit: Self.secretLimit)
            try descriptor.finish(path)
            let text = bytes.map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines) }
            guard let text, !text.isEmpty else { throw ValidationError("\(path) holds no authorization.") }
            authorization = text
        }
        return WebhookServer(host: host, port: port, authorization: authorization)
    }

    /// Whether anything went wrong.
    private final class Failures: Sendable {
        private let state = Mutex(false)
        var any: Bool { state.withLock { $0 } }

        func count(_ report: PreSyncReport) {
            switch report {
            case .failed, .sweepFailed: state.withLock { $0 = true }
            default: break
            }
        }
    }
}
