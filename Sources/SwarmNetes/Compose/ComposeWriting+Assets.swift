import ComposeModel
import OrchestrationIR
import OrderedCollections

/// Configs and secrets: each entry of an asset is one.
extension ComposeWriting {
    mutating func write(_ asset: Asset) {
        if let external = asset.externalName {
            declare(asset, key: asset.name, name: asset.name, content: nil, external: external)
            return
        }
        for entry in asset.entries {
            let isOnly = asset.entries.count == 1 && ObjectNames.assetKey(asset.name) == entry.key
            let name = isOnly ? asset.name : unusedName("\(asset.name)-\(entry.key)", asset.confidentiality)
            assetNames[asset.id, default: [:]][entry.key] = name
            declare(asset, key: entry.key, name: name, content: entry.content, external: nil)
        }
    }

    func unusedName(_ wanted: String, _ confidentiality: Asset.Confidentiality) -> String {
        let base = String(decoding: wanted.utf8.map { $0 == 46 ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
        var name = base
        var number = 2
        while confidentiality == .plain ? project.configs[name] != nil : project.secrets[name] != nil {
            name = "\(base)-\(number)"
            number += 1
        }
        return name
    }

    mutating func declare(
        _ asset: Asset,
        key: String,
        name: String,
        content: Asset.Entry.Content?,
        external: String?
    ) {
        var hints = Hints()
        if external == nil, name != asset.name || key != ObjectNames.assetKey(name) {
            hints.asset = asset.name
            hints.key = key
        }
        var file: String?
        var text: String?
        var variable: String?
        switch content {
        case .bytes(let bytes):
            if asset.confidentiality == .plain, options.configs == .inline,
                let inline = String(validating: bytes, as: UTF8.self)
            {
                text = inline
            } else {
                let folder = asset.confidentiality == .secret ? "secrets" : "configs"
                let path = "./\(folder)/\(name)"
                file = path
                files.append(
                    ComposeBundle.File(path: path, bytes: bytes, isSecret: asset.confidentiality == .secret)
                )
            }
        case .file(let path): file = path
        case .environment(let name): variable = name
        case nil: break
        }
        switch asset.confidentiality {
        case .plain:
            project.configs[name] = Config(
                name: external ?? scoped(name),
                file: file,
                content: text,
                environment: variable,
                external: external == nil ? nil : true,
                labels: asset.labels,
                fields: hints.fields
            )
        case .secret:
            project.secrets[name] = ComposeModel.Secret(
                name: external ?? scoped(name),
                file: file,
                environment: variable,
                external: external == nil ? nil : true,
                labels: asset.labels,
                fields: hints.fields
            )
        }
    }
}
