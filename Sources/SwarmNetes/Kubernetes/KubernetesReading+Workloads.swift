import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

/// Objects that say what runs.
extension KubernetesReading {
    mutating func readWorkload(_ object: AnyKubernetesObject) {
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
    mutating func add(_ object: AnyKubernetesObject, _ spec: JobSpec, schedule: String?) {
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

    mutating func add(
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
    static func uniqueName(_ name: String, _ namespace: String?, take: (String) -> Bool) -> String {
        var candidate = name
        var suffix = namespace ?? "2"
        while !take(candidate) {
            candidate = "\(name)-\(suffix)"
            suffix += "-2"
        }
        return candidate
    }

    static func attachments(_ metadata: ObjectMeta, kind: String?) -> [Attachment] {
        let services = metadata.annotations.filter { $0.key.hasPrefix(Marks.service) }.map { key, name in
            Attachment.service(name, of: String(key.dropFirst(Marks.service.count)))
        }
        return (kind.map { [Attachment("kubernetes", subject: "kind", text: $0)] } ?? []) + services
    }

    static func restart(_ policy: String?) -> Workload.Restart? {
        switch policy {
        case "Always": .always
        case "OnFailure": .onFailure(maximumAttempts: nil)
        case "Never": .never
        default: nil
        }
    }
}
