import ComposeModel
import OrchestrationIR
import OrderedCollections

/// Mounts of all kinds, configs and secrets among them.
extension ComposeReading {
    func mounts(_ service: ComposeModel.Service, _ origin: Origin) -> [ContainerMount] {
        var mounts: [ContainerMount] = []
        for (index, mount) in service.volumes.enumerated() {
            let readOnly = mount.readOnly ?? false
            switch mount.type {
            case "bind":
                guard let source = mount.source else { continue }
                mounts.append(ContainerMount(.node(path: source), at: mount.target, readOnly: readOnly, origin: origin))
            case "tmpfs":
                let scratch = ContainerMount.Source.scratch(
                    name: "tmpfs-\(index)",
                    inMemory: true,
                    bytes: mount.tmpfs?.size?.bytes
                )
                mounts.append(ContainerMount(scratch, at: mount.target, readOnly: readOnly, origin: origin))
            case "volume":
                let source: ContainerMount.Source =
                    if let name = mount.source, project.volumes[name] != nil { .volume(name) } else {
                        .scratch(name: "scratch-\(index)", inMemory: false, bytes: nil)
                    }
                mounts.append(
                    ContainerMount(
                        source,
                        at: mount.target,
                        subPath: mount.volume?.subpath,
                        readOnly: readOnly,
                        origin: origin
                    )
                )
            default: continue
            }
        }
        for (index, target) in service.tmpfs.enumerated() {
            let path = target.split(separator: ":", maxSplits: 1).first.map(String.init) ?? target
            mounts.append(
                ContainerMount(
                    .scratch(name: "tmpfs-key-\(index)", inMemory: true, bytes: nil),
                    at: path,
                    origin: origin
                )
            )
        }
        mounts += service.configs.compactMap { mount($0, .plain, folder: "/", origin) }
        mounts += service.secrets.compactMap { mount($0, .secret, folder: "/run/secrets/", origin) }
        return mounts
    }

    /// A config or secret as a file: the entry of an asset, mounted alone.
    private func mount(
        _ reference: FileReference,
        _ confidentiality: Asset.Confidentiality,
        folder: String,
        _ origin: Origin
    ) -> ContainerMount? {
        guard let entry = assetEntries[AssetID(reference.source, confidentiality)] else { return nil }
        let target = reference.target ?? reference.source
        let path = target.hasPrefix("/") ? target : folder + target
        let file = AssetFile(key: entry.key, path: entry.key, mode: reference.mode?.rawValue)
        return ContainerMount(
            .asset(entry.asset, entries: [file]),
            at: path,
            subPath: entry.key,
            readOnly: true,
            origin: origin
        )
    }
}
