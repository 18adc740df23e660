import KubeModel
import OrchestrationIR
import OrderedCollections

// A route is an Ingress: rules of one host that follow each other stand together.

extension IngressSpec {
    /// The route as an Ingress says it.
    init(_ route: Route, names: KubernetesNames) {
        self.init(
            ingressClassName: route.routeClass,
            tls: route.certificates.map { IngressTLS(hosts: $0.hosts, secretName: $0.secret) }
        )
        for rule in route.rules {
            let path = HTTPIngressPath(
                path: rule.path,
                pathType: rule.match.kubernetes,
                backend: IngressBackend(
                    service: IngressServiceBackend(
                        name: names.endpoint(rule.endpoint),
                        port: ServiceBackendPort(rule.port)
                    )
                )
            )
            if let last = rules.indices.last, rules[last].host == rule.host {
                rules[last].http?.paths.append(path)
            } else {
                rules.append(IngressRule(host: rule.host, http: HTTPIngressRuleValue(paths: [path])))
            }
        }
    }
}

extension ServiceBackendPort {
    fileprivate init(_ port: EndpointPort.Target) {
        switch port {
        case .number(let number): self.init(number: number)
        case .name(let name): self.init(name: name)
        }
    }
}

extension Route.PathMatch {
    /// Kubernetes' name of the comparison.
    var kubernetes: String {
        switch self {
        case .prefix: "Prefix"
        case .exact: "Exact"
        case .unspecified: "ImplementationSpecific"
        }
    }

    /// The comparison with Kubernetes' name.
    init(kubernetes name: String) {
        self = [.prefix, .exact].first { $0.kubernetes == name } ?? .unspecified
    }
}

extension Route {
    /// The rules of an Ingress that lead to Services that `endpoint` knows.
    init(_ ingress: Ingress, name: String, origin: Origin, endpoint: (String) -> String?) {
        let spec = ingress.spec ?? IngressSpec()
        self.init(
            name: name,
            routeClass: spec.ingressClassName,
            certificates: spec.tls.map { Certificate(hosts: $0.hosts, secret: $0.secretName) },
            origin: origin
        )
        for rule in spec.rules {
            for path in rule.http?.paths ?? [] {
                guard let service = path.backend.service, let target = endpoint(service.name),
                    let port = service.port.flatMap(EndpointPort.Target.init)
                else { continue }
                rules.append(
                    Rule(
                        host: rule.host.flatMap { $0.isEmpty ? nil : $0 },
                        path: path.path ?? "/",
                        match: PathMatch(kubernetes: path.pathType),
                        endpoint: target,
                        port: port
                    )
                )
            }
        }
    }
}

extension EndpointPort.Target {
    fileprivate init?(_ port: ServiceBackendPort) {
        guard let target = port.number.map(Self.number) ?? port.name.map(Self.name) else { return nil }
        self = target
    }
}
