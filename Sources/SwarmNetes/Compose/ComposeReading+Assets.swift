import ComposeModel
import Diagnostics
import OrchestrationIR
import OrderedCollections
import YAMLTree

/// Configs and secrets.
extension ComposeReading {
    mutating func readAssets() {
        for (name, config) in project.configs {
            let content: Asset.Entry.Content? =
                if let text = config.content { .bytes(Array(text.utf8)) } else {
                    self.content(config.file, config.environment)
                }
            add(
                AssetID(name, .plain),
                content,
                external: config.external == true ? config.name ?? name : nil,
                labels: config.labels,
                fields: config.fields,
                path: ["configs", name]
            )
        }
        for (name, secret) in project.secrets {
            add(
                AssetID(name, .secret),
                content(secret.file, secret.environment),
                external: secret.external == true ? secret.name ?? name : nil,
                labels: secret.labels,
                fields: secret.fields,
                path: ["secrets", name]
            )
        }
    }

    func content(_ file: String?, _ variable: String?) -> Asset.Entry.Content? {
        if let file { return fileContents(file).map(Asset.Entry.Content.bytes) ?? .file(path: file) }
        if let variable {
            return environment[variable].map { .bytes(Array($0.utf8)) } ?? .environment(variable: variable)
        }
        return nil
    }

    mutating func add(
        _ id: AssetID,
        _ content: Asset.Entry.Content?,
        external: String?,
        labels: OrderedDictionary<String, String>,
        fields: RetainedFields,
        path: [String]
    ) {
        let hints = Hints(fields)
        let asset = AssetID(hints.asset ?? id.name, id.confidentiality)
        let key = hints.key ?? ObjectNames.assetKey(id.name)
        assetEntries[id] = (asset, key)
        let entries = content.map { [Asset.Entry(key: key, content: $0)] } ?? []
        if let known = assetPositions[asset] {
            application.assets[known].entries += entries
        } else {
            assetPositions[asset] = application.assets.count
            application.assets.append(
                Asset(
                    name: asset.name,
                    confidentiality: asset.confidentiality,
                    entries: entries,
                    externalName: external,
                    labels: labels,
                    origin: origin(fields, path)
                )
            )
        }
    }
}
