import OrchestrationIR

extension Application {
    /// The application with tests that are requests as requests, which need no program in the image.
    ///
    /// Kubernetes sends them to the address of the pod, where a process that listens on the loopback address alone does not
    /// answer. So a port has to be one that the container declares, unless the test itself uses the container's name.
    func withProbeRequests() -> Application {
        var application = self
        for workload in workloads.indices {
            let names = Set([workloads[workload].name, workloads[workload].hostname].compactMap { $0 })
            for container in workloads[workload].containers.indices {
                application.workloads[workload].containers[container].sendProbes(names)
            }
        }
        return application
    }
}

extension Container {
    fileprivate mutating func sendProbes(_ names: Set<String>) {
        let names = names.union([name])
        let declared = Set(ports.lazy.filter { $0.transport == .tcp }.map(\.number))
        func request(_ probe: Probe?) -> Probe? {
            guard var probe else { return nil }
            let isNamed = ProbeClients.action(probe.action, isOwn: names.contains)
            let isLocal = ProbeClients.action(probe.action) { names.contains($0) || ProbeURL.isLoopback($0) }
            guard let action = isNamed ?? isLocal, isNamed != nil || action.port.map(declared.contains) ?? false else {
                return probe
            }
            probe.action = action
            return probe
        }
        liveness = request(liveness)
        readiness = request(readiness)
        startup = request(startup)
    }
}

extension Probe.Action {
    /// The number of the port that the probe connects to.
    fileprivate var port: Int? {
        switch self {
        case .http(let request):
            if case .number(let number) = request.port { number } else { nil }
        case .tcp(.number(let number)): number
        case .grpc(let port, _): port
        default: nil
        }
    }
}
