import ComposeModel
import KubeModel
import OrchestrationIR
import OrderedCollections

// Processor time in cores and memory in bytes: `cpus: 0.5` is `500m`, `52428800` is `50Mi`.

extension ResourceAmounts {
    /// The limits of a Compose service: those of `deploy`, else those beside it.
    init(limitsOf service: ComposeModel.Service) {
        let limits = service.deploy?.resources?.limits
        self.init(
            nanoCPUs: (limits?.cpus ?? service.cpus).flatMap(Self.nanoCPUs),
            memoryBytes: (limits?.memory ?? service.memLimit)?.bytes,
            processes: limits?.pids ?? service.pidsLimit
        )
    }

    /// What a Compose service reserves.
    init(reservationsOf service: ComposeModel.Service) {
        let reservations = service.deploy?.resources?.reservations
        self.init(
            nanoCPUs: reservations?.cpus.flatMap(Self.nanoCPUs),
            memoryBytes: (reservations?.memory ?? service.memReservation)?.bytes
        )
    }

    private static func nanoCPUs(_ cpus: Double) -> Int64? {
        let nano = (cpus * 1e9).rounded()
        return nano > 0 && nano < 1e18 ? Int64(nano) : nil
    }

    /// Processor time in cores.
    var cpus: Double? { nanoCPUs.map { Double($0) / 1e9 } }

    /// The amounts of a Kubernetes resource list.
    init(_ list: OrderedDictionary<String, Quantity>) {
        self.init()
        for (name, quantity) in list {
            switch name {
            case "cpu":
                let (nano, overflow) = Int64(quantity.milliUnits).multipliedReportingOverflow(by: 1_000_000)
                nanoCPUs = overflow ? .max : nano
            case "memory": memoryBytes = Int64(quantity.units)
            default: others[name] = quantity.description
            }
        }
    }

    /// The amounts as a Kubernetes resource list.
    var kubernetes: OrderedDictionary<String, Quantity> {
        var list: OrderedDictionary<String, Quantity> = [:]
        // Kubernetes counts processor time in thousandths; less than one is one.
        if let nanoCPUs {
            let (milli, rest) = nanoCPUs.quotientAndRemainder(dividingBy: 1_000_000)
            list["cpu"] = .milli(max(1, Int(milli) + (rest >= 500_000 ? 1 : 0)))
        }
        if let memoryBytes { list["memory"] = .bytes(Int(memoryBytes)) }
        for (name, text) in others { list[name] = Quantity(text) }
        return list
    }
}

extension ComposeModel.Resources {
    /// The amounts under `deploy`; nil when there are none.
    init?(limits: ResourceAmounts, requests: ResourceAmounts) {
        var limitsValue: ResourceLimits?
        if limits.nanoCPUs != nil || limits.memoryBytes != nil || limits.processes != nil {
            limitsValue = ResourceLimits(
                cpus: limits.cpus,
                memory: limits.memoryBytes.map { ByteSize(bytes: $0) },
                pids: limits.processes
            )
        }
        var reservations: ResourceReservations?
        if requests.nanoCPUs != nil || requests.memoryBytes != nil {
            reservations = ResourceReservations(
                cpus: requests.cpus,
                memory: requests.memoryBytes.map { ByteSize(bytes: $0) }
            )
        }
        guard limitsValue != nil || reservations != nil else { return nil }
        self.init(limits: limitsValue, reservations: reservations)
    }
}
