import KubeModel
import OrchestrationIR
import OrderedCollections

/// Reads the containers of one pod.
struct PodReading {
    let spec: PodSpec
    /// The names of volumes by those of their claims.
    let claimNames: [String: String]
    /// The names of assets by those of their objects.
    let assetNames: [AssetID: String]
    /// The names of the claim templates.
    let templates: Set<String>

    func container(_ container: KubeModel.Container, origin: Origin) -> OrchestrationIR.Container {
        OrchestrationIR.Container(
            name: container.name,
            image: container.image,
            imagePull: container.imagePullPolicy.flatMap(OrchestrationIR.Container.ImagePull.init(kubernetes:)),
            entrypoint: container.command.isEmpty ? nil : expanded(container.command, container),
            arguments: container.args.isEmpty ? nil : expanded(container.args, container),
            workingDirectory: container.workingDir,
            environment: environment(container),
            environmentSources: container.envFrom.compactMap(source),
            ports: container.ports.map(OrchestrationIR.ContainerPort.init),
            mounts: container.volumeMounts.flatMap { mounts($0, origin: origin) },
            liveness: container.livenessProbe.flatMap { OrchestrationIR.Probe($0, origin: origin) },
            readiness: container.readinessProbe.flatMap { OrchestrationIR.Probe($0, origin: origin) },
            startup: container.startupProbe.flatMap { OrchestrationIR.Probe($0, origin: origin) },
            limits: ResourceAmounts(container.resources?.limits ?? [:]),
            requests: ResourceAmounts(container.resources?.requests ?? [:]),
            security: Security(container.securityContext, pod: spec.securityContext),
            standardInput: container.stdin,
            terminal: container.tty,
            origin: origin
        )
    }

    // MARK: Environment

    /// The variables in order; references to earlier ones are replaced as Kubernetes does.
    private func environment(_ container: KubeModel.Container) -> [EnvironmentVariable] {
        var known: [String: String] = [:]
        return container.env.compactMap { variable in
            guard var result = EnvironmentVariable(variable) else { return nil }
            switch result.value {
            case .literal(let text):
                let value = VariableReferences.expanded(text, known)
                known[variable.name] = value
                result.value = .literal(value)
            case .assetKey(let id, let key, let optional):
                result.value = .assetKey(asset: asset(id), key: key, optional: optional)
            case .fromCaller, .instanceField: break
            }
            return result
        }
    }

    private func expanded(_ words: [String], _ container: KubeModel.Container) -> [String] {
        guard words.contains(where: { $0.utf8.contains(UInt8(ascii: "$")) }) else { return words }
        var known: [String: String] = [:]
        for variable in environment(container) {
            if case .literal(let value) = variable.value { known[variable.name] = value }
        }
        return words.map { VariableReferences.expanded($0, known) }
    }

    private func source(_ source: EnvFromSource) -> EnvironmentSource? {
        if let reference = source.configMapRef {
            return EnvironmentSource(
                asset: asset(AssetID(reference.name ?? "", .plain)),
                prefix: source.prefix ?? "",
                optional: reference.optional ?? false
            )
        }
        if let reference = source.secretRef {
            return EnvironmentSource(
                asset: asset(AssetID(reference.name ?? "", .secret)),
                prefix: source.prefix ?? "",
                optional: reference.optional ?? false
            )
        }
        return nil
    }

    private func asset(_ object: AssetID) -> AssetID {
        AssetID(assetNames[object] ?? object.name, object.confidentiality)
    }

    // MARK: Mounts

    /// One mount, or one for each part of a projected volume; none for what the IR does not have.
    private func mounts(_ mount: VolumeMount, origin: Origin) -> [ContainerMount] {
        let sources: [ContainerMount.Source]
        if templates.contains(mount.name) {
            sources = [.volume(mount.name)]
        } else if let volume = spec.volumes.first(where: { $0.name == mount.name }) {
            sources = volume.projected.map(self.sources) ?? source(volume).map { [$0] } ?? []
        } else {
            sources = []
        }
        return sources.map { source in
            ContainerMount(
                source,
                at: mount.mountPath,
                subPath: mount.subPath,
                readOnly: mount.readOnly ?? false,
                origin: origin
            )
        }
    }

    /// The ConfigMaps and Secrets of a projected volume; what it projects of the pod itself only Kubernetes knows.
    private func sources(_ volume: ProjectedVolumeSource) -> [ContainerMount.Source] {
        volume.sources.compactMap { part in
            if let map = part.configMap {
                .asset(asset(AssetID(map.name ?? "", .plain)), entries: files(map.items, mode: volume.defaultMode))
            } else if let secret = part.secret {
                .asset(
                    asset(AssetID(secret.name ?? "", .secret)),
                    entries: files(secret.items, mode: volume.defaultMode)
                )
            } else {
                nil
            }
        }
    }

    private func source(_ volume: KubeModel.Volume) -> ContainerMount.Source? {
        if let claim = volume.persistentVolumeClaim {
            return .volume(claimNames[claim.claimName] ?? claim.claimName)
        }
        if let host = volume.hostPath { return .node(path: host.path) }
        if let empty = volume.emptyDir {
            return .scratch(
                name: volume.name,
                inMemory: empty.medium == "Memory",
                bytes: empty.sizeLimit.map { Int64($0.units) }
            )
        }
        if let map = volume.configMap {
            return .asset(asset(AssetID(map.name ?? "", .plain)), entries: files(map.items, mode: map.defaultMode))
        }
        if let secret = volume.secret {
            return .asset(
                asset(AssetID(secret.secretName ?? "", .secret)),
                entries: files(secret.items, mode: secret.defaultMode)
            )
        }
        return nil
    }

    private func files(_ items: [KeyToPath], mode: Int?) -> [AssetFile] {
        items.map { AssetFile(key: $0.key, path: $0.path, mode: $0.mode ?? mode) }
    }

    // MARK: References

    /// The volumes of the application that the containers mount.
    func volumes(of workload: Workload) -> [String] {
        (workload.initContainers + workload.containers).flatMap(\.mounts).compactMap { mount in
            guard case .volume(let name) = mount.source, !templates.contains(name) else { return nil }
            return name
        }
    }

    /// The assets that the containers read.
    func assets(of workload: Workload) -> OrderedSet<AssetID> {
        var ids: OrderedSet<AssetID> = []
        for container in workload.initContainers + workload.containers {
            for mount in container.mounts {
                if case .asset(let id, _) = mount.source { ids.append(id) }
            }
            for variable in container.environment {
                if case .assetKey(let id, _, _) = variable.value { ids.append(id) }
            }
            for source in container.environmentSources { ids.append(source.asset) }
        }
        return ids
    }
}
