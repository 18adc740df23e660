import OrderedCollections

extension PersistentVolume: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        (spec ?? PersistentVolumeSpec()).validate(name: metadata.name ?? "", field["spec"])
    }

    func validate(replacing old: PersistentVolume, _ field: Field) {
        var new = spec ?? PersistentVolumeSpec()
        let former = old.spec ?? PersistentVolumeSpec()
        if former.csi != nil, former.csi?.controllerExpandSecretRef == nil { new.csi?.controllerExpandSecretRef = nil }
        new.takeUnsourced(from: former)
        field["spec"]["persistentvolumesource"].kept(
            new,
            former,
            "the source of a volume is immutable after creation",
            remedy: "Delete the volume and make another."
        )
        field["volumeMode"].immutable(spec?.volumeMode ?? "Filesystem", old.spec?.volumeMode ?? "Filesystem")
        if let affinity = old.spec?.nodeAffinity { field["nodeAffinity"].immutable(spec?.nodeAffinity, affinity) }
    }
}

extension PersistentVolumeSpec {
    /// Takes what is no source from another, so that only sources are compared.
    fileprivate mutating func takeUnsourced(from other: PersistentVolumeSpec) {
        capacity = other.capacity
        accessModes = other.accessModes
        claimRef = other.claimRef
        mountOptions = other.mountOptions
        nodeAffinity = other.nodeAffinity
        persistentVolumeReclaimPolicy = other.persistentVolumeReclaimPolicy
        storageClassName = other.storageClassName
        volumeAttributesClassName = other.volumeAttributesClassName
        volumeMode = other.volumeMode
    }

    func validate(name: String, _ field: Field) {
        field["accessModes"].accessModes(accessModes, "a value is required")
        validateCapacity(field["capacity"])
        field["persistentVolumeReclaimPolicy"].oneOf(
            persistentVolumeReclaimPolicy.orDefault("Retain"),
            ["Delete", "Recycle", "Retain"]
        )
        if let affinity = nodeAffinity {
            if let selector = affinity.required {
                selector.validate(field["nodeAffinity"]["required"])
            } else {
                field["nodeAffinity"]["required"].required("must specify required node constraints")
            }
        }
        var sources = ExclusiveFields(field, of: "volume type")
        validateNetworkSources(&sources, name: name)
        validateCloudSources(&sources, field)
        sources.require()
        if let hostPath, isRoot(hostPath.path), persistentVolumeReclaimPolicy == "Recycle" {
            field["persistentVolumeReclaimPolicy"].forbidden("may not be Recycle for a hostPath of '/'")
        }
        if let storageClassName, !storageClassName.isEmpty {
            field["storageClassName"].syntax(storageClassName, .dnsSubdomain)
        }
        field["volumeMode"].volumeMode(volumeMode)
    }

    private func validateCapacity(_ field: Field) {
        if capacity.isEmpty { field.required("a capacity is required", remedy: "Set capacity.storage.") }
        if capacity["storage"] == nil || capacity.count > 1 { field.notSupported(["storage"]) }
        for (name, amount) in capacity { field.key(name).positive(amount) }
    }

    /// Whether a path means the root: `/`, `//`, `/.`, …
    private func isRoot(_ path: String) -> Bool {
        path.hasPrefix("/") && path.utf8.split(separator: UInt8(ascii: "/")).allSatisfy { $0.elementsEqual(".".utf8) }
    }

    private func validateNetworkSources(_ sources: inout ExclusiveFields, name: String) {
        sources.check("hostPath", hostPath) { $0.validate($1) }
        sources.check("glusterfs", glusterfs) { source, field in
            field["endpoints"].requiredText(source.endpoints)
            field["path"].requiredText(source.path)
            if let namespace = source.endpointsNamespace {
                field["endpointsNamespace"].syntax(namespace, .dnsLabel)
            }
        }
        sources.check("flocker", flocker) { $0.validate($1) }
        sources.check("nfs", nfs) { $0.validate($1) }
        sources.check("rbd", rbd) { source, field in
            if source.monitors.isEmpty { field["monitors"].required() }
            field["image"].requiredText(source.image)
        }
        sources.check("quobyte", quobyte) { $0.validate($1) }
        sources.check("cephfs", cephfs) { if $0.monitors.isEmpty { $1["monitors"].required() } }
        sources.check("iscsi", iscsi) { source, field in
            ISCSITarget(source).validate(field)
            if source.initiatorName != nil, name.utf8.count + 1 + source.targetPortal.utf8.count > 64 {
                field["targetportal"].invalid("must be shorter: with the volume's name it may have 64 bytes")
            }
            if let secret = source.secretRef { field["secretRef"]["name"].requiredText(secret.name) }
        }
        sources.check("fc", fc) { $0.validate($1) }
        sources.check("flexVolume", flexVolume) { source, field in
            field["driver"].requiredText(source.driver)
            field["options"].flexOptions(source.options)
        }
        sources.check("portworxVolume", portworxVolume) { $1["volumeID"].requiredText($0.volumeID) }
        sources.check("scaleIO", scaleIO) { $1.scaleIO($0.gateway, $0.system, $0.volumeName) }
        sources.check("storageos", storageos) { source, field in
            field.storageOS(source.volumeName, source.volumeNamespace)
            guard let secret = source.secretRef else { return }
            field["secretRef"]["name"].requiredText(secret.name)
            field["secretRef"]["namespace"].requiredText(secret.namespace)
        }
    }

    private func validateCloudSources(_ sources: inout ExclusiveFields, _ spec: Field) {
        sources.check("gcePersistentDisk", blamedAs: "persistentDisk", gcePersistentDisk) { $0.validate($1) }
        sources.check("awsElasticBlockStore", awsElasticBlockStore) { $0.validate($1) }
        sources.check("cinder", cinder) { source, field in
            field["volumeID"].requiredText(source.volumeID)
            guard let secret = source.secretRef else { return }
            field["secretRef"]["name"].requiredText(secret.name)
            field["secretRef"]["namespace"].requiredText(secret.namespace)
        }
        sources.check("azureFile", azureFile) { source, field in
            field["secretName"].requiredText(source.secretName)
            field["shareName"].requiredText(source.shareName)
            if source.secretNamespace == "" { field["secretNamespace"].required() }
        }
        sources.check("vsphereVolume", vsphereVolume) { $1["volumePath"].requiredText($0.volumePath) }
        sources.check("photonPersistentDisk", photonPersistentDisk) { $1["pdID"].requiredText($0.pdID) }
        sources.check("azureDisk", azureDisk) { $0.validate($1) }
        sources.check("local", local) { source, field in
            if field["path"].requiredText(source.path) { field["path"].withoutBacksteps(source.path) }
            if nodeAffinity == nil { spec["nodeAffinity"].required("a local volume requires node affinity") }
        }
        sources.check("csi", csi) { $0.validate($1) }
    }
}

extension CSIPersistentVolumeSource {
    fileprivate func validate(_ field: Field) {
        field["driver"].driverName(driver)
        field["volumeHandle"].requiredText(volumeHandle)
        for (name, secret) in [
            ("controllerPublishSecretRef", controllerPublishSecretRef),
            ("controllerExpandSecretRef", controllerExpandSecretRef),
            ("nodePublishSecretRef", nodePublishSecretRef),
            ("nodeExpandSecretRef", nodeExpandSecretRef),
        ] {
            guard let secret else { continue }
            field[name]["name"].requiredSyntax(secret.name, .dnsSubdomain)
            field[name]["namespace"].requiredSyntax(secret.namespace, .dnsLabel)
        }
    }
}
