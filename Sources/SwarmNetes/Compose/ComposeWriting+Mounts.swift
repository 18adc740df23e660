import ComposeModel
import Diagnostics
import OrchestrationIR
import OrderedCollections

/// Mounts: volumes, directories of the node, space in memory, configs and secrets.
extension ComposeWriting {
    mutating func write(_ mount: ContainerMount, of workload: Workload, _ service: inout ComposeModel.Service) {
        let readOnly = mount.readOnly ? true : nil
        switch mount.source {
        case .volume(let name):
            let isOwn = workload.instanceVolumes.contains { $0.name == name }
            service.volumes.append(
                Mount(
                    type: "volume",
                    source: isOwn ? instanceVolume(name, of: workload) : name,
                    target: mount.path,
                    readOnly: readOnly,
                    volume: VolumeOptions(subpath: mount.subPath)
                )
            )
        case .node(let path):
            let source = mount.subPath.map { path.hasSuffix("/") ? path + $0 : "\(path)/\($0)" } ?? path
            service.volumes.append(
                Mount(
                    type: "bind",
                    source: source,
                    target: mount.path,
                    readOnly: readOnly,
                    bind: BindOptions()
                )
            )
        case .scratch(let name, let inMemory, let bytes):
            let isShared =
                (workload.containers + workload.initContainers)
                .filter { $0.mounts.contains { $0.source == mount.source } }.count > 1
            if isShared {
                let shared = "\(workload.name)-\(name)"
                project.volumes[shared] = ComposeModel.Volume(name: scoped(shared))
                service.volumes.append(
                    Mount(
                        type: "volume",
                        source: shared,
                        target: mount.path,
                        readOnly: readOnly,
                        volume: VolumeOptions(subpath: mount.subPath)
                    )
                )
            } else if inMemory {
                service.volumes.append(
                    Mount(
                        type: "tmpfs",
                        target: mount.path,
                        readOnly: readOnly,
                        tmpfs: TmpfsOptions(size: bytes.map { ByteSize(bytes: $0) })
                    )
                )
            } else {
                service.volumes.append(
                    Mount(type: "volume", target: mount.path, readOnly: readOnly, volume: VolumeOptions())
                )
            }
        case .asset(let id, let files): write(mount, id, files, &service)
        }
    }

    /// Each entry of the asset that the mount shows becomes a file of its own.
    func write(
        _ mount: ContainerMount,
        _ id: AssetID,
        _ files: [AssetFile],
        _ service: inout ComposeModel.Service
    ) {
        let asset = assetsByID[id]
        var shown = files
        if shown.isEmpty {
            shown = (asset?.entries ?? []).map { AssetFile(key: $0.key, path: $0.key) }
            if shown.isEmpty, asset?.externalName != nil {
                shown = [AssetFile(key: id.name, path: mount.subPath ?? id.name)]
            }
        }
        if let subPath = mount.subPath { shown = shown.filter { $0.path == subPath } }
        for file in shown {
            let source = assetNames[id]?[file.key] ?? id.name
            let folder = mount.path.hasSuffix("/") ? mount.path : mount.path + "/"
            let reference = FileReference(
                source: source,
                target: mount.subPath == nil ? folder + file.path : mount.path,
                mode: file.mode.map(FileMode.init(rawValue:))
            )
            if id.confidentiality == .secret {
                service.secrets.append(reference)
            } else {
                service.configs.append(reference)
            }
        }
    }
}
