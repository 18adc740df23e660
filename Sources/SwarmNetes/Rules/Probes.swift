import ComposeModel
import KubeModel
import OrchestrationIR

// Compose has one test per service; an engine that finds it failing stops sending requests and replaces the container.
// Kubernetes splits the two consequences into readiness and liveness.

extension OrchestrationIR.Probe {
    /// The test of a service, with Docker's defaults made explicit because Kubernetes has others; nil if there is none.
    init?(_ healthCheck: HealthCheck, origin: Origin) {
        guard healthCheck.disable != true, let form = healthCheck.test.first else { return nil }
        let words = Array(healthCheck.test.dropFirst())
        let action: Action
        switch form {
        case "CMD" where !words.isEmpty: action = .command(words)
        case "CMD-SHELL" where !words.isEmpty: action = .shell(words.joined(separator: " "))
        default: return nil
        }
        self.init(
            action,
            // A zero asks an engine for its default.
            interval: healthCheck.interval.flatMap { $0.nanoseconds > 0 ? Duration($0) : nil } ?? .seconds(30),
            timeout: healthCheck.timeout.flatMap { $0.nanoseconds > 0 ? Duration($0) : nil } ?? .seconds(30),
            startPeriod: healthCheck.startPeriod.map(Duration.init),
            startInterval: healthCheck.startInterval.map(Duration.init),
            failureThreshold: healthCheck.retries.flatMap { $0 > 0 ? $0 : nil } ?? 3,
            origin: origin
        )
    }

    /// The probe without the time in which failures do not count: requests wait for a success anyway.
    var withoutStartPeriod: Self {
        var probe = self
        probe.startPeriod = nil
        return probe
    }
}

extension HealthCheck {
    /// The test that an engine runs inside the container for `probe`, with Kubernetes' defaults made explicit; nil where
    /// nothing inside the container can do it.
    ///
    /// - Parameters:
    ///   - probe: The probe.
    ///   - ports: The ports of the container, for probes that name one.
    init?(_ probe: OrchestrationIR.Probe, ports: [OrchestrationIR.ContainerPort]) {
        func number(_ target: EndpointPort.Target) -> Int? {
            switch target {
            case .number(let number): number
            case .name(let name): ports.first { $0.name == name }?.number
            }
        }
        let test: [String]
        switch probe.action {
        case .command(let words): test = ["CMD"] + words
        case .shell(let line): test = ["CMD-SHELL", line]
        case .http(let request):
            guard let port = number(request.port) else { return nil }
            test = ["CMD-SHELL", ProbeClients.line(for: request, port: port)]
        case .tcp(let target):
            guard let port = number(target) else { return nil }
            test = ["CMD-SHELL", "nc -z 127.0.0.1 \(port)"]
        case .grpc(let port, let service):
            let option = service.map { " -service=\(ShellLine.word($0))" } ?? ""
            test = ["CMD-SHELL", "grpc_health_probe -addr=127.0.0.1:\(port)\(option)"]
        }
        self.init(
            test: test,
            interval: ComposeDuration(probe.interval ?? .seconds(10)),
            timeout: ComposeDuration(probe.timeout ?? .seconds(1)),
            retries: probe.failureThreshold ?? 3,
            startPeriod: probe.startPeriod.map(ComposeDuration.init),
            startInterval: probe.startInterval.map(ComposeDuration.init)
        )
    }
}

extension KubeModel.Probe {
    /// The probe of a pod; times are rounded up to seconds.
    init(_ probe: OrchestrationIR.Probe) {
        self.init(
            initialDelaySeconds: probe.startPeriod?.secondsRoundedUp,
            periodSeconds: probe.interval?.secondsRoundedUp,
            timeoutSeconds: probe.timeout?.secondsRoundedUp,
            successThreshold: probe.successThreshold,
            failureThreshold: probe.failureThreshold
        )
        switch probe.action {
        case .command(let words): exec = ExecAction(command: words)
        case .shell(let line): exec = ExecAction(command: ["/bin/sh", "-c", line])
        case .http(let request):
            httpGet = HTTPGetAction(
                scheme: request.secure ? "HTTPS" : nil,
                host: request.host,
                port: IntOrString(request.port),
                path: request.path.isEmpty ? nil : request.path,
                httpHeaders: request.headers.map { HTTPHeader(name: $0.name, value: $0.value) }
            )
        case .tcp(let port): tcpSocket = TCPSocketAction(port: IntOrString(port))
        case .grpc(let port, let service): grpc = GRPCAction(port: port, service: service)
        }
    }
}

extension OrchestrationIR.Probe {
    /// The probe of a pod; nil if it has no handler that we know.
    init?(_ probe: KubeModel.Probe, origin: Origin) {
        let action: Action
        if let command = probe.exec?.command, !command.isEmpty {
            action = Self.shellAction(command) ?? .command(command)
        } else if let request = probe.httpGet {
            action = .http(
                ProbeRequest(
                    port: EndpointPort.Target(request.port),
                    path: request.path ?? "",
                    secure: request.scheme == "HTTPS",
                    host: request.host,
                    headers: request.httpHeaders.map { ProbeRequest.Header($0.name, $0.value) }
                )
            )
        } else if let socket = probe.tcpSocket {
            action = .tcp(port: EndpointPort.Target(socket.port))
        } else if let call = probe.grpc {
            action = .grpc(port: call.port, service: call.service)
        } else {
            return nil
        }
        self.init(
            action,
            interval: probe.periodSeconds.map { .seconds($0) },
            timeout: probe.timeoutSeconds.map { .seconds($0) },
            startPeriod: probe.initialDelaySeconds.map { .seconds($0) },
            failureThreshold: probe.failureThreshold,
            successThreshold: probe.successThreshold,
            origin: origin
        )
    }

    private static func shellAction(_ command: [String]) -> Action? {
        guard command.count == 3, command[0] == "/bin/sh", command[1] == "-c" else { return nil }
        return .shell(command[2])
    }
}
