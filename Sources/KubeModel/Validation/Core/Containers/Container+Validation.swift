/// What the rules of a container need to know about the pod.
struct PodSurroundings {
    /// The sound volumes by name.
    let volumes: [String: Volume]
    /// The names of the resource claims.
    let resourceClaims: Set<String>
    /// How many seconds the pod has for its end.
    let gracePeriod: Int
    let restartPolicy: String
    /// Whether users are those of the host.
    let sharesHostUsers: Bool
    /// Whether the pod is an object of its own, and not a template.
    let isPod: Bool
    let hostNetwork: Bool

    /// The port of the host that a server gives to a port of a container; 0 for none.
    func hostPort(_ port: ContainerPort) -> Int {
        if let number = port.hostPort, number != 0 { return number }
        return isPod && hostNetwork ? port.containerPort : 0
    }
}

extension Container {
    /// What holds for containers of every sort.
    func validateCommon(_ pod: PodSurroundings, _ field: Field) {
        field["name"].requiredSyntax(name, .dnsLabel)
        field["image"].requiredText(image)
        if pod.isPod, let image, image.first?.isWhitespace == true || image.last?.isWhitespace == true {
            field["image"].invalid("must not have leading or trailing whitespace")
        }
        field["terminationMessagePolicy"].oneOf(
            terminationMessagePolicy.orDefault("File"),
            ["File", "FallbackToLogsOnError"]
        )
        validatePorts(field["ports"])
        field["env"].each(env) { $0.validate($1) }
        for (index, source) in envFrom.enumerated() { source.validate(field["envFrom"], index) }
        validateMounts(pod, field["volumeMounts"])
        validateDevices(pod, field["volumeDevices"])
        field["imagePullPolicy"].oneOf(imagePullPolicy.orDefault("Always"), ["Always", "IfNotPresent", "Never"])
        resources?.validate(claims: pod.resourceClaims, field["resources"])
        validateResizePolicy(pod, field["resizePolicy"])
        securityContext?.validate(pod, field["securityContext"])
    }

    /// Probes and hooks, for containers that run as long as the pod.
    func validateProbes(_ pod: PodSurroundings, _ field: Field) {
        if let lifecycle {
            lifecycle.postStart?.validate(pod, field["lifecycle"]["postStart"])
            lifecycle.preStop?.validate(pod, field["lifecycle"]["preStop"])
        }
        livenessProbe?.validate(.liveness, field["livenessProbe"])
        readinessProbe?.validate(.readiness, field["readinessProbe"])
        startupProbe?.validate(.startup, field["startupProbe"])
    }

    private func validatePorts(_ field: Field) {
        var names: Set<String> = []
        field.each(ports) { port, field in
            if let name = port.name, !name.isEmpty, field["name"].syntax(name, .portName),
                !names.insert(name).inserted
            {
                field["name"].duplicate()
            }
            if port.containerPort == 0 {
                field["containerPort"].required()
            } else {
                field["containerPort"].port(port.containerPort)
            }
            if let number = port.hostPort, number != 0 { field["hostPort"].port(number) }
            field["protocol"].transportProtocol(port.protocol)
        }
    }

    private func validateResizePolicy(_ pod: PodSurroundings, _ field: Field) {
        var seen: Set<String> = []
        for (index, policy) in resizePolicy.enumerated() {
            if !seen.insert(policy.resourceName).inserted { field[index].duplicate() }
            field.requiredOneOf(policy.resourceName, ["cpu", "memory"])
            field.requiredOneOf(policy.restartPolicy, ["NotRequired", "RestartContainer"])
            if pod.restartPolicy == "Never", policy.restartPolicy != "NotRequired" {
                field.invalid("must be NotRequired when restartPolicy is Never")
            }
        }
    }
}

extension Field {
    /// The protocol of a port; TCP when it is absent.
    func transportProtocol(_ name: String?) {
        oneOf(name.orDefault("TCP"), ["SCTP", "TCP", "UDP"])
    }
}
