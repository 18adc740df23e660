public import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

extension FindingCode {
    /// The content of a config or secret is not known.
    public static let contentMissing: FindingCode = "kubernetes.content-missing"
    /// Networks that keep services apart in Compose do not in Kubernetes.
    public static let networkOpen: FindingCode = "compose.network-open"
}

/// One run of the writer.
struct KubernetesWriting {
    let application: Application
    let names: KubernetesNames
    let options: KubernetesApplicationWriter.Options
    private(set) var objects: [AnyKubernetesObject] = []
    private(set) var findings: [Finding] = []
    private let volumesByName: [String: OrchestrationIR.Volume]
    private let assetsByID: [AssetID: Asset]
    private let users: [String: Int]
    private let isolation: NetworkIsolation
    /// The selectors that workloads bring along.
    private let selectors: [String: OrderedDictionary<String, String>]
    /// The endpoints that reach a workload among others.
    private var groups: [String: [String]] = [:]

    init(application: Application, names: KubernetesNames, options: KubernetesApplicationWriter.Options) {
        self.application = application
        self.names = names
        self.options = options
        self.volumesByName = Dictionary(
            application.volumes.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        self.assetsByID = Dictionary(application.assets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.selectors = Dictionary(
            application.workloads.filter { !$0.selector.isEmpty }.map { ($0.name, $0.selector) },
            uniquingKeysWith: { first, _ in first }
        )
        self.isolation = NetworkIsolation(application)
        self.users = VolumeSharing.instances(in: application)
        for endpoint in application.endpoints where endpoint.workloads.count > 1 {
            for workload in endpoint.workloads { groups[workload, default: []].append(endpoint.name) }
        }
    }

    mutating func run() {
        for asset in application.assets where asset.externalName == nil { write(asset) }
        for volume in application.volumes where volume.externalName == nil {
            objects.append(AnyKubernetesObject(claim(volume, name: names.volume(volume.name))))
        }
        for endpoint in application.endpoints { write(endpoint) }
        for route in application.routes { write(route) }
        writeIsolation()
        for workload in application.workloads {
            write(workload)
            writeAutoscaler(workload)
        }
    }

    /// The metadata of an object: name, namespace, recommended labels.
    private func metadata(
        _ object: String,
        part: String,
        labels: OrderedDictionary<String, String> = [:]
    ) -> ObjectMeta {
        var all = labels.filter { ObjectNames.isQualifiedName($0.key) && ObjectNames.isLabelValue($0.value) }
        if isLabelled {
            all[Marks.nameLabel] = ObjectNames.label(part)
            if let name = application.name { all[Marks.partOfLabel] = ObjectNames.label(name) }
        }
        return ObjectMeta(
            name: object,
            namespace: options.namespace,
            labels: all,
            annotations: object == part ? [:] : [Marks.name: part]
        )
    }

    // MARK: Assets

    private mutating func write(_ asset: Asset) {
        let metadata = metadata(names.asset(asset.id), part: asset.name, labels: asset.labels)
        var contents: [(key: String, bytes: [UInt8])] = []
        for entry in asset.entries {
            switch entry.content {
            case .bytes(let bytes): contents.append((ObjectNames.assetKey(entry.key), bytes))
            case .file(let path): missing(asset, "the file \(path) could not be read")
            case .environment(let variable): missing(asset, "the variable \(variable) is not set")
            }
        }
        switch asset.confidentiality {
        case .plain:
            var map = ConfigMap(metadata: metadata, immutable: asset.immutable)
            for (key, bytes) in contents {
                if let text = String(validating: bytes, as: UTF8.self) {
                    map.data[key] = text
                } else {
                    map.binaryData[key] = Base64.encode(bytes)
                }
            }
            objects.append(AnyKubernetesObject(map))
        case .secret:
            var secret = KubeModel.Secret(metadata: metadata, type: asset.type ?? "Opaque", immutable: asset.immutable)
            for (key, bytes) in contents { secret.data[key] = Base64.encode(bytes) }
            objects.append(AnyKubernetesObject(secret))
        }
    }

    private mutating func missing(_ asset: Asset, _ reason: String) {
        let kind = asset.confidentiality == .secret ? "Secret" : "ConfigMap"
        findings.append(
            Finding(
                .contentMissing,
                .decisionNeeded,
                "the \(kind) \(names.asset(asset.id)) has no content: \(reason)",
                remedy: "Provide it and convert again, or create the \(kind) before applying the manifests.",
                origin: asset.origin,
                in: application.origins
            )
        )
    }

    // MARK: Volumes

    private func claim(_ volume: OrchestrationIR.Volume, name: String) -> PersistentVolumeClaim {
        let access =
            volume.access.isEmpty
            ? [users[volume.name, default: 1] > 1 ? .readWriteManyNodes : .readWriteOneNode] : volume.access
        return PersistentVolumeClaim(
            metadata: metadata(name, part: volume.name, labels: volume.labels),
            spec: PersistentVolumeClaimSpec(
                accessModes: access.map(\.kubernetes),
                storageClassName: volume.storageClass,
                resources: VolumeResourceRequirements(
                    requests: ["storage": .bytes(Int(volume.bytes ?? options.volumeBytes))]),
                selector: volume.selector.isEmpty ? nil : LabelSelector(matchLabels: volume.selector)
            )
        )
    }

    // MARK: Endpoints

    private mutating func write(_ endpoint: Endpoint) {
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

    private mutating func write(_ route: Route) {
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

    private func selector(_ workload: String) -> OrderedDictionary<String, String> {
        selectors[workload] ?? [Marks.nameLabel: ObjectNames.label(workload)]
    }

    /// Whether objects get the recommended labels: not when the source came from objects that have none.
    private var isLabelled: Bool { application.attachments["kubernetes", "labels"] != "none" }

    private mutating func writeIsolation() {
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

    // MARK: Workloads

    private mutating func write(_ original: Workload) {
        let workload = original.asDaemon.asJob(options.runOnce)
        let name = names.workload(workload.name)
        var metadata = metadata(name, part: workload.name, labels: workload.labels)
        for attachment in workload.attachments where attachment.system == "compose" {
            guard attachment.subject.hasPrefix("service/") else { continue }
            metadata.annotations[Marks.service + attachment.subject.dropFirst(8)] = attachment.text
        }
        let pods = PodWriting(
            workload: workload,
            names: names,
            volumes: volumesByName,
            assets: assetsByID,
            selector: selector(workload.name)
        )
        var template = PodTemplateSpec(metadata: pods.metadata(application: application), spec: pods.spec())
        if isolation.isNeeded, options.isolation == .policies {
            for network in workload.joinedNetworks where network == Network.common {
                template.metadata?.labels.merge(NetworkIsolation.label(network)) { $1 }
            }
        }
        for group in groups[workload.name] ?? [] {
            template.metadata?.labels[Marks.endpoint + names.endpoint(group)] = "true"
        }
        let selector = LabelSelector(matchLabels: selector(workload.name))
        let rollout = workload.rollout ?? VolumeSharing.derivedRollout(workload, in: application)
        let minimumReady = rollout?.minimumReady?.secondsRoundedUp
        switch workload.kind {
        case .onePerNode, .onceOnEachNode:
            var spec = DaemonSetSpec(selector: selector, template: template, minReadySeconds: minimumReady)
            if let parallelism = workload.rollout?.parallelism {
                spec.updateStrategy = DaemonSetUpdateStrategy(
                    rollingUpdate: RollingUpdateDaemonSet(maxUnavailable: parallelism.kubernetes),
                    type: "RollingUpdate"
                )
            }
            objects.append(AnyKubernetesObject(DaemonSet(metadata: metadata, spec: spec)))
        case .stableIdentity(let replicas, let service):
            writeStatefulSet(workload, metadata, selector, template, replicas: replicas, service: service)
        case .single:
            var pod = metadata
            for (key, value) in template.metadata?.labels ?? [:] { pod.labels[key] = value }
            for (key, value) in template.metadata?.annotations ?? [:] { pod.annotations[key] = value }
            objects.append(AnyKubernetesObject(Pod(metadata: pod, spec: template.spec)))
        case .runToCompletion(let completions, let schedule):
            let spec = JobSpec(workload, completions: completions, template: template)
            objects.append(
                schedule.map { schedule in
                    let template = JobTemplateSpec(spec: spec)
                    var cron = CronJobSpec(schedule: schedule, jobTemplate: template)
                    cron.concurrencyPolicy = workload.attachments["kubernetes", "concurrencyPolicy"]
                    return AnyKubernetesObject(CronJob(metadata: metadata, spec: cron))
                } ?? AnyKubernetesObject(Job(metadata: metadata, spec: spec))
            )
        case .replicated(let replicas):
            switch workload.attachments["kubernetes", "kind"] ?? options.replicatedKind.rawValue {
            case "ReplicationController":
                objects.append(
                    AnyKubernetesObject(
                        ReplicationController(
                            metadata: metadata,
                            spec: ReplicationControllerSpec(
                                minReadySeconds: minimumReady,
                                replicas: replicas,
                                selector: selector.matchLabels,
                                template: template
                            )
                        )
                    )
                )
            case "ReplicaSet":
                objects.append(
                    AnyKubernetesObject(
                        ReplicaSet(
                            metadata: metadata,
                            spec: ReplicaSetSpec(
                                minReadySeconds: minimumReady,
                                replicas: replicas,
                                selector: selector,
                                template: template
                            )
                        )
                    )
                )
            case "StatefulSet":
                writeStatefulSet(workload, metadata, selector, template, replicas: replicas, service: nil)
            default:
                objects.append(
                    AnyKubernetesObject(
                        Deployment(
                            metadata: metadata,
                            spec: DeploymentSpec(
                                replicas: replicas,
                                selector: selector,
                                strategy: rollout.flatMap(DeploymentStrategy.init),
                                template: template,
                                minReadySeconds: minimumReady,
                                progressDeadlineSeconds: rollout?.progressDeadline?.secondsRoundedUp
                            )
                        )
                    )
                )
            }
        }
    }

    /// What scales the workload that was written last.
    private mutating func writeAutoscaler(_ workload: Workload) {
        guard let scaling = workload.autoscaling, let target = objects.last else { return }
        let kind = target.groupVersionKind.kind
        guard kind == "Deployment" || kind == "StatefulSet" || kind == "ReplicaSet" else { return }
        let name = names.workload(workload.name)
        let metadata = metadata(name, part: workload.name)
        let spec = HorizontalPodAutoscalerSpec(scaling, kind: kind, name: name)
        objects.append(AnyKubernetesObject(HorizontalPodAutoscaler(metadata: metadata, spec: spec)))
    }

    private mutating func writeStatefulSet(
        _ workload: Workload,
        _ metadata: ObjectMeta,
        _ selector: LabelSelector,
        _ template: PodTemplateSpec,
        replicas: Int?,
        service: String?
    ) {
        var spec = StatefulSetSpec(
            serviceName: names.endpoint(service ?? workload.name),
            replicas: replicas,
            selector: selector,
            template: template,
            volumeClaimTemplates: workload.instanceVolumes.map { claim($0, name: ObjectNames.label($0.name)) },
            minReadySeconds: workload.rollout?.minimumReady?.secondsRoundedUp
        )
        if let parallelism = workload.rollout?.parallelism, parallelism != .count(1) {
            spec.updateStrategy = StatefulSetUpdateStrategy(
                rollingUpdate: RollingUpdateStatefulSetStrategy(maxUnavailable: parallelism.kubernetes),
                type: "RollingUpdate"
            )
        }
        objects.append(AnyKubernetesObject(StatefulSet(metadata: metadata, spec: spec)))
    }
}

extension OrchestrationIR.Volume.Access {
    /// Kubernetes' name of the access mode.
    var kubernetes: String {
        switch self {
        case .readWriteOneNode: "ReadWriteOnce"
        case .readWriteOneInstance: "ReadWriteOncePod"
        case .readWriteManyNodes: "ReadWriteMany"
        case .readOnlyManyNodes: "ReadOnlyMany"
        }
    }

    /// The access mode with Kubernetes' name.
    init?(kubernetes name: String) {
        let all: [Self] = [.readWriteOneNode, .readWriteOneInstance, .readWriteManyNodes, .readOnlyManyNodes]
        guard let mode = all.first(where: { $0.kubernetes == name }) else { return nil }
        self = mode
    }
}
