import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

/// One run of the reader.
struct KubernetesReading {
    let objects: [AnyKubernetesObject]
    var application: Application
    var findings: [Finding] = []
    /// The labels of each workload's instances, by namespace.
    var instanceLabels: [String?: [(workload: String, labels: OrderedDictionary<String, String>)]] = [:]
    /// The names of volumes by those of their claims, by namespace.
    var claimNames: [String?: [String: String]] = [:]
    /// The names of assets by those of their objects, by namespace.
    var assetNames: [String?: [AssetID: String]] = [:]
    /// The names of endpoints by those of their Services, by namespace.
    var serviceNames: [String?: [String: String]] = [:]
    var routeNames: Set<String> = []
    var workloadNames: Set<String> = []
    var endpointNames: Set<String> = []
    var volumeNames: Set<String> = []
    var assetIDs: Set<AssetID> = []

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
    func originalName(_ metadata: ObjectMeta) -> String {
        metadata.annotations[Marks.name] ?? metadata.name ?? ""
    }

    mutating func origin(_ object: AnyKubernetesObject, _ path: String = "") -> Origin {
        application.origins.add(object.location, path: ObjectKey(object).description + (path.isEmpty ? "" : ".\(path)"))
    }

    /// The labels that are not ours.
    func foreignLabels(_ labels: OrderedDictionary<String, String>) -> OrderedDictionary<String, String> {
        let isOurs = application.attachments["kubernetes", "labels"] != "none"
        return labels.filter { key, _ in
            if key == Marks.nameLabel { return !isOurs }
            return key != Marks.partOfLabel && key != Marks.aliasOf
                && !key.hasPrefix(Marks.network) && !key.hasPrefix(Marks.endpoint)
        }
    }
}
