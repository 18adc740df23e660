import ComposeModel
import Diagnostics
import OrchestrationIR
import OrderedCollections
import YAMLTree

/// Services: what runs, and how it is reached.
extension ComposeReading {
    mutating func readServices() {
        var companions: [Companion] = []
        // A provider is a program on the user's machine, and runs nothing in a cluster.
        for (name, service) in project.services where service.provider == nil {
            let hints = Hints(service.fields)
            if let main = hints.initOf {
                companions.append((name, service, main, true))
            } else if let mode = service.networkMode, mode.hasPrefix("service:") {
                companions.append((name, service, String(mode.dropFirst(8)), false))
            } else {
                readService(name, service, hints)
            }
        }
        if !companions.isEmpty { join(companions) }
        group(groupLeaders())
        readAliases()
    }

    mutating func readService(_ name: String, _ service: ComposeModel.Service, _ hints: Hints) {
        let origin = origin(service.fields, ["services", name])
        let path = NodePath([.key("services"), .key(name), .key("ports")])
        let ports = ServicePorts(service) { [fields = service.fields] index in
            application.origins.add(
                fields.mapping?["ports"]?[index]?.location,
                path: path.appending(index).description
            )
        }
        let restart = Self.restart(service)
        var workload = Workload(
            name: name,
            kind: Self.kind(service, hints, restart),
            restart: restart,
            containers: [container(name, service, hints, ports.container, origin)],
            networks: service.networks.keys.elementsEqual([Network.common]) ? [] : Array(service.networks.keys),
            dependencies: service.dependsOn.compactMap { target, dependency in
                guard let other = project.services[target], other.provider == nil else { return nil }
                return Dependency(workload: target, condition: Dependency.Condition(dependency.condition))
            },
            rollout: Rollout(service.deploy?.updateConfig),
            placement: Placement(service.deploy?.placement),
            hostname: service.hostname,
            terminationGracePeriod: service.stopGracePeriod.map(Duration.init),
            furtherGroups: service.groupAdd.compactMap { Int($0) },
            labels: service.deploy?.labels ?? [:],
            selector: hints.selector,
            instanceLabels: service.labels,
            instanceAnnotations: service.annotations,
            origin: origin
        )
        if hints.kind == "CronJob", hints.schedule == nil {
            findings.append(
                Finding(
                    .scheduleMissing,
                    .decisionNeeded,
                    "the service \(name) has the kind CronJob and no schedule: it runs once",
                    remedy: "Give x-transload a schedule, such as \"0 3 * * *\".",
                    origin: origin,
                    in: application.origins
                )
            )
        }
        for host in service.extraHosts where host.address != "host-gateway" {
            workload.hostAliases[host.address, default: []].append(host.name)
        }
        if case .replicated = workload.kind, let kind = hints.kind {
            workload.attachments.append(Attachment("kubernetes", subject: "kind", text: kind))
        }
        var labels = komposeLabels(service)
        labels?.apply(to: &workload, healthCheck: service.healthcheck)
        if var known = labels {
            readVolumes(&known, &workload)
            labels = known
        }
        if !isIsolated(service) { readEndpoints(name, service, ports, &labels, &workload, origin) }
        application.workloads.append(workload)
        if let labels { report(labels, on: "the service \(name)", origin) }
        readExposure(name, service, hints, origin)
    }

    mutating func readEndpoints(
        _ name: String,
        _ service: ComposeModel.Service,
        _ ports: ServicePorts,
        _ labels: inout KomposeLabels?,
        _ workload: inout Workload,
        _ origin: Origin
    ) {
        var own = Endpoint(
            name: name,
            workloads: [name],
            exposure: ports.inside.isEmpty || service.deploy?.endpointMode == "dnsrr" ? .insideEach : .inside,
            ports: ports.inside,
            origin: origin
        )
        var published: Endpoint?
        if !ports.published.isEmpty {
            published = Endpoint(
                name: publishedName(name),
                workloads: [name],
                exposure: .loadBalancer,
                ports: ports.published,
                origin: origin
            )
        }
        labels?.apply(to: &own, published: &published, publishedName: publishedName(name))
        labels?.bindPorts(of: &workload.containers[0], published: ports.published)
        application.endpoints.append(own)
        if let published { application.endpoints.append(published) }
    }

