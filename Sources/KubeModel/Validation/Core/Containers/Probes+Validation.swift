extension Probe {
    /// The part that a probe plays.
    enum Role {
        case liveness, readiness, startup
    }

    func validate(_ role: Role, _ field: Field) {
        var handlers = ExclusiveFields(field, of: "handler type")
        handlers.check("exec", exec) { $0.validate($1) }
        handlers.check("httpGet", httpGet) { $0.validate($1) }
        handlers.check("tcpSocket", tcpSocket) { $1["port"].port($0.port) }
        handlers.check("grpc", grpc) { $1["port"].port($0.port) }
        handlers.require()
        field["initialDelaySeconds"].nonNegative(initialDelaySeconds)
        field["timeoutSeconds"].nonNegative(timeoutSeconds)
        field["periodSeconds"].nonNegative(periodSeconds)
        field["successThreshold"].nonNegative(successThreshold)
        field["failureThreshold"].nonNegative(failureThreshold)
        field["terminationGracePeriodSeconds"].positive(terminationGracePeriodSeconds)
        switch role {
        case .readiness where terminationGracePeriodSeconds != nil:
            field["terminationGracePeriodSeconds"].invalid("must not be set for readiness probes")
        case .liveness, .startup:
            // 0 stands for the default, which is 1.
            if let successThreshold, successThreshold != 0, successThreshold != 1 {
                field["successThreshold"].invalid("must be 1")
            }
        default: break
        }
    }
}

extension LifecycleHandler {
    func validate(_ pod: PodSurroundings, _ field: Field) {
        var handlers = ExclusiveFields(field, of: "handler type")
        handlers.check("exec", exec) { $0.validate($1) }
        handlers.check("httpGet", httpGet) { $0.validate($1) }
        handlers.check("tcpSocket", tcpSocket) { $1["port"].port($0.port) }
        handlers.check("sleep", sleep) { sleep, field in
            let least = field.options.version >= KubernetesVersion(1, 33) ? 0 : 1
            if sleep.seconds < least || sleep.seconds > pod.gracePeriod {
                field.invalid("must be at least \(least), and not more than terminationGracePeriodSeconds")
            }
        }
        handlers.require()
    }
}

extension ExecAction {
    fileprivate func validate(_ field: Field) {
        if command.isEmpty { field["command"].required() }
    }
}

extension HTTPGetAction {
    fileprivate func validate(_ field: Field) {
        field["port"].port(port)
        field["scheme"].oneOf(scheme.orDefault("HTTP"), ["HTTP", "HTTPS"])
        for header in httpHeaders { field["httpHeaders"].syntax(header.name, .headerName, "the name of a header") }
    }
}
