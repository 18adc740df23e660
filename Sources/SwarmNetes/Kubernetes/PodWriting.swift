import KubeModel
import OrchestrationIR
import OrderedCollections

/// Writes the pods of one workload.
struct PodWriting {
    let workload: Workload
    let names: KubernetesNames
    let volumes: [String: OrchestrationIR.Volume]
    let assets: [AssetID: Asset]
    let selector: OrderedDictionary<String, String>

    /// Labels and annotations of each instance; the labels by which the instances are found come last and win.
    func metadata(application: Application) -> ObjectMeta {
        var labels: OrderedDictionary<String, String> = [:]
        var annotations = workload.instanceAnnotations.filter { ObjectNames.isQualifiedName($0.key) }
        for (key, value) in workload.instanceLabels where ObjectNames.isQualifiedName(key) {
            if ObjectNames.isLabelValue(value) {
                labels[key] = value
            } else if annotations[key] == nil {
                annotations[key] = value
            }
        }
        for network in workload.networks where network != Network.common {
            let key = Marks.network + ObjectNames.label(network)
            labels[key] = ObjectNames.isLabelValue(network) ? network : "true"
        }
        for (key, value) in selector { labels[key] = value }
        if application.attachments["kubernetes", "labels"] != "none", let name = application.name {
            labels[Marks.partOfLabel] = ObjectNames.label(name)
        }
        return ObjectMeta(labels: labels, annotations: annotations)
    }

    /// The specification of the pods.
    func spec() -> PodSpec {
        var table = PodVolumes(workload: workload, names: names, volumes: volumes, assets: assets)
        var spec = PodSpec(
            initContainers: workload.initContainers.map { container($0.withoutProbes, &table) },
            containers: workload.containers.map { container($0, &table) },
            restartPolicy: restartPolicy,
            hostname: workload.hostname.flatMap { ObjectNames.label($0) == $0 ? $0 : nil },
            hostAliases: workload.hostAliases.map { HostAlias(hostnames: $1, ip: $0) },
            terminationGracePeriodSeconds: workload.terminationGracePeriod?.secondsRoundedUp
        )
        spec.volumes = table.volumes
        spec.serviceAccountName = workload.serviceAccount
        spec.imagePullSecrets = workload.imagePullSecrets.map { LocalObjectReference(name: $0) }
        if workload.volumeGroup != nil || !workload.furtherGroups.isEmpty {
            var context = PodSecurityContext()
            context.fsGroup = workload.volumeGroup
            context.supplementalGroups = workload.furtherGroups
            spec.securityContext = context
        }
        spec.place(workload.placement, selector: selector)
        return spec
    }

    private var restartPolicy: String? {
        switch (workload.kind, workload.restart) {
        case (.single, .onFailure): "OnFailure"
        case (.single, .never), (.runToCompletion, .never): "Never"
        case (.runToCompletion, _): "OnFailure"
        case (_, nil): nil
        default: "Always"
        }
    }

    private func container(_ container: OrchestrationIR.Container, _ table: inout PodVolumes) -> KubeModel.Container {
        var result = KubeModel.Container(
            name: ObjectNames.label(container.name),
            image: container.image,
            command: (container.entrypoint ?? []).map(VariableReferences.escaped),
            args: (container.arguments ?? []).map(VariableReferences.escaped),
            workingDir: container.workingDirectory,
            ports: container.ports.map(KubeModel.ContainerPort.init),
            envFrom: container.environmentSources.map(environmentSource),
            env: container.environment.compactMap { EnvVar($0, names: names) },
            volumeMounts: container.mounts.map { table.mount($0) },
            livenessProbe: container.liveness.map(KubeModel.Probe.init),
            readinessProbe: container.readiness.map(KubeModel.Probe.init),
            startupProbe: container.startup.map(KubeModel.Probe.init),
            imagePullPolicy: container.imagePull.map(\.kubernetes),
            securityContext: SecurityContext(container.security),
            stdin: container.standardInput,
            tty: container.terminal
        )
        if !container.limits.isEmpty || !container.requests.isEmpty {
            let resources = ResourceRequirements(
                requests: container.requests.kubernetes,
                limits: container.limits.kubernetes
            )
            if !resources.requests.isEmpty || !resources.limits.isEmpty { result.resources = resources }
        }
        return result
    }

    private func environmentSource(_ source: EnvironmentSource) -> EnvFromSource {
        let name = names.asset(source.asset)
        let optional = source.optional ? true : nil
        let prefix = source.prefix.isEmpty ? nil : source.prefix
        return source.asset.confidentiality == .secret
            ? EnvFromSource(prefix: prefix, secretRef: SecretEnvSource(name: name, optional: optional))
            : EnvFromSource(configMapRef: ConfigMapEnvSource(name: name, optional: optional), prefix: prefix)
    }
}

extension OrchestrationIR.Container {
    /// The container without probes, which one that runs to its end cannot have.
    fileprivate var withoutProbes: Self {
        var container = self
        (container.liveness, container.readiness, container.startup) = (nil, nil, nil)
        return container
    }
}

extension OrchestrationIR.Container.ImagePull {
    /// Kubernetes' name of the policy.
    var kubernetes: String {
        switch self {
        case .always: "Always"
        case .ifMissing: "IfNotPresent"
        case .never: "Never"
        }
    }

    /// The policy with Kubernetes' name.
    init?(kubernetes name: String) {
        switch name {
        case "Always": self = .always
        case "IfNotPresent": self = .ifMissing
        case "Never": self = .never
        default: return nil
        }
    }
}

extension Network {
    /// The name of the network that all workloads join unless they say otherwise.
    static let common = "default"
}
