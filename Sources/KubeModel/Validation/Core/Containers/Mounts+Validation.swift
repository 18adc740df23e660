extension Container {
    func validateMounts(_ pod: PodSurroundings, _ list: Field) {
        var paths: Set<String> = []
        let devices = Set(volumeDevices.map(\.name))
        let devicePaths = Set(volumeDevices.map(\.devicePath))
        list.each(volumeMounts) { mount, field in
            field["name"].requiredText(mount.name)
            let volume = pod.volumes[mount.name]
            if volume == nil { field["name"].notFound("volume") }
            field["mountPath"].requiredText(mount.mountPath)
            if !paths.insert(mount.mountPath).inserted { field["mountPath"].invalid("must be unique") }
            if devices.contains(mount.name) { field["name"].invalid("must not already exist in volumeDevices") }
            if devicePaths.contains(mount.mountPath) {
                field["mountPath"].invalid("must not already exist as a path in volumeDevices")
            }
            if volume?.image != nil, field.options.version < KubernetesVersion(1, 33) {
                if mount.subPath.isSet { field["subPath"].invalid("not allowed in image volumes") }
                if mount.subPathExpr.isSet { field["subPathExpr"].invalid("not allowed in image volumes") }
            }
            if mount.subPath.isSet, mount.subPathExpr.isSet {
                field["subPathExpr"].invalid("subPathExpr and subPath are mutually exclusive")
            }
            mount.validate(in: self, list)
        }
    }

    func validateDevices(_ pod: PodSurroundings, _ list: Field) {
        var (names, paths): (Set<String>, Set<String>) = ([], [])
        let mounts = Set(volumeMounts.map(\.name))
        let mountPaths = Set(volumeMounts.map(\.mountPath))
        list.each(volumeDevices) { device, field in
            field["name"].requiredText(device.name)
            if !device.name.isEmpty, !names.insert(device.name).inserted { field["name"].invalid("must be unique") }
            if let volume = pod.volumes[device.name] {
                if volume.persistentVolumeClaim == nil, volume.ephemeral == nil {
                    field["name"].invalid("only persistentVolumeClaim and ephemeral volumes can be used in block mode")
                }
            } else {
                field["name"].notFound("volume")
            }
            field["devicePath"].requiredText(device.devicePath)
            if paths.contains(device.devicePath) { field["devicePath"].invalid("must be unique") }
            if FilePath.hasBackstep(device.devicePath) {
                field["devicePath"].invalid("must not contain '..'")
            } else {
                paths.insert(device.devicePath)
            }
            if mounts.contains(device.name) { field["name"].invalid("must not already exist in volumeMounts") }
            if mountPaths.contains(device.devicePath) {
                field["devicePath"].invalid("must not already exist as a path in volumeMounts")
            }
        }
    }
}

extension VolumeMount {
    /// What the server blames at the list of mounts, without the place in it.
    fileprivate func validate(in container: Container, _ list: Field) {
        if let subPath, !subPath.isEmpty { list["subPath"].descending(subPath) }
        if let subPathExpr, !subPathExpr.isEmpty { list["subPathExpr"].descending(subPathExpr) }
        list["mountPropagation"].oneOf(mountPropagation, ["Bidirectional", "HostToContainer", "None"])
        if mountPropagation == "Bidirectional", container.securityContext?.privileged != true {
            list["mountPropagation"].forbidden(
                "Bidirectional mount propagation is available only to privileged containers"
            )
        }
        guard let recursiveReadOnly else { return }
        let field = list["recursiveReadOnly"]
        guard field.oneOf(recursiveReadOnly, ["Disabled", "Enabled", "IfPossible"]), recursiveReadOnly != "Disabled"
        else { return }
        if readOnly != true { field.forbidden("may only be specified when readOnly is true") }
        if let mountPropagation, mountPropagation != "None" {
            field.forbidden("may only be specified when mountPropagation is None or not specified")
        }
    }
}
