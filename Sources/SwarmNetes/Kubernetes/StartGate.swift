import OrchestrationIR

/// An init container that waits until another workload is ready.
///
/// A Service leads to pods that are ready only. So a connection that is accepted says that one of them is; of a Service
/// without an address of its own, the name is known only when one is.
struct StartGate {
    /// The image of the container: any with a shell and `nc`.
    static let image = "busybox:1.37"

    private static let prefix = "wait-for-"

    let container: Container

    /// The gate in front of what `endpoint` reaches, which is called `service` in Kubernetes.
    init(_ endpoint: Endpoint, service: String, image: String = StartGate.image) {
        let port = endpoint.exposure == .insideEach ? nil : endpoint.ports.first { $0.transport == .tcp }?.port
        let line =
            if let port { "until nc -z -w 2 \(service) \(port); do sleep 1; done" } else {
                "while nc -w 2 \(service) 1 </dev/null 2>&1 | grep -q 'bad address'; do sleep 1; done"
            }
        container = Container(
            name: ObjectNames.label(Self.prefix + service),
            image: image,
            entrypoint: ["/bin/sh", "-c", line]
        )
    }

    /// Whether `other` is this gate, with whatever image.
    private func matches(_ other: Container) -> Bool {
        var other = other
        other.image = container.image
        return other == container
    }

    /// Makes dependencies of the gates that `application` has in front of its workloads.
    static func takeDown(in application: inout Application) {
        guard
            application.workloads.contains(where: { $0.initContainers.contains { $0.name.hasPrefix(prefix) } })
        else { return }
        var gates: [String: (gate: StartGate, workload: String)] = [:]
        // Compose waits for health only where there is a test of it.
        let tested = Set(application.workloads.lazy.filter { $0.containers.first?.isTested ?? false }.map(\.name))
        for endpoint in application.endpoints where endpoint.workloads.count == 1 && endpoint.aliasOf == nil {
            guard tested.contains(endpoint.workloads[0]) else { continue }
            let gate = StartGate(endpoint, service: ObjectNames.serviceName(endpoint.name))
            gates[gate.container.name] = (gate, endpoint.workloads[0])
        }
        for index in application.workloads.indices {
            var workload = application.workloads[index]
            let containers = workload.initContainers
            workload.initContainers = containers.filter { container in
                guard let (gate, target) = gates[container.name], target != workload.name, gate.matches(container)
                else {
                    return true
                }
                workload.dependencies.append(Dependency(workload: target, condition: .healthy))
                return false
            }
            application.workloads[index] = workload
        }
    }
}

extension Container {
    /// Whether a probe tests the container.
    fileprivate var isTested: Bool { liveness != nil || readiness != nil || startup != nil }
}
