import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

/// Objects that say what runs.
extension KubernetesWriting {
    mutating func write(_ original: Workload) {
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
    mutating func writeAutoscaler(_ workload: Workload) {
        guard let scaling = workload.autoscaling, let target = objects.last else { return }
        let kind = target.groupVersionKind.kind
        guard kind == "Deployment" || kind == "StatefulSet" || kind == "ReplicaSet" else { return }
        let name = names.workload(workload.name)
        let metadata = metadata(name, part: workload.name)
        let spec = HorizontalPodAutoscalerSpec(scaling, kind: kind, name: name)
        objects.append(AnyKubernetesObject(HorizontalPodAutoscaler(metadata: metadata, spec: spec)))
    }

    mutating func writeStatefulSet(
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
