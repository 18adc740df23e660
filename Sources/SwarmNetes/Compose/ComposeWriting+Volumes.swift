import ComposeModel
import Diagnostics
import OrchestrationIR
import OrderedCollections
import YAMLTree

/// Networks and volumes.
extension ComposeWriting {
    mutating func writeNetworks() {
        for network in application.networks {
            project.networks[network.name] = ComposeModel.Network(
                name: network.externalName ?? scoped(network.name),
                external: network.externalName == nil ? nil : true,
                internal: network.isInternal ? true : nil,
                labels: network.labels
            )
        }
        if application.workloads.contains(where: { $0.joinedNetworks.contains(Network.common) }) {
            project.networks[Network.common] = ComposeModel.Network(name: scoped(Network.common))
        }
    }

    mutating func writeVolumes() {
        for volume in application.volumes {
            project.volumes[volume.name] = ComposeModel.Volume(
                name: volume.externalName ?? scoped(volume.name),
                external: volume.externalName == nil ? nil : true,
                labels: volume.labels
            )
        }
        for workload in application.workloads {
            for volume in workload.instanceVolumes {
                let name = instanceVolume(volume.name, of: workload)
                project.volumes[name] = ComposeModel.Volume(name: scoped(name), labels: volume.labels)
                if workload.instanceCount > 1 {
                    add(
                        .instanceStorageShared,
                        .approximated,
                        "the instances of \(workload.name) share the volume \(name) where they run on one node",
                        remedy: "Give each instance a service of its own if they must not share data.",
                        workload.origin
                    )
                }
            }
        }
    }

    func instanceVolume(_ name: String, of workload: Workload) -> String { "\(workload.name)-\(name)" }
}
