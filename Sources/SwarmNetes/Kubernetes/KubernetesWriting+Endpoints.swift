import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

/// Services, and what leads to them or keeps others from them.
extension KubernetesWriting {
    mutating func write(_ endpoint: Endpoint) {
        let name = names.endpoint(endpoint.name)
        var metadata = metadata(name, part: endpoint.name, labels: endpoint.labels)
        if isLabelled, let first = endpoint.workloads.first {
            metadata.labels[Marks.nameLabel] = ObjectNames.label(first)
        }
        if let original = endpoint.aliasOf {
            metadata.labels[Marks.aliasOf] = ObjectNames.label(original)
        }
        var spec = ServiceSpec(ports: endpoint.ports.map(ServicePort.init))
        if endpoint.workloads.count == 1, let workload = endpoint.workloads.first {
            spec.selector = selector(workload)
        } else if !endpoint.workloads.isEmpty {
            spec.selector = [Marks.endpoint + name: "true"]
        }
        switch endpoint.exposure {
        case .inside: break
        case .insideEach: spec.clusterIP = "None"
        case .everyNode: spec.type = "NodePort"
        case .loadBalancer: spec.type = "LoadBalancer"
        case .external(let target):
            spec.type = "ExternalName"
            spec.externalName = target
        }
        if let affinity = endpoint.clientAffinity {
            spec.sessionAffinity = "ClientIP"
            if affinity != .seconds(10800) {
                spec.sessionAffinityConfig = SessionAffinityConfig(
                    clientIP: ClientIPConfig(timeoutSeconds: affinity.secondsRoundedUp)
                )
            }
        }
        if let stays = endpoint.staysOnNode, spec.type == "NodePort" || spec.type == "LoadBalancer" {
            spec.externalTrafficPolicy = stays ? "Local" : "Cluster"
        }
        objects.append(AnyKubernetesObject(KubeModel.Service(metadata: metadata, spec: spec)))
    }

    mutating func write(_ route: Route) {
        let metadata = metadata(ObjectNames.subdomain(route.name), part: route.name, labels: route.labels)
        switch options.routing {
        case .ingress:
            let spec = IngressSpec(route, names: names)
            objects.append(AnyKubernetesObject(Ingress(metadata: metadata, spec: spec)))
        case .gateway(let gateway):
            objects += route.httpRoutes(gateway: gateway, metadata: metadata, names: names) { rule in
                switch rule.port {
                case .number(let number): number
                case .name(let name):
                    application.endpoints.first { $0.name == rule.endpoint }?.ports.first { $0.name == name }?.port
                }
            }
        }
    }

    func selector(_ workload: String) -> OrderedDictionary<String, String> {
        selectors[workload] ?? [Marks.nameLabel: ObjectNames.label(workload)]
    }

    /// Whether objects get the recommended labels: not when the source came from objects that have none.
    var isLabelled: Bool { application.attachments["kubernetes", "labels"] != "none" }

    mutating func writeIsolation() {
        guard isolation.isNeeded else { return }
        guard options.isolation == .policies else {
            for network in application.networks {
                findings.append(
                    Finding(
                        .networkOpen,
                        .approximated,
                        "the members of the network \(network.name) reach all pods, and all pods reach them",
                        remedy: "Write NetworkPolicies, or add some that select the labels network.transload.dev/….",
                        origin: network.origin,
                        in: application.origins
                    )
                )
            }
            return
        }
        let policies = isolation.policies(names: names, selector: selector) { name, part in
            metadata(name, part: part)
        }
        objects += policies.map { AnyKubernetesObject($0) }
    }
}
