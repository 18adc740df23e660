import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

/// The connections to registries.
///
/// HTTP/1.1 only and one event loop: HTTP/2 puts all streams of a connection under one TCP window, which doubles time and
/// cost of blobs, and with a single loop under both legs of a copy the upload holds the download back exactly, so that
/// memory stays bounded.
public final class RegistryTransport: Sendable {
    /// How the transport behaves.
    public let configuration: TransportConfiguration
    let clock: any RegistryClock

    private let group: MultiThreadedEventLoopGroup
    private let clients = Mutex<[Endpoint?: HTTPClient]>([:])
    private let tls: TLSConfiguration

    /// How many bytes a read takes at most. Large reads halve the processor time of a copy.
    private static let receiveBuffer = 1 << 20

    private init(_ configuration: TransportConfiguration, clock: any RegistryClock) throws {
        self.configuration = configuration
        self.clock = clock
        self.tls = try TLSConfiguration.registry(configuration)
        self.group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    }

    /// Runs `body` with a transport whose connections are closed afterwards.
    ///
    /// - Throws: What `body` throws; ``RegistryError`` with the code `configuration` when a certificate or key cannot be read.
    public static func with<Result>(
        _ configuration: TransportConfiguration = TransportConfiguration(),
        isolation: isolated (any Actor)? = #isolation,
        _ body: (RegistryTransport) async throws -> Result
    ) async throws -> Result {
        try await with(configuration, clock: SystemRegistryClock(), isolation: isolation, body)
    }

    static func with<Result>(
        _ configuration: TransportConfiguration,
        clock: any RegistryClock,
        isolation: isolated (any Actor)? = #isolation,
        _ body: (RegistryTransport) async throws -> Result
    ) async throws -> Result {
        let transport = try RegistryTransport(configuration, clock: clock)
        do {
            let result = try await body(transport)
            await transport.shutdown()
            return result
        } catch {
            await transport.shutdown()
            throw error
        }
    }

    private func shutdown() async {
        for client in clients.withLock({ Array($0.values) }) { try? await client.shutdown() }
        try? await group.shutdownGracefully()
    }

    /// Sends a request as it is: no authorization, no redirects, no second attempt.
    func send(_ request: HTTPClientRequest, to endpoint: Endpoint, deadline: NIODeadline) async throws
        -> HTTPClientResponse
    {
        try await client(for: endpoint).execute(request, deadline: deadline)
    }

    private func client(for endpoint: Endpoint) -> HTTPClient {
        let proxy = configuration.proxy.proxy(for: endpoint)
        return clients.withLock { clients in
            if let client = clients[proxy] { return client }
            let client = HTTPClient(
                eventLoopGroupProvider: .shared(group),
                configuration: clientConfiguration(proxy: proxy)
            )
            clients[proxy] = client
            return client
        }
    }

    private func clientConfiguration(proxy: Endpoint?) -> HTTPClient.Configuration {
        var settings = HTTPClient.Configuration(
            tlsConfiguration: tls,
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(
                connect: TimeAmount(configuration.timeouts.connect),
                read: TimeAmount(configuration.timeouts.idle),
                write: TimeAmount(configuration.timeouts.idle)
            ),
            proxy: proxy.map { .server(host: $0.host, port: $0.port) }
        )
        settings.httpVersion = .http1Only
        settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 16
        // What cannot be reached is tried again by our own rules.
        settings.connectionPool.retryConnectionEstablishment = false
        let pacing = configuration.pacing
        settings.http1_1ConnectionDebugInitializer = { channel in Self.tune(channel, pacing: pacing) }
        return settings
    }

    private static func tune(_ channel: any Channel, pacing: Int?) -> EventLoopFuture<Void> {
        let large = channel.setOption(
            .recvAllocator,
            value: FixedSizeRecvByteBufferAllocator(capacity: receiveBuffer)
        )
        guard let pacing else { return large }
        #if os(Linux)
            let maximumPacingRate = ChannelOptions.Types.SocketOption(
                level: .socket,
                name: NIOBSDSocket.Option(rawValue: 47)
            )
            return large.flatMap {
                channel.setOption(maximumPacingRate, value: pacing)
            }
        #else
            return large
        #endif
    }
}

extension TLSConfiguration {
    fileprivate static func registry(_ configuration: TransportConfiguration) throws -> TLSConfiguration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.applicationProtocols = ["http/1.1"]
        if configuration.skipsVerification { tls.certificateVerification = .none }
        do {
            if let path = configuration.trustRoots {
                tls.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(path))]
            }
            if let own = configuration.clientCertificate {
                tls.certificateChain = try NIOSSLCertificate.fromPEMFile(own.certificate).map { .certificate($0) }
                tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: own.privateKey, format: .pem))
            }
        } catch {
            throw RegistryError(
                .configuration,
                "a certificate or key file cannot be read as PEM: \(error)",
                remedy: "Check the paths and that the files are PEM."
            )
        }
        return tls
    }
}

extension TimeAmount {
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .nanoseconds(
            Int64(clamping: seconds).multipliedReportingOverflow(by: 1_000_000_000).partialValue
                + attoseconds / 1_000_000_000
        )
    }
}
