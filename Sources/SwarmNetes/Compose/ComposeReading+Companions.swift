import ComposeModel
import Diagnostics
import OrchestrationIR
import OrderedCollections

/// Services that are part of another's pod, and names that several services share.
extension ComposeReading {
    typealias Companion = (name: String, service: ComposeModel.Service, main: String, isInit: Bool)

    /// Adds services that share another's network, or run before it, as containers of the other's workload.
    mutating func join(_ companions: [Companion]) {
        let positions = Dictionary(
            application.workloads.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var mains: [String: String] = [:]
        for (name, service, main, isInit) in companions {
            let origin = origin(service.fields, ["services", name])
            guard let index = positions[main] else {
                problems.append(
                    Finding(
                        .danglingReference,
                        .invalid,
                        "\(name) joins the service \(main), which has no workload of its own",
                        remedy: "Name a service that has its own network.",
                        origin: origin,
                        in: application.origins
                    )
                )
                continue
            }
            mains[name] = main
            let ports = ServicePorts(service) { _ in origin }
            let container = container(name, service, Hints(service.fields), ports.container, origin)
            if name != "\(main)-\(container.name)" {
                application.workloads[index].attachments.append(.service(name, of: container.name))
            }
            if isInit {
                application.workloads[index].initContainers.append(container)
            } else {
                application.workloads[index].containers.append(container)
            }
        }
        // Who waits for a companion waits for the workload that it is part of.
        for position in application.workloads.indices {
            let name = application.workloads[position].name
            for dependency in application.workloads[position].dependencies.indices {
                let target = application.workloads[position].dependencies[dependency].workload
                if let main = mains[target] { application.workloads[position].dependencies[dependency].workload = main }
            }
            application.workloads[position].dependencies.removeAll { $0.workload == name }
        }
    }

    // MARK: Aliases

    /// Adds an endpoint for each alias; one that several services have reaches them all, as their network does.
    mutating func readAliases() {
        let endpoints = Dictionary(application.endpoints.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var owners: OrderedDictionary<String, OrderedSet<String>> = [:]
        for (name, service) in project.services where endpoints[name] != nil {
            for case let network? in service.networks.values {
                for alias in network.aliases where endpoints[alias] == nil { owners[alias, default: []].append(name) }
            }
        }
        // A link's own name for a service is one of that service for all.
        for (_, service) in project.services {
            for link in service.links {
                let parts = link.split(separator: ":", maxSplits: 1).map(String.init)
                guard parts.count == 2, endpoints[parts[1]] == nil, endpoints[parts[0]] != nil else { continue }
                owners[parts[1], default: []].append(parts[0])
            }
        }
        for (alias, services) in owners {
            guard let first = services.first, var endpoint = endpoints[first] else { continue }
            endpoint.name = alias
            if services.count == 1 {
                endpoint.aliasOf = first
            } else {
                endpoint.workloads = Array(services)
                endpoint.ports = Self.union(services.compactMap { endpoints[$0]?.ports })
                endpoint.exposure = endpoint.ports.isEmpty ? .insideEach : .inside
            }
            application.endpoints.append(endpoint)
        }
    }

    /// The ports of several endpoints, each number and protocol once.
    private static func union(_ lists: [[EndpointPort]]) -> [EndpointPort] {
        var seen: Set<[String]> = []
        return lists.joined().filter { seen.insert(["\($0.port)", "\($0.transport)"]).inserted }
    }
}
