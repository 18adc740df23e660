import ComposeModel
import Diagnostics
import OrchestrationIR
import OrderedCollections
import YAMLTree

/// Workloads as services, with the further services that their containers become.
extension ComposeWriting {
    mutating func write(_ workload: Workload) {
        guard let main = workload.containers.first else { return }
        var service = service(main, of: workload, endpoints: endpointsByWorkload[workload.name] ?? [])
        var hints = Hints()
        hints.kind = kindHint(workload)
        if case .runToCompletion(_, let schedule) = workload.kind { hints.schedule = schedule }
        hints.selector = workload.selector
        hints.exposure = exposure(of: workload)
        if main.name != workload.name, main.name != ObjectNames.label(workload.name) { hints.container = main.name }
        service.fields = hints.fields
        service.deploy = deploy(workload, main)
        let own = endpointsByWorkload[workload.name]?.first { $0.name == workload.name }
        if let own, own.exposure == .insideEach, !own.ports.isEmpty {
            service.deploy = service.deploy ?? Deploy()
            service.deploy?.endpointMode = "dnsrr"
        }
        service.restart = restart(workload)
        service.hostname = workload.hostname
        service.groupAdd = workload.furtherGroups.map(String.init)
        service.stopGracePeriod = workload.terminationGracePeriod.map(ComposeDuration.init)
        service.labels = workload.instanceLabels
        service.annotations = workload.instanceAnnotations
        for (address, names) in workload.hostAliases {
            service.extraHosts += names.map { ExtraHost(name: $0, address: address) }
        }
        let networks = workload.joinedNetworks
        let aliases = aliases(of: workload)
        for network in networks {
            service.networks[network] = .some(aliases.isEmpty ? nil : ServiceNetwork(aliases: aliases))
        }
        for dependency in workload.dependencies {
            service.dependsOn[dependency.workload] = ServiceDependency(
                condition: ServiceDependency.Condition(dependency.condition),
                required: true
            )
        }
        var previous: String?
        for container in workload.initContainers {
            let name = serviceName(of: container, in: workload)
            var companion = self.service(container, of: workload, endpoints: [])
            var hints = Hints()
            hints.initOf = workload.name
            hints.container = container.name == name ? nil : container.name
            companion.fields = hints.fields
            companion.restart = "no"
            for network in networks { companion.networks[network] = .some(nil) }
            if let previous {
                companion.dependsOn[previous] = ServiceDependency(
                    condition: .completedSuccessfully,
                    required: true
                )
            }
            service.dependsOn[name] = ServiceDependency(condition: .completedSuccessfully, required: true)
            project.services[name] = companion
            previous = name
        }
        project.services[workload.name] = service
        for container in workload.containers.dropFirst() {
            var companion = self.service(container, of: workload, endpoints: [])
            companion.ports = []
            companion.expose = []
            let name = serviceName(of: container, in: workload)
            var hints = Hints()
            hints.container = container.name == name ? nil : container.name
            companion.fields = hints.fields
            companion.networkMode = "service:\(workload.name)"
            companion.dependsOn[workload.name] = ServiceDependency(
                condition: .started,
                restart: true,
                required: true
            )
            companion.restart = service.restart
            project.services[name] = companion
        }
    }

    /// The name of the service for a further container of a workload: the one that it had, if it was a service before.
    func serviceName(of container: OrchestrationIR.Container, in workload: Workload) -> String {
        let subject = Attachment.service("", of: container.name).subject
        return unusedService(
            workload.attachments["compose", subject] ?? "\(workload.name)-\(container.name)"
        )
    }

    func unusedService(_ wanted: String) -> String {
        var name = wanted
        var number = 2
        while project.services[name] != nil || workloadNames.contains(name) {
            name = "\(wanted)-\(number)"
            number += 1
        }
        return name
    }

    /// The kind that Compose cannot say.
    func kindHint(_ workload: Workload) -> String? {
        switch workload.kind {
        case .stableIdentity: return "StatefulSet"
        case .onePerNode, .onceOnEachNode, .runToCompletion(_, schedule: nil): return nil
        case .runToCompletion: return "CronJob"
        case .single:
            switch workload.restart {
            case .never, .onFailure: return nil
            case .always, nil: return "Pod"
            }
        case .replicated: return workload.attachments["kubernetes", "kind"]
        }
    }

    func restart(_ workload: Workload) -> String? {
        let rule: RestartRule? =
            switch workload.restart {
            case .always: .always
            case .onFailure(let attempts): .onFailure(retries: attempts)
            case .never: .no
            case nil: nil
            }
        return rule?.description
    }

    func deploy(_ workload: Workload, _ main: OrchestrationIR.Container) -> Deploy? {
        var deploy = Deploy()
        switch workload.kind {
        case .replicated(let count), .stableIdentity(let count, _): deploy.replicas = count
        case .onePerNode: deploy.mode = "global"
        case .onceOnEachNode: deploy.mode = "global-job"
        case .runToCompletion(let count, _):
            deploy.mode = "replicated-job"
            deploy.replicas = count
        case .single: break
        }
        deploy.labels = workload.labels
        deploy.resources = Resources(limits: main.limits, requests: main.requests)
        deploy.placement = ComposeModel.Placement(workload.placement)
        deploy.updateConfig = workload.rollout.map { UpdateConfig($0, replicas: workload.instanceCount) }
        return deploy == Deploy() ? nil : deploy
    }

    /// Further names under which the workload is reached.
    mutating func aliases(of workload: Workload) -> [String] {
        var aliases: [String] = []
        for endpoint in endpointsByWorkload[workload.name] ?? [] where endpoint.name != workload.name {
            if isPublication(endpoint, of: workload) { continue }
            if !aliases.contains(endpoint.name) { aliases.append(endpoint.name) }
        }
        return aliases
    }

    /// Whether an endpoint only publishes what another one reaches inside.
    func isPublication(_ endpoint: Endpoint, of workload: Workload) -> Bool {
        endpoint.name.hasPrefix(workload.name + "-published") && endpoint.exposure != .inside
    }
}
