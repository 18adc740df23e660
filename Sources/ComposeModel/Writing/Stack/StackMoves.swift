import Diagnostics
import YAMLTree

/// Keys of a service that a stack file has below `deploy`.
struct StackMoves {
    private let name: String
    private let version: ComposeWriter.StackVersion
    private(set) var findings: [Finding] = []

    init(service name: String, version: ComposeWriter.StackVersion) {
        self.name = name
        self.version = version
    }

    /// Moves what has a place below `deploy` that is free.
    mutating func apply(to service: inout Service) {
        moveRestart(&service)
        if let scale = service.scale {
            if service.deploy?.replicas == nil {
                service.deploy = service.deploy ?? Deploy()
                service.deploy?.replicas = scale
                moved("scale", "deploy.replicas", service)
                service.scale = nil
            } else if service.deploy?.replicas == scale {
                service.scale = nil
            }
        }
        move(&service, "cpus", \.cpus, "limits.cpus", \.madeLimits.cpus)
        move(&service, "mem_limit", \.memLimit, "limits.memory", \.madeLimits.memory)
        move(
            &service,
            "mem_reservation",
            \.memReservation,
            "reservations.memory",
            \.madeReservations.memory
        )
        if version >= .v3_9 {
            move(&service, "pids_limit", \.pidsLimit, "limits.pids", \.madeLimits.pids)
        }
    }

    private mutating func move<Value: Equatable>(
        _ service: inout Service,
        _ key: String,
        _ source: WritableKeyPath<Service, Value?>,
        _ place: String,
        _ target: WritableKeyPath<Resources, Value?>
    ) {
        guard let value = service[keyPath: source] else { return }
        var resources = service.deploy?.resources ?? Resources()
        let present = resources[keyPath: target]
        guard present == nil || present == value else { return }
        if present == nil {
            resources[keyPath: target] = value
            service.deploy = service.deploy ?? Deploy()
            service.deploy?.resources = resources
            moved(key, "deploy.resources.\(place)", service)
        }
        service[keyPath: source] = nil
    }

    private mutating func moveRestart(_ service: inout Service) {
        guard let rule = service.restart.flatMap({ RestartRule($0) }), service.deploy?.restartPolicy == nil else {
            return
        }
        var policy = RestartPolicy()
        switch rule {
        case .no: policy.condition = "none"
        case .always, .unlessStopped: policy.condition = "any"
        case .onFailure(let retries):
            policy.condition = "on-failure"
            policy.maxAttempts = retries
        }
        service.deploy = service.deploy ?? Deploy()
        service.deploy?.restartPolicy = policy
        moved("restart", "deploy.restart_policy", service)
        service.restart = nil
    }

    private mutating func moved(_ key: String, _ place: String, _ service: Service) {
        findings.append(
            Finding(
                .composeStackMoved,
                .kept,
                "\(key) is written as \(place)",
                location: service.fields.location(of: key),
                path: NodePath([.key("services"), .key(name), .key(key)]).description
            )
        )
    }
}

extension Resources {
    /// The limits, made when they are first set.
    fileprivate var madeLimits: ResourceLimits {
        get { limits ?? ResourceLimits() }
        set { limits = newValue }
    }

    /// The reservations, made when they are first set.
    fileprivate var madeReservations: ResourceReservations {
        get { reservations ?? ResourceReservations() }
        set { reservations = newValue }
    }
}
