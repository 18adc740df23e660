import YAMLTree

/// Which kinds of storage objects ask for, claims followed to their volumes and classes.
struct StorageRecognition {
    private let catalogue: Catalogue
    private let objects: [Node]
    private var classes: [String: Node] = [:]
    private var volumes: [String: Node] = [:]
    private var claims: [String: Node] = [:]

    init(_ objects: [Node], _ catalogue: Catalogue) {
        self.catalogue = catalogue
        self.objects = objects
        for object in objects {
            guard let name = object["metadata"]?["name"]?.text else { continue }
            switch object["kind"]?.text {
            case "StorageClass": classes[name] = object
            case "PersistentVolume": volumes[name] = object
            case "PersistentVolumeClaim": claims[name] = object
            default: break
            }
        }
    }

    /// The kinds, and whether there is storage of a kind that cannot be told.
    func kinds() -> (kinds: Set<StorageKind>, hasUnknown: Bool) {
        var kinds: Set<StorageKind> = []
        var hasUnknown = false
        for object in objects {
            let needs = needs(of: object)
            kinds.formUnion(needs.kinds)
            hasUnknown = hasUnknown || needs.hasUnknown && needs.kinds.isEmpty
        }
        return (kinds, hasUnknown)
    }

    /// What one object says of storage.
    private struct Needs {
        var kinds: Set<StorageKind> = []
        var hasUnknown = false

        mutating func add(_ other: Needs) {
            kinds.formUnion(other.kinds)
            if other.kinds.isEmpty { hasUnknown = hasUnknown || other.hasUnknown }
        }
    }

    private func needs(of object: Node) -> Needs {
        switch object["kind"]?.text {
        case "PersistentVolumeClaim": return needs(ofClaim: object)
        case "PersistentVolume", "StorageClass": return own(object)
        case "CephBlockPool", "CephRBDMirror": return Needs(kinds: [.block])
        case "CephFilesystem", "CephNFS", "CephFilesystemSubVolumeGroup": return Needs(kinds: [.file])
        case let kind? where kind.hasPrefix("CephObject"): return Needs(kinds: [.object])
        case "ObjectBucketClaim": return Needs(kinds: [.object])
        case let kind? where kind.contains("Snapshot"): return own(object)
        default:
            var needs = Needs()
            collect(object, into: &needs)
            return needs
        }
    }

    /// What the object's own features tell. Storage by a driver that is not known is of an unknown kind.
    private func own(_ object: Node) -> Needs {
        var needs = Needs()
        var hasStorage = object["kind"]?.text == "PersistentVolume" || object["kind"]?.text == "StorageClass"
        for feature in FeatureCollector(object).features {
            switch feature.kind {
            case .driver, .volumeType: hasStorage = true
            case .storageClass, .annotation: break
            default: continue
            }
            guard let row = catalogue.row(feature.kind, feature.text) else { continue }
            if let kind = row.storage {
                needs.kinds.insert(kind)
            } else if feature.kind != .annotation {
                hasStorage = true
            }
        }
        // The name of a class is weaker than what stands behind it.
        if let driven = drivenKinds(object), !driven.isEmpty { needs.kinds = driven }
        if object["kind"]?.text == "PersistentVolume", object["spec"]?["hostPath"] != nil { hasStorage = false }
        needs.hasUnknown = hasStorage && needs.kinds.isEmpty
        return needs
    }

    private func drivenKinds(_ object: Node) -> Set<StorageKind>? {
        let drivers = FeatureCollector(object).features.filter { $0.kind == .driver || $0.kind == .volumeType }
        return Set(drivers.compactMap { catalogue.row($0.kind, $0.text)?.storage })
    }

    private func needs(ofClaim claim: Node) -> Needs {
        let own = own(claim)
        if !own.kinds.isEmpty { return own }
        if let name = claim["spec"]?["volumeName"]?.text, let volume = volumes[name] { return self.own(volume) }
        if let name = className(of: claim) {
            if let storageClass = classes[name] { return self.own(storageClass) }
            for volume in objects where volume["kind"]?.text == "PersistentVolume" && className(of: volume) == name {
                return self.own(volume)
            }
        }
        return Needs(hasUnknown: true)
    }

    private func className(of object: Node) -> String? {
        (object["spec"]?["storageClassName"]
            ?? object["metadata"]?["annotations"]?["volume.beta.kubernetes.io/storage-class"])?.text
    }

    /// What the pods of an object mount. Workloads of other software hold pod templates too, wherever they like.
    private func collect(_ node: Node, into needs: inout Needs) {
        switch node.content {
        case .mapping(let mapping):
            for entry in mapping.entries {
                switch (entry.name, entry.value.sequence) {
                case ("volumes", let items?): for volume in items { needs.add(self.needs(ofVolume: volume)) }
                case ("volumeClaimTemplates", let items?): for claim in items { needs.add(self.needs(ofClaim: claim)) }
                case ("volumeClaimTemplate", nil): needs.add(self.needs(ofClaim: entry.value))
                default: collect(entry.value, into: &needs)
                }
            }
        case .sequence(let items):
            for item in items { collect(item, into: &needs) }
        case .scalar: break
        }
    }

    private func needs(ofVolume volume: Node) -> Needs {
        if let name = volume["persistentVolumeClaim"]?["claimName"]?.text {
            return claims[name].map(needs(ofClaim:)) ?? Needs(hasUnknown: true)
        }
        if let template = volume["ephemeral"]?["volumeClaimTemplate"] { return needs(ofClaim: template) }
        return own(volume)
    }
}
