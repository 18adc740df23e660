extension PodSpec {
    /// Every container with the field that it stands in.
    private func eachSecurityContext(_ field: Field, _ body: (SecurityContext?, Field) -> Void) {
        field["initContainers"].each(initContainers) { body($0.securityContext, $1["securityContext"]) }
        field["containers"].each(containers) { body($0.securityContext, $1["securityContext"]) }
        field["ephemeralContainers"].each(ephemeralContainers) { body($0.securityContext, $1["securityContext"]) }
    }

    /// Fields that the named operating system does not have.
    func validateOperatingSystem(_ field: Field) {
        guard let os else { return }
        switch os.name {
        case "": field["os"]["name"].required("cannot be empty")
        case "linux": validateLinux(field)
        case "windows": validateWindows(field)
        default: field["os"].notSupported(["linux", "windows"])
        }
    }

    private func validateLinux(_ field: Field) {
        let reason = "cannot be set for a Linux pod"
        if securityContext?.windowsOptions != nil { field["securityContext"]["windowsOptions"].forbidden(reason) }
        eachSecurityContext(field) { context, field in
            if context?.windowsOptions != nil { field["windowsOptions"].forbidden(reason) }
        }
    }

    private func validateWindows(_ field: Field) {
        let reason = "cannot be set for a Windows pod"
        let ofPod = [
            ("hostUsers", hostUsers != nil), ("hostPID", hostPID == true), ("hostIPC", hostIPC == true),
            ("shareProcessNamespace", shareProcessNamespace != nil),
        ]
        for (name, isSet) in ofPod where isSet { field[name].forbidden(reason) }
        for name in securityContext?.linuxFields ?? [] { field["securityContext"][name].forbidden(reason) }
        eachSecurityContext(field) { context, field in
            for name in context?.linuxFields ?? [] { field[name].forbidden(reason) }
        }
    }

    /// Processes of Windows hosts: all containers or none, and in the network of the host.
    func validateHostProcesses(_ field: Field) {
        let ofPod = securityContext?.windowsOptions?.hostProcess
        var (all, hostProcesses) = (0, 0)
        eachSecurityContext(field) { context, field in
            all += 1
            let own = context?.windowsOptions?.hostProcess
            if let ofPod, let own, ofPod != own {
                field["windowsOptions"]["hostProcess"].invalid("must be the same as that of the pod")
            }
            if own ?? ofPod ?? false { hostProcesses += 1 }
        }
        guard hostProcesses > 0 else { return }
        if hostProcesses != all { field.invalid("if one container is a host process, all must be") }
        if hostNetwork != true { field["hostNetwork"].invalid("must be true if a container is a host process") }
    }
}

extension PodSecurityContext {
    /// The names of those fields which are set and which only Linux has.
    fileprivate var linuxFields: [String] {
        let fields = [
            ("appArmorProfile", appArmorProfile != nil), ("seLinuxOptions", seLinuxOptions != nil),
            ("seccompProfile", seccompProfile != nil), ("fsGroup", fsGroup != nil),
            ("fsGroupChangePolicy", fsGroupChangePolicy != nil), ("sysctls", !sysctls.isEmpty),
            ("runAsUser", runAsUser != nil), ("runAsGroup", runAsGroup != nil),
            ("supplementalGroups", !supplementalGroups.isEmpty),
            ("supplementalGroupsPolicy", supplementalGroupsPolicy != nil),
            ("seLinuxChangePolicy", seLinuxChangePolicy != nil),
        ]
        return fields.filter(\.1).map(\.0)
    }
}

extension SecurityContext {
    /// The names of those fields which are set and which only Linux has.
    fileprivate var linuxFields: [String] {
        let fields = [
            ("appArmorProfile", appArmorProfile != nil), ("seLinuxOptions", seLinuxOptions != nil),
            ("seccompProfile", seccompProfile != nil), ("capabilities", capabilities != nil),
            ("readOnlyRootFilesystem", readOnlyRootFilesystem != nil), ("privileged", privileged != nil),
            ("allowPrivilegeEscalation", allowPrivilegeEscalation != nil), ("procMount", procMount != nil),
            ("runAsUser", runAsUser != nil), ("runAsGroup", runAsGroup != nil),
        ]
        return fields.filter(\.1).map(\.0)
    }
}
