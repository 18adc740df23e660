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
    var objects: [AnyKubernetesObject] = []
    var findings: [Finding] = []
    let volumesByName: [String: OrchestrationIR.Volume]
    let assetsByID: [AssetID: Asset]
    let users: [String: Int]
    let isolation: NetworkIsolation
    /// The selectors that workloads bring along.
    let selectors: [String: OrderedDictionary<String, String>]
    /// The endpoints that reach a workload among others.
    var groups: [String: [String]] = [:]

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
    func metadata(
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

    // MARK: Volumes

    func claim(_ volume: OrchestrationIR.Volume, name: String) -> PersistentVolumeClaim {
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
