import Diagnostics
import YAMLTree

/// Finds the features of an object: everything by which a provider could be told, in the order of the text.
struct FeatureCollector {
    private(set) var features: [Feature] = []

    /// Parameters and annotations whose values name a driver.
    private static let driverKeys: Set<String> = [
        "csi.storage.k8s.io/csi-driver-name", "volume.beta.kubernetes.io/storage-provisioner",
        "volume.kubernetes.io/storage-provisioner", "pv.kubernetes.io/provisioned-by",
    ]
    /// Annotations whose values name a class.
    private static let classKeys: [String: Feature.Kind] = [
        "kubernetes.io/ingress.class": .ingressClass,
        "volume.beta.kubernetes.io/storage-class": .storageClass,
    ]
    /// Fields whose values are features, wherever they stand.
    private static let fields: [String: Feature.Kind] = [
        "provisioner": .driver, "loadBalancerClass": .loadBalancerClass, "ingressClassName": .ingressClass,
        "gatewayClassName": .gatewayClass, "controllerName": .controller, "storageClassName": .storageClass,
        "image": .image, "storageProvisioner": .driver,
    ]
    /// Volume types that are built into Kubernetes and name a product.
    private static let volumeTypes: Set<String> = [
        "awsElasticBlockStore", "azureDisk", "azureFile", "gcePersistentDisk", "qcloudCbs", "nfs", "cephfs", "rbd",
        "iscsi",
        "fc", "glusterfs",
    ]

    init(_ object: Node) {
        if let version = object["apiVersion"]?.text {
            let group = version.split(separator: "/").dropLast().joined()
            if !group.isEmpty { add(.apiGroup, group, "apiVersion", object["apiVersion"]) }
        }
        let kind = object["kind"]?.text ?? ""
        if kind == "IngressClass", let controller = object["spec"]?["controller"] {
            add(.controller, controller.text, "spec.controller", controller)
        }
        if kind == "StorageClass" { add(.storageClass, object["metadata"]?["name"]) }
        if kind == "CSIDriver" { add(.driver, object["metadata"]?["name"]) }
        if kind.contains("Snapshot") {
            let driver = object["driver"] ?? object["spec"]?["driver"]
            add(.driver, driver?.text, object["driver"] == nil ? "spec.driver" : "driver", driver)
        }
        visit(object, NodePath())
    }

    private mutating func add(_ kind: Feature.Kind, _ node: Node?) {
        add(kind, node?.text, "metadata.name", node)
    }

    private mutating func add(_ kind: Feature.Kind, _ text: String?, _ path: String, _ node: Node?) {
        guard let text, !text.isEmpty else { return }
        features.append(Feature(kind: kind, text: text, path: path, location: node?.location))
    }

    /// Walks over the tree. The depth of trees is bounded by their reader.
    private mutating func visit(_ node: Node, _ path: NodePath) {
        switch node.content {
        case .mapping(let mapping):
            for entry in mapping.entries { visit(entry, in: mapping, path) }
        case .sequence(let items):
            for (index, item) in items.enumerated() { visit(item, path.appending(index)) }
        case .scalar: break
        }
    }

    private mutating func visit(_ entry: Mapping.Entry, in mapping: Mapping, _ parent: NodePath) {
        let name = entry.name
        let path = parent.appending(name)
        if let kind = Self.fields[name] { add(kind, entry.value.text, path.description, entry.value) }
        if Self.volumeTypes.contains(name), entry.value.mapping != nil {
            add(.volumeType, name, path.description, entry.key)
        }
        switch name {
        case "csi", "flexVolume":
            add(.driver, entry.value["driver"]?.text, path.appending("driver").description, entry.value["driver"])
        case "annotations": keys(of: entry.value, .annotation, path)
        case "labels": keys(of: entry.value, .label, path)
        case "nodeSelector": keys(of: entry.value, .nodeLabel, path)
        case "requests", "limits": keys(of: entry.value, .resource, path)
        case "key" where mapping["operator"] != nil:
            add(.nodeLabel, entry.value.text, path.description, entry.value)
        default: break
        }
        if Self.driverKeys.contains(name) { add(.driver, entry.value.text, path.description, entry.value) }
        if let kind = Self.classKeys[name] { add(kind, entry.value.text, path.description, entry.value) }
        visit(entry.value, path)
    }

    private mutating func keys(of node: Node, _ kind: Feature.Kind, _ path: NodePath) {
        for entry in node.mapping?.entries ?? [] {
            add(kind, entry.name, path.appending(entry.name).description, entry.key)
        }
    }
}
