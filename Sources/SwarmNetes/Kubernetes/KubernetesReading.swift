import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

/// One run of the reader.
struct KubernetesReading {
    private let objects: [AnyKubernetesObject]
    private var application: Application
    private(set) var findings: [Finding] = []
    /// The labels of each workload's instances, by namespace.
    private var instanceLabels: [String?: [(workload: String, labels: OrderedDictionary<String, String>)]] = [:]
    /// The names of volumes by those of their claims, by namespace.
    private var claimNames: [String?: [String: String]] = [:]
    /// The names of assets by those of their objects, by namespace.
    private var assetNames: [String?: [AssetID: String]] = [:]
    /// The names of endpoints by those of their Services, by namespace.
    private var serviceNames: [String?: [String: String]] = [:]
    private var routeNames: Set<String> = []
    private var workloadNames: Set<String> = []
    private var endpointNames: Set<String> = []
    private var volumeNames: Set<String> = []
    private var assetIDs: Set<AssetID> = []

    init(objects: [AnyKubernetesObject], defaultName: String?) {
        self.objects = objects
        self.application = Application(name: defaultName)
    }

    /// Objects that share kind, namespace and name.
    func duplicates() -> [Finding] {
        var seen: Set<ObjectKey> = []
        return objects.compactMap { object in
            let key = ObjectKey(object)
            guard !seen.insert(key).inserted else { return nil }
            return Finding(
                .duplicateName,
                .invalid,
                "the object \(key) is there twice",
                remedy: "Keep one of the two.",
                location: object.location
            )
        }
    }

    mutating func run() -> Application {
        if let name = objects.lazy.compactMap({ $0.metadata.labels[Marks.partOfLabel] }).first {
            application.name = name
        } else {
            application.attachments.append(Attachment("kubernetes", subject: "labels", text: "none"))
        }
        for object in objects {
            if let claim = object.as(PersistentVolumeClaim.self) { read(claim) }
            if let map = object.as(ConfigMap.self) { read(map) }
            if let secret = object.as(KubeModel.Secret.self) { read(secret) }
        }
        for object in objects { readWorkload(object) }
        let instances = instanceLabels.mapValues(InstanceIndex.init)
        for object in objects {
            if let service = object.as(KubeModel.Service.self) { read(service, instances[object.metadata.namespace]) }
        }
        for object in objects {
            if let ingress = object.as(Ingress.self) { read(ingress) }
        }
        declareNetworks()
        StartGate.takeDown(in: &application)
        return application
    }

    // MARK: Names and places

    /// The name in the source from which the object was made, if it was.
    private func originalName(_ metadata: ObjectMeta) -> String {
        metadata.annotations[Marks.name] ?? metadata.name ?? ""
    }

    private mutating func origin(_ object: AnyKubernetesObject, _ path: String = "") -> Origin {
        application.origins.add(object.location, path: ObjectKey(object).description + (path.isEmpty ? "" : ".\(path)"))
    }

    /// The labels that are not ours.
    private func foreignLabels(_ labels: OrderedDictionary<String, String>) -> OrderedDictionary<String, String> {
        let isOurs = application.attachments["kubernetes", "labels"] != "none"
        return labels.filter { key, _ in
            if key == Marks.nameLabel { return !isOurs }
            return key != Marks.partOfLabel && key != Marks.aliasOf
                && !key.hasPrefix(Marks.network) && !key.hasPrefix(Marks.endpoint)
        }
    }

    // MARK: Volumes and assets

    private mutating func read(_ claim: PersistentVolumeClaim) {
        let metadata = claim.metadata
        let name = Self.uniqueName(originalName(metadata), metadata.namespace) { volumeNames.insert($0).inserted }
        var volume = Self.volume(claim, name: name)
        volume.labels = foreignLabels(metadata.labels)
        volume.origin = origin(AnyKubernetesObject(claim))
        claimNames[metadata.namespace, default: [:]][metadata.name ?? ""] = volume.name
        application.volumes.append(volume)
    }

    private static func volume(_ claim: PersistentVolumeClaim, name: String) -> OrchestrationIR.Volume {
        OrchestrationIR.Volume(
            name: name,
            bytes: claim.spec?.resources?.requests["storage"].map { Int64($0.units) },
            access: (claim.spec?.accessModes ?? []).compactMap(OrchestrationIR.Volume.Access.init(kubernetes:)),
            storageClass: claim.spec?.storageClassName
        )
    }

    private mutating func read(_ map: ConfigMap) {
        var entries = map.data.map { Asset.Entry(key: $0, content: .bytes(Array($1.utf8))) }
        for (key, text) in map.binaryData {
            if let bytes = Base64.decode(text) { entries.append(Asset.Entry(key: key, content: .bytes(bytes))) }
        }
        add(AnyKubernetesObject(map), .plain, entries, type: nil, immutable: map.immutable)
    }