    /// Whether no other service can reach it by its name.
    func isIsolated(_ service: ComposeModel.Service) -> Bool {
        guard let mode = service.networkMode else { return false }
        return mode == "none" || mode == "host" || mode.hasPrefix("container:")
    }

    /// The name of the endpoint with the published ports, which no service has.
    func publishedName(_ name: String) -> String {
        var candidate = name + "-published"
        while project.services[candidate] != nil { candidate += "-x" }
        return candidate
    }

    static func restart(_ service: ComposeModel.Service) -> Workload.Restart? {
        if let policy = service.deploy?.restartPolicy, let condition = policy.condition {
            switch condition {
            case "none": return .never
            case "on-failure": return .onFailure(maximumAttempts: policy.maxAttempts)
            default: return .always
            }
        }
        switch service.restart.flatMap({ RestartRule($0) }) {
        case .no: return .never
        case .onFailure(let retries): return .onFailure(maximumAttempts: retries)
        case .always, .unlessStopped: return .always
        case nil: return nil
        }
    }

    static func kind(
        _ service: ComposeModel.Service,
        _ hints: Hints,
        _ restart: Workload.Restart?
    ) -> Workload.Kind {
        let replicas = service.deploy?.replicas ?? service.scale
        switch (hints.kind, service.deploy?.mode) {
        case ("Pod", _): return .single
        case ("DaemonSet", _), (nil, "global"): return .onePerNode
        case (nil, "global-job"): return .onceOnEachNode
        case ("StatefulSet", _): return .stableIdentity(replicas, service: nil)
        case ("CronJob", _): return .runToCompletion(replicas, schedule: hints.schedule)
        case ("Job", _), (nil, "replicated-job"): return .runToCompletion(replicas, schedule: nil)
        case (.some, _): return .replicated(replicas)
        case (nil, _): break
        }
        switch restart {
        case .never, .onFailure: return (replicas ?? 1) == 1 ? .single : .replicated(replicas)
        case .always, nil: return .replicated(replicas)
        }
    }

    mutating func container(
        _ name: String,
        _ service: ComposeModel.Service,
        _ hints: Hints,
        _ ports: [OrchestrationIR.ContainerPort],
        _ origin: Origin
    ) -> OrchestrationIR.Container {
        let probe = service.healthcheck.flatMap { OrchestrationIR.Probe($0, origin: origin) }
        return OrchestrationIR.Container(
            name: hints.container ?? containerName(service) ?? name,
            image: image(name, service, origin),
            imagePull: service.pullPolicy.flatMap(OrchestrationIR.Container.ImagePull.init(compose:)),
            entrypoint: service.entrypoint,
            arguments: service.command,
            workingDirectory: service.workingDir,
            environment: [EnvironmentVariable](service),
            ports: ports,
            mounts: mounts(service, origin),
            liveness: probe,
            readiness: probe?.withoutStartPeriod,
            limits: ResourceAmounts(limitsOf: service),
            requests: ResourceAmounts(reservationsOf: service),
            security: Security(service),
            standardInput: service.stdinOpen,
            terminal: service.tty,
            origin: origin
        )
    }

    /// The name that the service asks for its container, if no service has it.
    func containerName(_ service: ComposeModel.Service) -> String? {
        service.containerName.flatMap { project.services[$0] == nil && ObjectNames.label($0) == $0 ? $0 : nil }
    }

    /// The service's image, or the name that Compose gives to the one that it builds.
    ///
    /// A service may have neither when a variable was not set. No cluster takes a container without an image: it gets the
    /// name that a build would give, and somebody has to decide.
    mutating func image(_ name: String, _ service: ComposeModel.Service, _ origin: Origin) -> String {
        if let image = service.image, !image.isEmpty { return image }
        if service.build == nil {
            findings.append(
                Finding(
                    .imageMissing,
                    .decisionNeeded,
                    "the service \(name) has no image",
                    remedy: "Name its image, or set the variable that stands for it.",
                    origin: origin,
                    in: application.origins
                )
            )
        }
        return project.name.map { "\($0)-\(name)" } ?? name
    }
}
