extension CSIDriver: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        field["fsGroupPolicy"].oneOf(spec.fsGroupPolicy, ["ReadWriteOnceWithFSType", "File", "None"])
        var audiences: Set<String> = []
        field["tokenRequests"].each(spec.tokenRequests) { request, field in
            if !audiences.insert(request.audience).inserted { field["audience"].duplicate() }
            guard let seconds = request.expirationSeconds else { return }
            if seconds < 600 { field["expirationSeconds"].invalid("may not be less than 10 minutes") }
            if seconds > 1 << 32 { field["expirationSeconds"].invalid("may not be larger than 2^32 seconds") }
        }
        for mode in spec.volumeLifecycleModes {
            field["volumeLifecycleModes"].oneOf(mode, ["Persistent", "Ephemeral"])
        }
        if let period = spec.nodeAllocatableUpdatePeriodSeconds, period < 10 {
            field["nodeAllocatableUpdatePeriodSeconds"].invalid("must be greater than or equal to 10 seconds")
        }
    }

    func validate(replacing old: CSIDriver, _ field: Field) {
        let field = field["spec"]
        field["attachRequired"].immutable(spec.attachRequired ?? true, old.spec.attachRequired ?? true)
        field["volumeLifecycleModes"].immutable(spec.lifecycleModes, old.spec.lifecycleModes)
    }
}

extension CSIDriverSpec {
    fileprivate var lifecycleModes: [String] { volumeLifecycleModes.isEmpty ? ["Persistent"] : volumeLifecycleModes }
}

extension CSINode: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        var names: Set<String> = []
        field["spec"]["drivers"].each(spec.drivers) { driver, field in
            field["name"].driverName(driver.name)
            if !names.insert(driver.name).inserted { field["name"].duplicate() }
            if field["nodeID"].requiredText(driver.nodeID), driver.nodeID.utf8.count > 192 {
                field["nodeID"].invalid("must be no more than 192 bytes")
            }
            field["allocatable"]["count"].nonNegative(driver.allocatable?.count)
            var keys: Set<String> = []
            for key in driver.topologyKeys {
                let field = field["topologyKeys"]
                if !keys.insert(key).inserted { field.duplicate() }
                if field.requiredText(key) { field.syntax(key, .qualifiedName) }
            }
        }
    }
}

extension CSIStorageCapacity: ValidatedKind {
    func validate(_ field: Field) {
        field["storageClassName"].syntax(storageClassName, .dnsSubdomain)
        nodeTopology?.validate(field["nodeTopology"])
        if let capacity { field["capacity"].nonNegative(capacity) }
        if let maximumVolumeSize { field["maximumVolumeSize"].nonNegative(maximumVolumeSize) }
    }

    func validate(replacing old: CSIStorageCapacity, _ field: Field) {
        field["nodeTopology"].immutable(nodeTopology, old.nodeTopology)
        field["storageClassName"].immutable(storageClassName, old.storageClassName)
    }
}

extension VolumeAttachment: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        field["attacher"].driverName(spec.attacher)
        let source = field["source"]
        switch (spec.source.inlineVolumeSpec, spec.source.persistentVolumeName) {
        case (nil, nil): source.required("one of inlineVolumeSpec and persistentVolumeName is required")
        case (.some, .some): source.forbidden("inlineVolumeSpec and persistentVolumeName exclude each other")
        case (nil, ""): source["persistentVolumeName"].required("must not be empty")
        case (nil, _), (.some, nil): break
        }
        field["nodeName"].syntax(spec.nodeName, .dnsSubdomain)
    }

    func validate(replacing old: VolumeAttachment, _ field: Field) { field["spec"].immutable(spec, old.spec) }
}