    private mutating func read(_ secret: KubeModel.Secret) {
        var entries: [Asset.Entry] = []
        for (key, text) in secret.data {
            if let bytes = Base64.decode(text) { entries.append(Asset.Entry(key: key, content: .bytes(bytes))) }
        }
        for (key, text) in secret.stringData {
            entries.removeAll { $0.key == key }
            entries.append(Asset.Entry(key: key, content: .bytes(Array(text.utf8))))
        }
        let type = secret.type == "Opaque" ? nil : secret.type
        add(AnyKubernetesObject(secret), .secret, entries, type: type, immutable: secret.immutable)
    }

    private mutating func add(
        _ object: AnyKubernetesObject,
        _ confidentiality: Asset.Confidentiality,
        _ entries: [Asset.Entry],
        type: String?,
        immutable: Bool?
    ) {
        let metadata = object.metadata
        let name = Self.uniqueName(originalName(metadata), metadata.namespace) {
            assetIDs.insert(AssetID($0, confidentiality)).inserted
        }
        assetNames[metadata.namespace, default: [:]][AssetID(metadata.name ?? "", confidentiality)] = name
        application.assets.append(
            Asset(
                name: name,
                confidentiality: confidentiality,
                entries: entries,
                type: type,
                immutable: immutable,
                labels: foreignLabels(metadata.labels),
                origin: origin(object)
            )
        )
    }

    // MARK: Workloads

    private mutating func readWorkload(_ object: AnyKubernetesObject) {
        if let spec = object.as(Deployment.self)?.spec {
            add(
                object,
                .replicated(spec.replicas),
                spec.template,
                selector: spec.selector.matchLabels,
                rollout: Rollout(spec)
            )
        } else if let set = object.as(ReplicaSet.self) {
            add(
                object,
                .replicated(set.spec.replicas),
                set.spec.template,
                selector: set.spec.selector.matchLabels,
                hint: "ReplicaSet",
                rollout: nil
            )
        } else if let controller = object.as(ReplicationController.self) {
            add(
                object,
                .replicated(controller.spec?.replicas),
                controller.spec?.template,
                selector: controller.spec?.selector ?? [:],
                hint: "ReplicationController",
                rollout: nil
            )
        } else if let spec = object.as(StatefulSet.self)?.spec {
            let rollout = Rollout(
                maxUnavailable: spec.updateStrategy?.rollingUpdate?.maxUnavailable,
                minReadySeconds: spec.minReadySeconds
            )
            let service = spec.serviceName.flatMap { $0 == object.metadata.name ? nil : $0 }
            add(
                object,
                .stableIdentity(spec.replicas, service: service),
                spec.template,
                selector: spec.selector.matchLabels,
                rollout: rollout,
                templates: spec.volumeClaimTemplates
            )
        } else if let spec = object.as(DaemonSet.self)?.spec {
            let rollout = Rollout(
                maxUnavailable: spec.updateStrategy?.rollingUpdate?.maxUnavailable,
                minReadySeconds: spec.minReadySeconds
            )
            add(object, .onePerNode, spec.template, selector: spec.selector.matchLabels, rollout: rollout)
        } else if let spec = object.as(Job.self)?.spec {
            add(object, spec, schedule: nil)
        } else if let cron = object.as(CronJob.self), let spec = cron.spec.jobTemplate.spec {
            add(object, spec, schedule: cron.spec.schedule)
        } else if let pod = object.as(Pod.self) {
            let metadata = ObjectMeta(labels: pod.metadata.labels, annotations: pod.metadata.annotations)
            add(
                object,
                .single,
                PodTemplateSpec(metadata: metadata, spec: pod.spec),
                selector: foreignLabels(pod.metadata.labels),
                rollout: nil
            )
        }
    }

    /// Jobs find their pods by labels that the server makes up: what other parts find them by are the pods' own.
    private mutating func add(_ object: AnyKubernetesObject, _ spec: JobSpec, schedule: String?) {
        let isOurs = application.attachments["kubernetes", "labels"] != "none"
        add(
            object,
            .runToCompletion(spec.completions, schedule: schedule),
            spec.template,
            selector: isOurs ? [:] : foreignLabels(spec.template.metadata?.labels ?? [:]),
            restart: Workload.Restart(spec),
            rollout: nil
        )
    }

