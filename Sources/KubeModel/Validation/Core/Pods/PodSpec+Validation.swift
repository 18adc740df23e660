import OrderedCollections

extension PodSpec {
    /// - Parameters:
    ///   - pod: The metadata of the pod, if it is an object of its own and not a template.
    ///   - field: The specification.
    func validate(of pod: ObjectMeta?, _ field: Field) {
        let surroundings = PodSurroundings(
            volumes: validateVolumes(of: pod, field["volumes"]),
            resourceClaims: Set(resourceClaims.lazy.map(\.name).filter { !$0.isEmpty }),
            gracePeriod: terminationGracePeriodSeconds ?? 30,
            restartPolicy: restartPolicy.orDefault("Always"),
            sharesHostUsers: hostUsers ?? true,
            isPod: pod != nil,
            hostNetwork: hostNetwork ?? false
        )
        validateResourceClaims(field["resourceClaims"])
        validateContainers(surroundings, field)
        validateLifetime(field)
        validateIdentity(field)
        validateNetwork(field)
        validateScheduling(field)
        securityContext?.validate(of: self, field["securityContext"])
        if shareProcessNamespace == true, hostPID == true {
            field["securityContext"]["shareProcessNamespace"].invalid("cannot be enabled together with hostPID")
        }
        if hostUsers == false {
            let reason = "when hostUsers is false"
            if hostNetwork == true { field["hostNetwork"].forbidden(reason) }
            if hostPID == true { field["HostPID"].forbidden(reason) }
            if hostIPC == true { field["HostIPC"].forbidden(reason) }
        }
        validateOperatingSystem(field)
        validateHostProcesses(field)
    }

    /// The sound volumes by name: mounts of others are reported as well, as the server does.
    private func validateVolumes(of pod: ObjectMeta?, _ field: Field) -> [String: Volume] {
        var sound: [String: Volume] = [:]
        let claims = Set(volumes.lazy.filter { $0.ephemeral != nil }.map { "\(pod?.name ?? "")-\($0.name)" })
        field.each(volumes) { volume, field in
            let count = field.report.count
            volume.validate(of: pod, field)
            if sound[volume.name] != nil { field["name"].duplicate() }
            if field.report.count == count { sound[volume.name] = volume }
            if pod?.name.isSet == true, let claim = volume.persistentVolumeClaim?.claimName, claims.contains(claim) {
                field["persistentVolumeClaim"]["claimName"].invalid(
                    "must not reference the claim that is created for an ephemeral volume"
                )
            }
        }
        return sound
    }

    private func validateResourceClaims(_ field: Field) {
        var names: Set<String> = []
        field.each(resourceClaims) { claim, field in
            if field["name"].requiredText(claim.name) {
                if names.insert(claim.name).inserted {
                    field["name"].syntax(claim.name, .dnsLabel)
                } else {
                    field["name"].duplicate()
                }
            }
            if (claim.resourceClaimName == nil) == (claim.resourceClaimTemplateName == nil) {
                field.invalid("must specify one of resourceClaimName and resourceClaimTemplateName")
            }
            if let name = claim.resourceClaimName { field["resourceClaimName"].syntax(name, .dnsSubdomain) }
            if let name = claim.resourceClaimTemplateName {
                field["resourceClaimTemplateName"].syntax(name, .dnsSubdomain)
            }
        }
    }

    private func validateLifetime(_ field: Field) {
        field["restartPolicy"].oneOf(restartPolicy.orDefault("Always"), ["Always", "OnFailure", "Never"])
        field["activeDeadlineSeconds"].range(activeDeadlineSeconds, 1...Int(Int32.max))
        field["readinessGates"].each(readinessGates) { gate, field in
            field["conditionType"].syntax(gate.conditionType, .qualifiedName)
        }
    }

    private func validateIdentity(_ field: Field) {
        let account = serviceAccountName.orDefault(serviceAccount ?? "")
        if !account.isEmpty { field["serviceAccountName"].syntax(account, .dnsSubdomain) }
        if let name = priorityClassName, !name.isEmpty { field["priorityClassName"].syntax(name, .dnsSubdomain) }
        if let name = runtimeClassName { field["runtimeClassName"].syntax(name, .dnsSubdomain) }
        if let name = nodeName, !name.isEmpty { field["nodeName"].syntax(name, .dnsSubdomain) }
        field["preemptionPolicy"].oneOf(preemptionPolicy, ["Never", "PreemptLowerPriority"])
        if !overhead.isEmpty { ResourceRequirements(limits: overhead).validate(claims: [], field["overhead"]) }
    }
}
