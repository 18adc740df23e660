import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

/// Claims, ConfigMaps and Secrets.
extension KubernetesReading {
    mutating func read(_ claim: PersistentVolumeClaim) {
        let metadata = claim.metadata
        let name = Self.uniqueName(originalName(metadata), metadata.namespace) { volumeNames.insert($0).inserted }
        var volume = Self.volume(claim, name: name)
        volume.labels = foreignLabels(metadata.labels)
        volume.origin = origin(AnyKubernetesObject(claim))
        claimNames[metadata.namespace, default: [:]][metadata.name ?? ""] = volume.name
        application.volumes.append(volume)
    }

    static func volume(_ claim: PersistentVolumeClaim, name: String) -> OrchestrationIR.Volume {
        OrchestrationIR.Volume(
            name: name,
            bytes: claim.spec?.resources?.requests["storage"].map { Int64($0.units) },
            access: (claim.spec?.accessModes ?? []).compactMap(OrchestrationIR.Volume.Access.init(kubernetes:)),
            storageClass: claim.spec?.storageClassName
        )
    }

    mutating func read(_ map: ConfigMap) {
        var entries = map.data.map { Asset.Entry(key: $0, content: .bytes(Array($1.utf8))) }
        for (key, text) in map.binaryData {
            if let bytes = Base64.decode(text) { entries.append(Asset.Entry(key: key, content: .bytes(bytes))) }
        }
        add(AnyKubernetesObject(map), .plain, entries, type: nil, immutable: map.immutable)
    }

    mutating func read(_ secret: KubeModel.Secret) {
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

    mutating func add(
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
}
