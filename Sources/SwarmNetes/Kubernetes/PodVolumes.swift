import KubeModel
import OrchestrationIR

/// The volumes of a pod, collected while its containers' mounts are written; equal sources share a volume.
struct PodVolumes {
    let workload: Workload
    let names: KubernetesNames
    let applicationVolumes: [String: OrchestrationIR.Volume]
    let assets: [AssetID: Asset]
    private(set) var volumes: [KubeModel.Volume] = []
    private var named: [ContainerMount.Source: String] = [:]
    private var taken: Set<String> = []
    /// The next number to try for each name that is taken.
    private var numbers: [String: Int] = [:]

    init(
        workload: Workload,
        names: KubernetesNames,
        volumes: [String: OrchestrationIR.Volume],
        assets: [AssetID: Asset]
    ) {
        self.workload = workload
        self.names = names
        self.applicationVolumes = volumes
        self.assets = assets
    }

    /// The mount in Kubernetes' words.
    mutating func mount(_ mount: ContainerMount) -> VolumeMount {
        VolumeMount(
            name: volume(for: mount.source),
            mountPath: mount.path,
            subPath: mount.subPath,
            readOnly: mount.readOnly ? true : nil
        )
    }

    private mutating func volume(for source: ContainerMount.Source) -> String {
        if let known = named[source] { return known }
        let name: String
        switch source {
        case .volume(let volumeName):
            if workload.instanceVolumes.contains(where: { $0.name == volumeName }) {
                // A claim template makes the volume of its name.
                name = ObjectNames.label(volumeName)
                named[source] = name
                taken.insert(name)
                return name
            }
            name = unique(volumeName)
            let claim =
                applicationVolumes[volumeName]?.externalName.map(ObjectNames.subdomain) ?? names.volume(volumeName)
            volumes.append(
                Volume(name: name, persistentVolumeClaim: PersistentVolumeClaimVolumeSource(claimName: claim))
            )
        case .node(let path):
            name = unique("host-" + (path.split(separator: "/").last.map(String.init) ?? "root"))
            volumes.append(Volume(name: name, hostPath: HostPathVolumeSource(path: path)))
        case .scratch(let scratchName, let inMemory, let bytes):
            name = unique(scratchName)
            volumes.append(
                Volume(
                    name: name,
                    emptyDir: EmptyDirVolumeSource(
                        medium: inMemory ? "Memory" : nil,
                        sizeLimit: bytes.map { .bytes(Int($0)) }
                    )
                )
            )
        case .asset(let id, let entries):
            name = unique(id.name)
            let items = entries.map { entry in
                KeyToPath(
                    key: ObjectNames.assetKey(entry.key),
                    path: entry.path,
                    // Kubernetes takes permissions alone, without the bits for set-user-ID and the like.
                    mode: entry.mode.map { $0 & 0o777 }
                )
            }
            let object = assets[id]?.externalName.map(ObjectNames.subdomain) ?? names.asset(id)
            volumes.append(
                id.confidentiality == .secret
                    ? Volume(name: name, secret: SecretVolumeSource(items: items, secretName: object))
                    : Volume(name: name, configMap: ConfigMapVolumeSource(name: object, items: items))
            )
        }
        named[source] = name
        return name
    }

    /// A valid name that no other volume of the pod has.
    private mutating func unique(_ name: String) -> String {
        let base = ObjectNames.label(name)
        var candidate = base
        var number = numbers[base, default: 2]
        while !taken.insert(candidate).inserted {
            candidate = ObjectNames.label("\(base)-\(number)")
            number += 1
        }
        numbers[base] = number
        return candidate
    }
}
