import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

/// Services, and Ingresses that lead to them.
extension KubernetesReading {
    mutating func read(_ service: KubeModel.Service, _ instances: InstanceIndex?) {
        let object = AnyKubernetesObject(service)
        let spec = service.spec ?? ServiceSpec()
        let workloads = instances?.workloads(matching: spec.selector) ?? []
        let metadata = service.metadata
        let name = Self.uniqueName(originalName(metadata), metadata.namespace) { endpointNames.insert($0).inserted }
        serviceNames[metadata.namespace, default: [:]][metadata.name ?? ""] = name
        let exposure: Endpoint.Exposure =
            switch spec.type {
            case "LoadBalancer": .loadBalancer
            case "NodePort": .everyNode
            case "ExternalName": .external(name: spec.externalName ?? "")
            default: spec.clusterIP == "None" ? .insideEach : .inside
            }
        let affinity =
            spec.sessionAffinity == "ClientIP" ? spec.sessionAffinityConfig?.clientIP?.timeoutSeconds ?? 10800 : nil
        application.endpoints.append(
            Endpoint(
                name: name,
                workloads: workloads,
                aliasOf: service.metadata.labels[Marks.aliasOf],
                exposure: exposure,
                ports: spec.ports.enumerated().map { index, port in
                    EndpointPort(port, origin: origin(object, "spec.ports[\(index)]"))
                },
                clientAffinity: affinity.map { .seconds($0) },
                staysOnNode: spec.externalTrafficPolicy.map { $0 == "Local" },
                labels: foreignLabels(service.metadata.labels),
                origin: origin(object)
            )
        )
    }

    mutating func read(_ ingress: Ingress) {
        let metadata = ingress.metadata
        let known = serviceNames[metadata.namespace] ?? [:]
        let origin = origin(AnyKubernetesObject(ingress))
        var route = Route(ingress, name: originalName(metadata), origin: origin) { known[$0] }
        guard !route.rules.isEmpty else { return }
        route.name = Self.uniqueName(route.name, metadata.namespace) { routeNames.insert($0).inserted }
        route.labels = foreignLabels(metadata.labels)
        application.routes.append(route)
    }

    mutating func declareNetworks() {
        var names: OrderedSet<String> = []
        for workload in application.workloads { names.formUnion(workload.networks) }
        names.remove(Network.common)
        application.networks = names.map { Network(name: $0) }
    }
}
