extension Field {
    /// The number of a user or group of Linux.
    fileprivate func identifier(_ number: Int?) { range(number, 0...Int(Int32.max)) }
}

extension SecurityContext {
    func validate(_ pod: PodSurroundings, _ field: Field) {
        field["runAsUser"].identifier(runAsUser)
        field["runAsGroup"].identifier(runAsGroup)
        field["procMount"].oneOf(procMount, ["Default", "Unmasked"])
        if procMount == "Unmasked", pod.sharesHostUsers {
            field["procMount"].invalid("hostUsers must be false to use Unmasked")
        }
        seccompProfile?.validate(field["seccompProfile"])
        if allowPrivilegeEscalation == false {
            if privileged == true {
                field.invalid("cannot set allowPrivilegeEscalation to false and privileged to true")
            }
            if capabilities?.add.contains("CAP_SYS_ADMIN") == true {
                field.invalid("cannot set allowPrivilegeEscalation to false and add CAP_SYS_ADMIN")
            }
        }
        windowsOptions?.validate(field["windowsOptions"])
        appArmorProfile?.validate(field["appArmorProfile"])
    }
}

extension PodSecurityContext {
    func validate(of spec: PodSpec, _ field: Field) {
        field["fsGroup"].identifier(fsGroup)
        field["runAsUser"].identifier(runAsUser)
        field["runAsGroup"].identifier(runAsGroup)
        field["supplementalGroups"].each(supplementalGroups) { $1.identifier($0) }
        validateSysctls(of: spec, field["sysctls"])
        field["fsGroupChangePolicy"].oneOf(fsGroupChangePolicy, ["Always", "OnRootMismatch"])
        seccompProfile?.validate(field["seccompProfile"])
        windowsOptions?.validate(field["windowsOptions"])
        appArmorProfile?.validate(field["appArmorProfile"])
        field["supplementalGroupsPolicy"].oneOf(supplementalGroupsPolicy, ["Merge", "Strict"])
        field["seLinuxChangePolicy"].oneOf(seLinuxChangePolicy, ["MountOption", "Recursive"])
    }

    private func validateSysctls(of spec: PodSpec, _ field: Field) {
        var names: Set<String> = []
        field.each(sysctls) { sysctl, field in
            let field = field["name"]
            // The first separator decides which of the two the name uses.
            let name =
                sysctl.name.first { $0 == "." || $0 == "/" } == "/"
                ? sysctl.name.replacing("/", with: ".") : sysctl.name
            if field.requiredSyntax(sysctl.name, .sysctl), names.contains(sysctl.name) { field.duplicate() }
            names.insert(sysctl.name)
            if spec.hostNetwork == true, name.hasPrefix("net.") {
                field.invalid("may not be specified when hostNetwork is true")
            }
            let isOfIPC =
                name.hasPrefix("fs.mqueue.") || name.hasPrefix("kernel.shm") || name.hasPrefix("kernel.msg")
                || name == "kernel.sem"
            if spec.hostIPC == true, isOfIPC { field.invalid("may not be specified when hostIPC is true") }
        }
    }
}

extension SeccompProfile {
    fileprivate func validate(_ field: Field) {
        field["type"].requiredOneOf(type, ["Localhost", "RuntimeDefault", "Unconfined"])
        switch (type, localhostProfile) {
        case ("Localhost", let path?): field["localhostProfile"].descending(path)
        case ("Localhost", nil): field["localhostProfile"].required("must be set when the type is Localhost")
        case (_, _?): field["localhostProfile"].invalid("can only be set when the type is Localhost")
        default: break
        }
    }
}

extension AppArmorProfile {
    fileprivate func validate(_ field: Field) {
        field["type"].requiredOneOf(type, ["Localhost", "RuntimeDefault", "Unconfined"])
        let profile = field["localhostProfile"]
        switch (type, localhostProfile) {
        case ("Localhost", let name):
            guard profile.requiredText(name, "must be set when the type is Localhost"), let name else { return }
            if name.first?.isWhitespace == true || name.last?.isWhitespace == true {
                profile.invalid("must not be padded with whitespace")
            }
            if name.utf8.count > 4095 { profile.tooLong(4095) }
        case ("RuntimeDefault", _?), ("Unconfined", _?): profile.invalid("can only be set when the type is Localhost")
        default: break
        }
    }
}
