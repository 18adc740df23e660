import YAMLTree

extension Volume {
    /// - Parameters:
    ///   - pod: The pod, if it is an object of its own; claims are named after it.
    ///   - field: The volume.
    func validate(of pod: ObjectMeta?, _ field: Field) {
        var sources = ExclusiveFields(field, of: "volume type")
        validateCommonSources(&sources, of: pod, field)
        validateNetworkSources(&sources, field)
        validateCloudSources(&sources)
        // One without a source is an emptyDir.
        field["name"].requiredSyntax(name, .dnsLabel)
    }

    private func validateCommonSources(_ sources: inout ExclusiveFields, of pod: ObjectMeta?, _ field: Field) {
        sources.check("emptyDir", emptyDir) { source, field in
            if source.sizeLimit?.isNegative == true { field["sizeLimit"].forbidden("must not be negative") }
        }
        sources.check("hostPath", hostPath) { $0.validate($1) }
        sources.check("gitRepo", gitRepo) { source, field in
            field["repository"].requiredText(source.repository)
            field["directory"].descending(source.directory ?? "")
        }
        sources.check("secret", secret) { source, field in
            field["secretName"].requiredText(source.secretName)
            field["defaultMode"].fileMode(source.defaultMode)
            field["items"].each(source.items) { $0.validate($1) }
        }
        sources.check("configMap", configMap) { source, field in
            field["name"].requiredText(source.name)
            field["defaultMode"].fileMode(source.defaultMode)
            field["items"].each(source.items) { $0.validate($1) }
        }
        sources.check("persistentVolumeClaim", persistentVolumeClaim) { $1["claimName"].requiredText($0.claimName) }
        sources.check("downwardAPI", downwardAPI) { source, field in
            field["defaultMode"].fileMode(source.defaultMode)
            // The server blames the source, not the item.
            for file in source.items { file.validate(field) }
        }
        sources.check("projected", projected) { $0.validate($1) }
        sources.check("csi", csi) { source, field in
            field["driver"].driverName(source.driver)
            if let secret = source.nodePublishSecretRef {
                field["nodePublishSecretRef"]["name"].requiredText(secret.name)
                if let name = secret.name, !name.isEmpty { field["name"].syntax(name, .dnsSubdomain) }
            }
        }
        sources.check("ephemeral", ephemeral) { source, inner in
            source.validate(inner)
            if let pod = pod?.name, !pod.isEmpty, !name.isEmpty {
                field["name"].syntax("\(pod)-\(name)", .dnsSubdomain, "the name of the claim")
            }
        }
        sources.check("image", image) { source, field in
            if pod != nil { field["reference"].requiredText(source.reference) }
            field["pullPolicy"].oneOf(source.pullPolicy.orDefault("Always"), ["Always", "IfNotPresent", "Never"])
        }
    }

    private func validateNetworkSources(_ sources: inout ExclusiveFields, _ field: Field) {
        sources.check("nfs", nfs) { $0.validate($1) }
        sources.check("iscsi", iscsi) { source, inner in
            ISCSITarget(source).validate(inner)
            if source.initiatorName != nil, name.utf8.count + 1 + source.targetPortal.utf8.count > 64 {
                field["name"].invalid("must be shorter: with the target portal it may have 64 bytes")
            }
        }
        sources.check("glusterfs", glusterfs) { source, field in
            field["endpoints"].requiredText(source.endpoints)
            field["path"].requiredText(source.path)
        }
        sources.check("rbd", rbd) { source, field in
            if source.monitors.isEmpty { field["monitors"].required() }
            field["image"].requiredText(source.image)
        }
        sources.check("cephfs", cephfs) { if $0.monitors.isEmpty { $1["monitors"].required() } }
        sources.check("fc", fc) { $0.validate($1) }
        sources.check("quobyte", quobyte) { $0.validate($1) }
        sources.check("flocker", flocker) { $0.validate($1) }
        sources.check("flexVolume", flexVolume) { source, field in
            field["driver"].requiredText(source.driver)
            field["options"].flexOptions(source.options)
        }
        sources.check("portworxVolume", portworxVolume) { $1["volumeID"].requiredText($0.volumeID) }
        sources.check("storageos", storageos) { source, field in
            field.storageOS(source.volumeName, source.volumeNamespace)
            if let secret = source.secretRef { field["secretRef"]["name"].requiredText(secret.name) }
        }
        sources.check("scaleIO", scaleIO) { $1.scaleIO($0.gateway, $0.system, $0.volumeName) }
    }

    private func validateCloudSources(_ sources: inout ExclusiveFields) {
        sources.check("gcePersistentDisk", blamedAs: "persistentDisk", gcePersistentDisk) { $0.validate($1) }
        sources.check("awsElasticBlockStore", awsElasticBlockStore) { $0.validate($1) }
        sources.check("cinder", cinder) { source, field in
            field["volumeID"].requiredText(source.volumeID)
            if let secret = source.secretRef { field["secretRef"]["name"].requiredText(secret.name) }
        }
        sources.check("azureFile", azureFile) { source, field in
            field["secretName"].requiredText(source.secretName)
            field["shareName"].requiredText(source.shareName)
        }
        sources.check("azureDisk", azureDisk) { $0.validate($1) }
        sources.check("vsphereVolume", vsphereVolume) { $1["volumePath"].requiredText($0.volumePath) }
        sources.check("photonPersistentDisk", photonPersistentDisk) { $1["pdID"].requiredText($0.pdID) }
    }
}

extension HostPathVolumeSource {
    func validate(_ field: Field) {
        guard field["path"].requiredText(path) else { return }
        field["path"].withoutBacksteps(path)
        field["type"].oneOf(type, HostPathVolumeSource.types)
    }

    private static let types = [
        "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket",
    ]
}

extension KeyToPath {
    func validate(_ field: Field) {
        field["key"].requiredText(key)
        field["path"].requiredText(path)
        field["path"].descendingNotReserved(path)
        field["mode"].fileMode(mode)
    }
}

extension EphemeralVolumeSource {
    fileprivate func validate(_ field: Field) {
        let field = field["volumeClaimTemplate"]
        guard let template = volumeClaimTemplate else { return field.required() }
        if let metadata = template.metadata {
            field["metadata"]["annotations"].annotations(metadata.annotations)
            field["metadata"]["labels"].labels(metadata.labels)
            for name in [
                "name", "generateName", "namespace", "uid", "resourceVersion", "ownerReferences", "finalizers",
            ]
            where metadata.fields.mapping?[name].map({ !$0.isNullOrEmpty && $0.text != "" }) == true {
                field["metadata"][name].forbidden("cannot be set")
            }
        }
        template.spec.validate(field["spec"])
    }
}
