public import Diagnostics
public import KubeModel
import YAMLTree

/// The machines of a management cluster: those of Cluster API, and of clusters that Rancher provisions (RKE2, K3s).
///
/// A machine is released by an annotation that makes it the first to go, and by making its deployment or pool smaller by
/// one. The machine's controller drains the node. When the cluster's own nodes and pods are in the inventory too, they
/// count for the eligibility as they do for a drain.
public struct MachineInventory: Sendable {
    let machines: [Machine]
    let cluster: KubernetesInventory?
    private let sets: [String: MachineSet]
    private let setsOfDeployment: [String: Int]
    private let deployments: [String: MachineDeployment]
    private let provisioned: [String: ProvisionedCluster]

    /// Takes the objects that matter out of all kinds of objects.
    ///
    /// Throws with all that is wrong: objects without a name, names that no server would accept, owners in a circle, no
    /// machine at all. O(n log n).
    public init(_ objects: [AnyKubernetesObject]) throws(InvalidInput) {
        var report = ConversionReport()
        for object in objects where InventoryKinds.matter(object) { InventoryKinds.check(object, &report) }
        machines = objects.compactMap(Machine.init).sorted {
            ($0.candidateName, $0.namespace) < ($1.candidateName, $1.namespace)
        }
        for machine in machines where !SafeName.accepts(machine.candidateName) {
            report.add(
                Finding(
                    .releaseName,
                    .invalid,
                    "the machine refers to a node by a name that no server accepts",
                    location: machine.metadata.fields.location,
                    path: "status.nodeRef.name"
                )
            )
        }
        for (machine, next) in zip(machines, machines.dropFirst()) where machine.candidateName == next.candidateName {
            report.add(InventoryKinds.duplicate(next.metadata.fields.location))
        }
        if machines.isEmpty {
            report.add(
                Finding(
                    .releaseNoNodes,
                    .invalid,
                    "the inventory has no machine",
                    remedy: "Pass what kubectl get machines,machinesets,machinedeployments -A -o json prints."
                )
            )
        }
        if let cycle = OwnerCycle.first(among: objects) { report.add(cycle) }
        try report.throwIfInvalid()
        let hasNodes = objects.contains { $0.as(ClusterNode.self) != nil }
        cluster = hasNodes ? try KubernetesInventory(objects) : nil
        let sets = objects.compactMap(MachineSet.init)
        self.sets = Dictionary(sets.map { ($0.uid, $0) }, uniquingKeysWith: { $1 })
        setsOfDeployment = Dictionary(
            sets.filter { $0.replicas > 0 }.compactMap { $0.owner.map { ($0.uid, 1) } },
            uniquingKeysWith: { (sum: Int, one: Int) in sum + one }
        )
        deployments = Dictionary(
            objects.compactMap(MachineDeployment.init).compactMap { deployment in
                deployment.metadata.uid.map { ($0, deployment) }
            },
            uniquingKeysWith: { $1 }
        )
        provisioned = Dictionary(
            objects.compactMap(ProvisionedCluster.init).map { ("\($0.namespace)/\($0.name)", $0) },
            uniquingKeysWith: { $1 }
        )
    }

    /// The deployment of a machine, over its set.
    func deployment(of machine: Machine) -> MachineDeployment? {
        guard let set = machine.controller, let owner = sets[set.uid]?.owner else { return nil }
        return deployments[owner.uid]
    }

    /// How many sets of a deployment have machines: more than one while it is being rolled out.
    func activeSets(of deployment: MachineDeployment) -> Int {
        deployment.metadata.uid.flatMap { setsOfDeployment[$0] } ?? 0
    }

    /// The pool of a machine in a cluster that Rancher provisions.
    func pool(of machine: Machine) -> (cluster: ProvisionedCluster, pool: ProvisionedCluster.Pool)? {
        guard let name = machine.cluster, let pool = machine.pool,
            let cluster = provisioned["\(machine.namespace)/\(name)"],
            let found = cluster.pools.first(where: { $0.name == pool })
        else { return nil }
        return (cluster, found)
    }
}
