import OrderedCollections

extension PersistentVolumeClaim: ValidatedKind {
    func validate(_ field: Field) {
        (spec ?? PersistentVolumeClaimSpec()).validate(field["spec"])
    }

    func validate(replacing old: PersistentVolumeClaim, _ field: Field) {
        let field = field["spec"]
        var (new, former) = (spec ?? PersistentVolumeClaimSpec(), old.spec ?? PersistentVolumeClaimSpec())
        let (newSize, oldSize) = (new.resources?.requests["storage"], former.resources?.requests["storage"])
        // The first volume, and the first class, may be given later.
        if !former.volumeName.isSet { former.volumeName = new.volumeName }
        if former.storageClassName == nil { former.storageClassName = new.storageClassName }
        if status?.phase == "Bound" || old.status?.phase == "Bound" {
            new.resources = former.resources
            if new.volumeAttributesClassName != nil {
                former.volumeAttributesClassName = new.volumeAttributesClassName
            }
        }
        field.kept(
            new,
            former,
            "is immutable after creation, except the requests of a bound claim",
            remedy: "Delete the claim and make another."
        )
        if let newSize, let oldSize, newSize < oldSize {
            field["resources"]["requests"]["storage"].forbidden(
                "can not be less than before",
                remedy: "Restore the size."
            )
        }
    }
}

extension PersistentVolumeClaimSpec {
    func validate(_ field: Field) {
        field["accessModes"].accessModes(accessModes, "at least 1 access mode is required")
        selector?.validate(field["selector"])
        // The server leaves `requests` out of the path.
        let size = field["resources"].key("storage")
        if let amount = resources?.requests["storage"] {
            size.positive(amount)
        } else {
            size.required("a size is required", remedy: "Set resources.requests.storage.")
        }
        if let name = storageClassName, !name.isEmpty { field["storageClassName"].syntax(name, .dnsSubdomain) }
        field["volumeMode"].volumeMode(volumeMode)
        validateDataSources(field)
    }

    private func validateDataSources(_ field: Field) {
        if let source = dataSource {
            field["dataSource"].dataSource(source.name, source.kind, source.apiGroup)
        }
        guard let reference = dataSourceRef else { return }
        field["dataSourceRef"].dataSource(reference.name, reference.kind, reference.apiGroup)
        if let namespace = reference.namespace, !namespace.isEmpty {
            field["dataSourceRef"]["namespace"].syntax(namespace, .dnsLabel)
            if dataSource != nil { field.invalid("dataSource may not be set with dataSourceRef.namespace") }
        } else if let source = dataSource,
            (source.name, source.kind, source.apiGroup ?? "")
                != (reference.name, reference.kind, reference.apiGroup ?? "")
        {
            field.invalid("dataSource must match dataSourceRef")
        }
    }
}

extension Field {
    /// The ways in which a volume can be mounted.
    func accessModes(_ modes: [String], _ detail: String) {
        let supported = ["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"]
        if modes.isEmpty { required(detail, remedy: "Set accessModes, such as [ReadWriteOnce].") }
        if !modes.allSatisfy(supported.contains) { notSupported(supported) }
        if modes.contains("ReadWriteOncePod"),
            modes.contains(where: { $0 != "ReadWriteOncePod" && supported.contains($0) })
        {
            forbidden("may not use ReadWriteOncePod with other access modes", remedy: "Keep one of them.")
        }
    }

    func volumeMode(_ mode: String?) { oneOf(mode, ["Block", "Filesystem"]) }

    fileprivate func dataSource(_ name: String, _ kind: String, _ group: String?) {
        self["name"].requiredText(name)
        self["kind"].requiredText(kind)
        if let group, !group.isEmpty {
            self["apiGroup"].syntax(group, .dnsSubdomain)
        } else if kind != "PersistentVolumeClaim" {
            invalid("must be a PersistentVolumeClaim when apiGroup is not set")
        }
    }
}
