import Diagnostics
import KubeModel
import OrchestrationIR
import OrderedCollections

/// ConfigMaps and Secrets.
extension KubernetesWriting {
    mutating func write(_ asset: Asset) {
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

    mutating func missing(_ asset: Asset, _ reason: String) {
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
}
