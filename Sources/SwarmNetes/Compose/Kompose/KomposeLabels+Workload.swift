import ComposeModel
import KubeModel
import OrchestrationIR
import OrderedCollections

/// What the labels of a service say of its pods.
extension KomposeLabels {
    /// Changes the workload of a service with the given health check, whose times hold for tests that labels name.
    mutating func apply(to workload: inout Workload, healthCheck: HealthCheck?) {
        readKind(&workload)
        readSchedule(&workload)
        if let name = self["service.name_override"], !name.isEmpty {
            workload.attachments.append(Attachment("kubernetes", subject: "name", text: name))
        }
        workload.serviceAccount = self["serviceaccount-name"] ?? workload.serviceAccount
        if let secret = self["image-pull-secret"] { workload.imagePullSecrets = [secret] }
        workload.volumeGroup = number("security-context.fsgroup") ?? workload.volumeGroup
        readAutoscaling(&workload)
        readInitContainer(&workload)
        guard var container = workload.containers.first else { return }
        let policy = value("image-pull-policy") {
            OrchestrationIR.Container.ImagePull(kubernetes: $0) ?? .init(compose: $0.lowercased())
        }
        container.imagePull = policy ?? container.imagePull
        var times = healthCheck
        times?.test = ["CMD", "true"]
        readProbes(&container, times: times.flatMap { OrchestrationIR.Probe($0, origin: workload.origin) })
        for (name, path) in [
            ("limit", \OrchestrationIR.Container.limits), ("request", \OrchestrationIR.Container.requests),
        ] {
            let amount = value("ephemeral-storage." + name) { Quantity($0).map(\.description) }
            if let amount { container[keyPath: path].others["ephemeral-storage"] = amount }
        }
        workload.containers[0] = container
    }

    private static let kinds: [String: (kind: String?, make: @Sendable (Int?) -> Workload.Kind)] = [
        "deployment": ("Deployment", { .replicated($0) }),
        "replicationcontroller": ("ReplicationController", { .replicated($0) }),
        "statefulset": (nil, { .stableIdentity($0, service: nil) }),
        "daemonset": (nil, { _ in .onePerNode }),
    ]

    private mutating func readKind(_ workload: inout Workload) {
        guard let (kind, make) = value("controller.type", { Self.kinds[$0.lowercased()] }) else { return }
        let count: Int? =
            switch workload.kind {
            case .replicated(let count), .stableIdentity(let count, _): count
            default: nil
            }
        workload.kind = make(count)
        workload.attachments.removeAll { $0.subject == "kind" }
        if let kind { workload.attachments.append(Attachment("kubernetes", subject: "kind", text: kind)) }
    }

    private mutating func readSchedule(_ workload: inout Workload) {
        guard let schedule = self["cronjob.schedule"], !schedule.isEmpty else { return }
        workload.kind = .runToCompletion(nil, schedule: schedule)
        let policy = value("cronjob.concurrency_policy") { text in
            ["Allow", "Forbid", "Replace"].first { $0.lowercased() == text.lowercased() }
        }
        if let policy {
            workload.attachments.append(Attachment("kubernetes", subject: "concurrencyPolicy", text: policy))
        }
        if let limit = number("cronjob.backoff_limit") {
            workload.restart = limit == 0 ? .never : .onFailure(maximumAttempts: limit)
        }
    }

    private mutating func readAutoscaling(_ workload: inout Workload) {
        let names = ["hpa.cpu", "hpa.memory", "hpa.replicas.min", "hpa.replicas.max"]
        guard names.contains(where: { self[$0] != nil }) else { return }
        guard workload.kind.isScalable else {
            for name in names where self[name] != nil { ignore(name) }
            return
        }
        func percent(_ text: String) -> Int? {
            let number = text.hasSuffix("%") ? String(text.dropLast()) : text
            return Int(number).flatMap { (1...10_000).contains($0) ? $0 : nil }
        }
        // The numbers that kompose takes where a label is missing.
        let minimum = number("hpa.replicas.min", in: 1...Int(Int32.max)) ?? 1
        var scaling = Autoscaling(
            minimum: minimum,
            maximum: max(minimum, number("hpa.replicas.max", in: 1...Int(Int32.max)) ?? 3),
            processorPercent: value("hpa.cpu", percent) ?? 50
        )
        if let text = self["hpa.memory"], percent(text) == nil {
            scaling.memoryBytes = bytes("hpa.memory")
        } else {
            scaling.memoryPercent = value("hpa.memory", percent) ?? 70
        }
        workload.autoscaling = scaling
    }

    private mutating func readInitContainer(_ workload: inout Workload) {
        guard let image = self["init.containers.image"], !image.isEmpty else {
            for name in ["init.containers.name", "init.containers.command"] where self[name] != nil { ignore(name) }
            return
        }
        let name = self["init.containers.name"] ?? "init-service"
        guard !workload.containers.contains(where: { ObjectNames.label($0.name) == ObjectNames.label(name) }) else {
            return ignore("init.containers.name")
        }
        workload.initContainers.append(
            OrchestrationIR.Container(name: name, image: image, entrypoint: words("init.containers.command"))
        )
    }
}

extension Workload.Kind {
    /// Whether the number of instances may change while they run.
    fileprivate var isScalable: Bool {
        switch self {
        case .replicated, .stableIdentity: true
        case .onePerNode, .onceOnEachNode, .single, .runToCompletion: false
        }
    }
}
