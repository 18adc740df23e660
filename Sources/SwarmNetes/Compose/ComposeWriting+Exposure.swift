import OrchestrationIR

/// Ways in from outside by host and path, as hints on the services that they lead to.
extension ComposeWriting {
    /// The routes that lead to `workload`, as far as a service can say them: those of the first name.
    func exposure(of workload: Workload) -> Exposure? {
        guard let entries = routesByWorkload[workload.name], let (first, _, _) = entries.first else { return nil }
        let named = NamedPorts(workload.containers)
        var exposure = Exposure()
        exposure.name = first.name == workload.name ? nil : first.name
        exposure.routeClass = first.routeClass
        for (route, rule, endpoint) in entries where route.name == first.name {
            let port = endpoint.ports.first { port in
                switch rule.port {
                case .number(let number): port.port == number
                case .name(let name): port.name == name
                }
            }
            let number = port.flatMap { named.number($0.target) }
            let isFirst = number == workload.containers.first?.ports.first { $0.transport == .tcp }?.number
            exposure.targets.append(
                Exposure.Target(host: rule.host, path: rule.path, match: rule.match, port: isFirst ? nil : number)
            )
        }
        let hosts = Set(exposure.targets.compactMap(\.host))
        exposure.secret = first.certificates.first { $0.hosts.isEmpty || !hosts.isDisjoint(with: $0.hosts) }?.secret
        return exposure
    }

    /// The rules of `application` by the workload that they lead to.
    static func routes(of application: Application) -> [String: [(Route, Route.Rule, Endpoint)]] {
        guard !application.routes.isEmpty else { return [:] }
        let endpoints = Dictionary(application.endpoints.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var result: [String: [(Route, Route.Rule, Endpoint)]] = [:]
        for route in application.routes {
            for rule in route.rules {
                guard let endpoint = endpoints[rule.endpoint], let workload = endpoint.workloads.first else { continue }
                result[workload, default: []].append((route, rule, endpoint))
            }
        }
        return result
    }
}
