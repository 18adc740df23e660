extension ProjectedVolumeSource {
    func validate(_ field: Field) {
        field["defaultMode"].fileMode(defaultMode)
        var paths: Set<String> = []
        /// Two files cannot have one path; the server blames the volume.
        func add(_ path: String) {
            if !path.isEmpty, !paths.insert(path).inserted { field.invalid("has two files of one path") }
        }
        field["sources"].each(sources) { source, item in
            source.secret?.validate(item["secret"], add)
            source.configMap?.validate(item["configMap"], add)
            for file in source.downwardAPI?.items ?? [] {
                file.validate(item["downwardAPI"])
                add(file.path)
            }
            if let token = source.serviceAccountToken { token.validate(item["serviceAccountToken"], in: field) }
            if let bundle = source.clusterTrustBundle {
                bundle.validate(item["clusterTrustBundle"])
                add(bundle.path)
            }
            if source.count > 1 { item.forbidden("may not specify more than 1 volume type per source") }
        }
    }
}

extension VolumeProjection {
    fileprivate var count: Int {
        [secret != nil, configMap != nil, downwardAPI != nil, serviceAccountToken != nil, clusterTrustBundle != nil]
            .count { $0 }
    }
}

extension SecretProjection {
    fileprivate func validate(_ field: Field, _ add: (String) -> Void) {
        field["name"].requiredText(name)
        field["items"].each(items) { item, field in
            item.validate(field)
            add(item.path)
        }
    }
}

extension ConfigMapProjection {
    fileprivate func validate(_ field: Field, _ add: (String) -> Void) {
        field["name"].requiredText(name)
        field["items"].each(items) { item, field in
            item.validate(field)
            add(item.path)
        }
    }
}

extension ServiceAccountTokenProjection {
    /// - Parameters:
    ///   - field: The source.
    ///   - volume: The volume, where the server looks for the path.
    fileprivate func validate(_ field: Field, in volume: Field) {
        if let seconds = expirationSeconds {
            if seconds < 600 { field["expirationSeconds"].invalid("may not be less than 10 minutes") }
            if seconds > 1 << 32 { field["expirationSeconds"].invalid("may not be more than 2^32 seconds") }
        }
        if volume["path"].requiredText(path) { volume["path"].descendingNotReserved(path) }
    }
}

extension ClusterTrustBundleProjection {
    fileprivate func validate(_ field: Field) {
        switch (name, signerName) {
        case (_?, _?): field.invalid("only one of name and signerName may be used")
        case (let name?, nil):
            field["name"].requiredText(name, "must be a valid object name")
            if labelSelector != nil { field["labelSelector"].invalid("must be unset if name is specified") }
        case (nil, let signer?):
            field["signerName"].requiredText(signer, "must be a valid signer name")
            labelSelector?.validate(field["labelSelector"])
        case (nil, nil): field.required("either name or signerName must be specified")
        }
        field["path"].requiredText(path)
        field["path"].descendingNotReserved(path)
    }
}

extension DownwardAPIVolumeFile {
    func validate(_ field: Field) {
        field["path"].requiredText(path)
        field["path"].descendingNotReserved(path)
        switch (fieldRef, resourceFieldRef) {
        case (let reference?, let other):
            reference.validate(allowing: DownwardAPIVolumeFile.fields, field["fieldRef"])
            if other != nil { field.invalid("fieldRef and resourceFieldRef can not be specified simultaneously") }
        case (nil, let reference?): reference.validate(isInVolume: true, field["resourceFieldRef"])
        case (nil, nil): field.required("one of fieldRef and resourceFieldRef is required")
        }
        field["mode"].fileMode(mode)
    }

    private static let fields = [
        "metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid",
    ]
}