    private mutating func add(
        _ object: AnyKubernetesObject,
        _ kind: Workload.Kind,
        _ template: PodTemplateSpec?,
        selector: OrderedDictionary<String, String>,
        hint: String? = nil,
        restart: Workload.Restart? = nil,
        rollout: Rollout?,
        templates: [PersistentVolumeClaim] = []
    ) {
        guard let spec = template?.spec else { return }
        let metadata = object.metadata
        let name = Self.uniqueName(originalName(metadata), metadata.namespace) { workloadNames.insert($0).inserted }
        let origin = origin(object)
        var labels = template?.metadata?.labels ?? [:]
        instanceLabels[metadata.namespace, default: []].append((name, labels))
        let networks = labels.compactMap { key, value -> String? in
            guard key.hasPrefix(Marks.network) else { return nil }
            return value == "true" ? String(key.dropFirst(Marks.network.count)) : value
        }
        labels = foreignLabels(labels)
        let prefix =
            switch object.groupVersionKind.kind {
            case "Pod": "spec"
            case "CronJob": "spec.jobTemplate.spec.template.spec"
            default: "spec.template.spec"
            }
        let instanceVolumes = templates.map { Self.volume($0, name: $0.metadata.name ?? "") }
        let pod = PodReading(
            spec: spec,
            claimNames: claimNames[metadata.namespace] ?? [:],
            assetNames: assetNames[metadata.namespace] ?? [:],
            templates: Set(instanceVolumes.map(\.name))
        )
        var workload = Workload(
            name: name,
            kind: kind,
            restart: restart ?? Self.restart(spec.restartPolicy),
            containers: spec.containers.enumerated().map { index, container in
                pod.container(container, origin: self.origin(object, "\(prefix).containers[\(index)]"))
            },
            initContainers: spec.initContainers.enumerated().map { index, container in
                pod.container(container, origin: self.origin(object, "\(prefix).initContainers[\(index)]"))
            },
            instanceVolumes: instanceVolumes,
            networks: networks == [Network.common] ? [] : networks,
            rollout: rollout,
            placement: Placement(spec),
            hostname: spec.hostname,
            terminationGracePeriod: spec.terminationGracePeriodSeconds.map { .seconds($0) },
            hostAliases: OrderedDictionary(
                spec.hostAliases.map { ($0.ip, $0.hostnames) },
                uniquingKeysWith: { $0 + $1 }
            ),
            furtherGroups: spec.securityContext?.supplementalGroups ?? [],
            labels: object.groupVersionKind.kind == "Pod" ? [:] : foreignLabels(metadata.labels),
            selector: selector == [Marks.nameLabel: ObjectNames.label(name)] ? [:] : selector,
            instanceLabels: labels,
            instanceAnnotations: (template?.metadata?.annotations ?? [:]).filter {
                !$0.key.hasPrefix("transload.dev/") && !$0.key.hasPrefix(Marks.service)
            },
            attachments: Self.attachments(metadata, kind: hint),
            origin: origin
        )
        workload = workload.fromDaemon
        if workload.rollout == VolumeSharing.derivedRollout(workload, in: application) { workload.rollout = nil }
        for volume in pod.volumes(of: workload) where volumeNames.insert(volume).inserted {
            application.volumes.append(OrchestrationIR.Volume(name: volume, externalName: volume, origin: origin))
        }
        for id in pod.assets(of: workload) where assetIDs.insert(id).inserted {
            application.assets.append(
                Asset(name: id.name, confidentiality: id.confidentiality, externalName: id.name, origin: origin)
            )
        }
        application.workloads.append(workload)
    }

    /// The name, or one with the namespace where another namespace has a part of the name too; `take` takes a name, and
    /// answers whether it was free.
    private static func uniqueName(_ name: String, _ namespace: String?, take: (String) -> Bool) -> String {
        var candidate = name
        var suffix = namespace ?? "2"
        while !take(candidate) {
            candidate = "\(name)-\(suffix)"
            suffix += "-2"
        }
        return candidate
    }

    private static func attachments(_ metadata: ObjectMeta, kind: String?) -> [Attachment] {
        let services = metadata.annotations.filter { $0.key.hasPrefix(Marks.service) }.map { key, name in
            Attachment.service(name, of: String(key.dropFirst(Marks.service.count)))
        }
        return (kind.map { [Attachment("kubernetes", subject: "kind", text: $0)] } ?? []) + services
    }

    private static func restart(_ policy: String?) -> Workload.Restart? {
        switch policy {
        case "Always": .always
        case "OnFailure": .onFailure(maximumAttempts: nil)
        case "Never": .never
        default: nil
        }
    }

    // MARK: Services

    private mutating func read(_ service: KubeModel.Service, _ instances: InstanceIndex?) {
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

    private mutating func read(_ ingress: Ingress) {
        let metadata = ingress.metadata
        let known = serviceNames[metadata.namespace] ?? [:]
        let origin = origin(AnyKubernetesObject(ingress))
        var route = Route(ingress, name: originalName(metadata), origin: origin) { known[$0] }
        guard !route.rules.isEmpty else { return }
        route.name = Self.uniqueName(route.name, metadata.namespace) { routeNames.insert($0).inserted }
        route.labels = foreignLabels(metadata.labels)
        application.routes.append(route)
    }

    private mutating func declareNetworks() {
        var names: OrderedSet<String> = []
        for workload in application.workloads { names.formUnion(workload.networks) }
        names.remove(Network.common)
        application.networks = names.map { Network(name: $0) }
    }
}
