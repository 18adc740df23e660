import OrderedCollections

extension PodSpec {
    func validateContainers(_ pod: PodSurroundings, _ field: Field) {
        validateMainContainers(pod, field["containers"])
        validateInitContainers(pod, field["initContainers"])
        validateEphemeralContainers(pod, field["ephemeralContainers"])
        guard pod.hostNetwork else { return }
        field["containers"].each(containers) { container, field in
            field["ports"].each(container.ports) { port, field in
                let hostPort = pod.hostPort(port)
                if hostPort != 0, hostPort != port.containerPort {
                    field["hostPort"].invalid("must match containerPort when hostNetwork is true")
                }
            }
        }
    }

    private func validateMainContainers(_ pod: PodSurroundings, _ list: Field) {
        if containers.isEmpty { return list.required("at least one container is required") }
        var names: Set<String> = []
        list.each(containers) { container, field in
            container.validateCommon(pod, field)
            if !names.insert(container.name).inserted { field["name"].duplicate() }
            container.validateProbes(pod, field)
            if container.restartPolicy != nil, field.options.version < KubernetesVersion(1, 34) {
                field["restartPolicy"].forbidden("may not be set for containers other than init containers")
            }
        }
        validateHostPorts(containers, pod, list)
    }

    private func validateInitContainers(_ pod: PodSurroundings, _ list: Field) {
        var names = Set(containers.map(\.name))
        list.each(initContainers) { container, field in
            container.validateCommon(pod, field)
            if names.contains(container.name) {
                field["name"].duplicate()
            } else if !container.name.isEmpty {
                names.insert(container.name)
            }
            let runsOn = container.restartPolicy == "Always"
            if field.options.version < KubernetesVersion(1, 34) {
                field["restartPolicy"].oneOf(container.restartPolicy, ["Always"])
            }
            // They run one after the other; the server blames the first.
            validateHostPorts([container], pod, list)
            if runsOn { return container.validateProbes(pod, field) }
            let reason = "may not be set for init containers without restartPolicy Always"
            if container.lifecycle != nil { field["lifecycle"].forbidden(reason) }
            if container.livenessProbe != nil { field["livenessProbe"].forbidden(reason) }
            if container.readinessProbe != nil { field["readinessProbe"].forbidden(reason) }
            if container.startupProbe != nil { field["startupProbe"].forbidden(reason) }
        }
    }

    private func validateHostPorts(_ containers: [Container], _ pod: PodSurroundings, _ list: Field) {
        struct HostPort: Hashable {
            let `protocol`: String
            let address: String
            let number: Int
        }
        var seen: Set<HostPort> = []
        list.each(containers) { container, field in
            field["ports"].each(container.ports) { port, field in
                let number = pod.hostPort(port)
                let key = HostPort(
                    protocol: port.protocol.orDefault("TCP"),
                    address: port.hostIP ?? "",
                    number: number
                )
                if number != 0, !seen.insert(key).inserted { field["hostPort"].duplicate() }
            }
        }
    }

    private func validateEphemeralContainers(_ pod: PodSurroundings, _ list: Field) {
        guard !ephemeralContainers.isEmpty else { return }
        list.forbidden("ephemeral containers are added to pods that run")
        let others = Set((containers + initContainers).map(\.name))
        var names = others
        list.each(ephemeralContainers) { ephemeral, field in
            ephemeral.common.validateCommon(pod, field)
            if !names.insert(ephemeral.name).inserted { field["name"].duplicate() }
            if let target = ephemeral.targetContainerName, !target.isEmpty, !others.contains(target) {
                field["targetContainerName"].notFound("container")
            }
            for (name, isSet) in ephemeral.unsuitable where isSet {
                field[name].forbidden("cannot be set for an ephemeral container")
            }
            field["volumeMounts"].each(ephemeral.volumeMounts) { mount, field in
                if mount.subPath.isSet { field["subPath"].forbidden("cannot be set for an ephemeral container") }
                if mount.subPathExpr.isSet {
                    field["subPathExpr"].forbidden("cannot be set for an ephemeral container")
                }
            }
        }
    }
}

extension EphemeralContainer {
    /// What it has in common with other containers.
    fileprivate var common: Container {
        Container(
            name: name,
            image: image,
            ports: ports,
            envFrom: envFrom,
            env: env,
            resources: resources,
            volumeMounts: volumeMounts,
            volumeDevices: volumeDevices,
            imagePullPolicy: imagePullPolicy,
            securityContext: securityContext,
            resizePolicy: resizePolicy,
            terminationMessagePolicy: terminationMessagePolicy
        )
    }

    /// Fields for services of a pod, which such containers do not give.
    fileprivate var unsuitable: [(String, Bool)] {
        [
            ("ports", !ports.isEmpty),
            ("resources", resources.map { !$0.limits.isEmpty || !$0.requests.isEmpty } ?? false),
            ("livenessProbe", livenessProbe != nil),
            ("readinessProbe", readinessProbe != nil),
            ("startupProbe", startupProbe != nil),
            ("lifecycle", lifecycle != nil),
            ("resizePolicy", !resizePolicy.isEmpty),
            ("restartPolicy", restartPolicy != nil),
        ]
    }
}
