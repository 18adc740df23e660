import ComposeModel
import Diagnostics
import OrchestrationIR
import OrderedCollections
import YAMLTree

/// Labels of kompose, which change what the keys of a service and of volumes say.
extension ComposeReading {
    /// The labels of kompose on a service.
    func komposeLabels(_ service: ComposeModel.Service) -> KomposeLabels? {
        KomposeLabels(service.labels, service.deploy?.labels ?? [:])
    }

    /// Changes the volumes that a service mounts.
    mutating func readVolumes(_ labels: inout KomposeLabels, _ workload: inout Workload) {
        let type = labels.value("volume.type") { text in
            ["persistentvolumeclaim", "emptydir", "hostpath", "configmap"].first { $0 == text.lowercased() }
        }
        let bytes = labels.bytes("volume.size")
        let storageClass = labels["volume.storage-class-name"]
        let subPath = labels["volume.subpath"]
        guard type != nil || bytes != nil || storageClass != nil || subPath != nil else { return }
        guard var container = workload.containers.first else { return }
        for index in container.mounts.indices {
            var mount = container.mounts[index]
            switch (mount.source, type) {
            case (.volume(let name), "emptydir"):
                mount.source = .scratch(name: name, inMemory: false, bytes: bytes)
            case (.node, "emptydir"):
                mount.source = .scratch(name: "\(workload.name)-empty\(index)", inMemory: false, bytes: bytes)
            case (.node, "persistentvolumeclaim"):
                let name = unusedVolume("\(workload.name)-claim\(index)")
                application.volumes.append(OrchestrationIR.Volume(name: name, origin: workload.origin))
                mount.source = .volume(name)
            case (.node(let path), "configmap"):
                guard let asset = addFile(path, "\(workload.name)-cm\(index)", workload.origin) else {
                    labels.ignore("volume.type")
                    continue
                }
                let key = asset.entries[0].key
                mount.source = .asset(asset.id, entries: [AssetFile(key: key, path: key)])
                mount.subPath = key
                mount.readOnly = true
            case (.volume, "hostpath"), (.volume, "configmap"): labels.ignore("volume.type")
            default: break
            }
            if case .volume(let name) = mount.source {
                if let subPath { mount.subPath = subPath.drop { $0 == "/" }.description }
                if let position = application.volumes.firstIndex(where: { $0.name == name }) {
                    application.volumes[position].bytes = bytes ?? application.volumes[position].bytes
                    application.volumes[position].storageClass = storageClass
                }
            }
            container.mounts[index] = mount
        }
        workload.containers[0] = container
    }

    private func unusedVolume(_ wanted: String) -> String {
        var name = wanted
        while application.volumes.contains(where: { $0.name == name }) { name += "-x" }
        return name
    }

    /// A config with the content of a file; nil when it cannot be read.
    private mutating func addFile(_ path: String, _ wanted: String, _ origin: Origin) -> Asset? {
        guard let bytes = fileContents(path) else { return nil }
        var name = wanted
        while application.assets.contains(where: { $0.name == name }) { name += "-x" }
        let key = ObjectNames.assetKey(path.split(separator: "/").last.map(String.init) ?? name)
        let asset = Asset(
            name: name,
            confidentiality: .plain,
            entries: [Asset.Entry(key: key, content: .bytes(bytes))],
            origin: origin
        )
        application.assets.append(asset)
        return asset
    }

    /// Changes a volume as its labels say.
    mutating func read(_ labels: KomposeLabels?, _ volume: inout OrchestrationIR.Volume) {
        guard var labels else { return }
        volume.bytes = labels.bytes("volume.size") ?? volume.bytes
        if let selector = labels["volume.selector"] { volume.selector = ["io.kompose.service": selector] }
        report(labels, on: "the volume \(volume.name)", volume.origin)
    }

    /// Notes the labels from which nothing follows.
    mutating func report(_ labels: KomposeLabels, on part: String, _ origin: Origin) {
        for label in OrderedSet(labels.ignored) {
            findings.append(
                Finding(
                    .komposeLabelIgnored,
                    .dropped,
                    "the label \(label) of \(part) has a value from which nothing follows",
                    remedy: "Give it a value that kompose documents, or remove it.",
                    origin: origin,
                    in: application.origins
                )
            )
        }
    }

    /// The service in whose pod another runs, for services with one `kompose.service.group`: the first of them.
    func groupLeaders() -> [String: String] {
        var first: [String: String] = [:]
        var leaders: [String: String] = [:]
        for (name, service) in project.services where service.provider == nil {
            guard let group = service.labels["kompose.service.group"], !group.isEmpty,
                !(service.networkMode?.hasPrefix("service:") ?? false)
            else { continue }
            if let leader = first[group] { leaders[name] = leader } else { first[group] = name }
        }
        return leaders
    }

    /// Moves the containers of grouped services into the pod of the first, where the others are reached as before.
    mutating func group(_ leaders: [String: String]) {
        guard !leaders.isEmpty else { return }
        let positions = Dictionary(
            application.workloads.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var moved: Set<String> = []
        for (name, _) in project.services {
            guard let leader = leaders[name], let from = positions[name], let to = positions[leader] else { continue }
            let guest = application.workloads[from]
            application.workloads[to].containers += guest.containers
            application.workloads[to].initContainers += guest.initContainers
            application.workloads[to].dependencies += guest.dependencies
            application.workloads[to].attachments.append(.service(name, of: guest.containers.first?.name ?? name))
            moved.insert(name)
        }
        application.workloads.removeAll { moved.contains($0.name) }
        for index in application.workloads.indices {
            let name = application.workloads[index].name
            var known: Set<String> = [name]
            for dependency in application.workloads[index].dependencies.indices {
                let target = application.workloads[index].dependencies[dependency].workload
                if moved.contains(target), let leader = leaders[target] {
                    application.workloads[index].dependencies[dependency].workload = leader
                }
            }
            application.workloads[index].dependencies.removeAll { !known.insert($0.workload).inserted }
        }
        for index in application.endpoints.indices {
            let workloads = application.endpoints[index].workloads.map { moved.contains($0) ? leaders[$0] ?? $0 : $0 }
            application.endpoints[index].workloads = Array(OrderedSet(workloads))
        }
    }
}
