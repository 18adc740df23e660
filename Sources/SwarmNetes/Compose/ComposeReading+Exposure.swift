import ComposeModel
public import Diagnostics
import OrchestrationIR
import OrderedCollections

extension FindingCode {
    /// A service is to be reached from outside by host and path, which is not possible as it says.
    public static let exposureImpossible: FindingCode = "compose.exposure-impossible"
}

/// Ways in from outside by host and path.
extension ComposeReading {
    mutating func readExposure(_ name: String, _ service: ComposeModel.Service, _ hints: Hints, _ origin: Origin) {
        let labels = service.labels.merging(service.deploy?.labels ?? [:]) { first, _ in first }
        guard let exposure = hints.exposure ?? Exposure(labels) else { return }
        guard let endpoint = application.endpoints.first(where: { $0.name == name }) else {
            return report("the service \(name) is on no network through which requests could reach it", origin)
        }
        var rules: [Route.Rule] = []
        for target in exposure.targets {
            guard target.isValid else {
                report("the service \(name) is to be exposed under what is no host and path", origin)
                continue
            }
            let port = target.port ?? exposure.port
            let known = port.map { number in endpoint.ports.contains { $0.port == number } } ?? true
            guard known, let number = port ?? endpoint.ports.first(where: { $0.transport == .tcp })?.port else {
                report(
                    "the service \(name) is to be exposed, and does not declare the port that serves requests",
                    origin
                )
                continue
            }
            let rule = Route.Rule(
                host: target.host,
                path: target.path,
                match: target.match,
                endpoint: endpoint.name,
                port: .number(number)
            )
            if !rules.contains(rule) { rules.append(rule) }
        }
        guard !rules.isEmpty else { return }
        var hosts: OrderedSet<String> = []
        for rule in rules { if let host = rule.host { hosts.append(host) } }
        let certificate = exposure.secret.map { Route.Certificate(hosts: Array(hosts), secret: $0) }
        add(
            Route(
                name: exposure.name ?? name,
                routeClass: exposure.routeClass,
                rules: rules,
                certificates: certificate.map { [$0] } ?? [],
                origin: origin
            )
        )
    }

    /// Adds a route, to the one of its name if there is one.
    private mutating func add(_ route: Route) {
        guard let index = application.routes.firstIndex(where: { $0.name == route.name }) else {
            application.routes.append(route)
            return
        }
        application.routes[index].rules += route.rules
        application.routes[index].routeClass = application.routes[index].routeClass ?? route.routeClass
        for certificate in route.certificates {
            let certificates = application.routes[index].certificates
            if let same = certificates.firstIndex(where: { $0.secret == certificate.secret }) {
                let known = certificates[same].hosts
                application.routes[index].certificates[same].hosts += certificate.hosts.filter { !known.contains($0) }
            } else {
                application.routes[index].certificates.append(certificate)
            }
        }
    }

    private mutating func report(_ message: String, _ origin: Origin) {
        findings.append(
            Finding(
                .exposureImpossible,
                .decisionNeeded,
                message,
                remedy: "Declare the port with expose, and name hosts as shop.example.com or shop.example.com/path.",
                origin: origin,
                in: application.origins
            )
        )
    }
}
