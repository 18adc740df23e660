import OrderedCollections

/// Sources that pods and persistent volumes share.
extension NFSVolumeSource {
    func validate(_ field: Field) {
        field["server"].requiredText(server)
        field["path"].requiredText(path)
        if !path.hasPrefix("/") { field["path"].invalid("must be an absolute path") }
    }
}

extension GCEPersistentDiskVolumeSource {
    func validate(_ field: Field) {
        field["pdName"].requiredText(pdName)
        field["partition"].range(partition, 0...255)
    }
}

extension AWSElasticBlockStoreVolumeSource {
    func validate(_ field: Field) {
        field["volumeID"].requiredText(volumeID)
        field["partition"].range(partition, 0...255)
    }
}

extension FCVolumeSource {
    func validate(_ field: Field) {
        if targetWWNs.isEmpty, wwids.isEmpty { field["targetWWNs"].required("either targetWWNs or wwids is needed") }
        if !targetWWNs.isEmpty, !wwids.isEmpty {
            field["targetWWNs"].invalid("targetWWNs and wwids can not be specified simultaneously")
        }
        guard !targetWWNs.isEmpty else { return }
        if lun == nil { field["lun"].required("is needed with targetWWNs") }
        field["lun"].range(lun, 0...255)
    }
}

extension QuobyteVolumeSource {
    func validate(_ field: Field) {
        let pairs = "must be a pair host:port, or several separated by commas"
        if field["registry"].requiredText(registry, pairs) {
            if (tenant ?? "").utf8.count > 64 {
                field["tenant"].required("may not exceed 64 bytes")
            } else if !registry.split(separator: ",", omittingEmptySubsequences: false).allSatisfy(Self.isPair) {
                field["registry"].invalid(pairs)
            }
        }
        field["volume"].requiredText(volume)
    }

    /// Whether the text is `host:port`; a host with colons stands in brackets.
    private static func isPair(_ text: Substring) -> Bool {
        guard let colon = text.lastIndex(of: ":") else { return false }
        let host = text[..<colon]
        return host.hasPrefix("[") ? host.hasSuffix("]") : !host.contains(":")
    }
}

extension FlockerVolumeSource {
    func validate(_ field: Field) {
        switch (datasetName.isSet, datasetUUID.isSet) {
        case (false, false): field.required("one of datasetName and datasetUUID is required")
        case (true, true): field.invalid("datasetName and datasetUUID can not be specified simultaneously")
        default: break
        }
        if datasetName?.contains("/") == true { field["datasetName"].invalid("must not contain '/'") }
    }
}

extension AzureDiskVolumeSource {
    func validate(_ field: Field) {
        field["diskName"].requiredText(diskName)
        field["diskURI"].requiredText(diskURI)
        field["cachingMode"].oneOf(cachingMode, ["None", "ReadOnly", "ReadWrite"])
        field["kind"].oneOf(kind, ["Dedicated", "Managed", "Shared"])
        let (form, start) =
            kind == "Managed"
            ? ("/subscriptions/{id}/resourcegroups/{group}/providers/microsoft.compute/disks/{disk}", "/subscriptions/")
            : ("https://{account}.blob.core.windows.net/{container}/{disk}.vhd", "https://")
        if !diskURI.hasPrefix(start) { field["diskURI"].notSupported([form]) }
    }
}

/// What the sources for pods and those for persistent volumes say about a target of iSCSI.
struct ISCSITarget {
    let portal: String
    let name: String
    let lun: Int
    let needsSecret: Bool
    let hasSecret: Bool
    let initiator: String?

    init(_ source: ISCSIVolumeSource) {
        self.portal = source.targetPortal
        self.name = source.iqn
        self.lun = source.lun
        self.needsSecret = source.chapAuthDiscovery == true || source.chapAuthSession == true
        self.hasSecret = source.secretRef != nil
        self.initiator = source.initiatorName
    }

    init(_ source: ISCSIPersistentVolumeSource) {
        self.portal = source.targetPortal
        self.name = source.iqn
        self.lun = source.lun
        self.needsSecret = source.chapAuthDiscovery == true || source.chapAuthSession == true
        self.hasSecret = source.secretRef != nil
        self.initiator = source.initiatorName
    }

    func validate(_ field: Field) {
        field["targetPortal"].requiredText(portal)
        field["iqn"].requiredSyntax(name, .iSCSIName)
        field["lun"].range(lun, 0...255)
        if needsSecret, !hasSecret { field["secretRef"].required("is needed for CHAP") }
        if let initiator { field["initiatorname"].syntax(initiator, .iSCSIName) }
    }
}

extension NameSyntax {
    /// A name of iSCSI (RFC 3720, section 3.2.6.3): `iqn.2001-04.com.example:disk`, `eui.…` or `naa.…`.
    fileprivate static let iSCSIName = NameSyntax { text in
        let rest = text.utf8.dropFirst(4)
        let isSound: Bool
        switch text.utf8.prefix(3) {
        case let scheme where scheme.elementsEqual("iqn".utf8): isSound = isQualifiedISCSIName(Array(rest))
        case let scheme where scheme.elementsEqual("eui".utf8):
            isSound = rest.count == 16 && rest.allSatisfy(ASCII.isAlphanumeric)
        case let scheme where scheme.elementsEqual("naa".utf8):
            isSound = rest.count == 32 && rest.allSatisfy(ASCII.isAlphanumeric)
        default: return "must begin with iqn, eui or naa"
        }
        return isSound ? nil : "must be a name of iSCSI such as iqn.2001-04.com.example:disk"
    }

    /// `2001-04.com.example:disk`
    private static func isQualifiedISCSIName(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 8, bytes[0..<4].allSatisfy(ASCII.isDigit), bytes[4] == UInt8(ascii: "-"),
            bytes[5..<7].allSatisfy(ASCII.isDigit), bytes[7] == UInt8(ascii: "."),
            let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 8, colon + 1 < bytes.count
        else { return false }
        return bytes[8..<colon].allSatisfy { ASCII.isAlphanumeric($0) || ASCII.isOne(of: "-.", $0) }
            && !bytes[(colon + 1)...].contains { ASCII.isOne(of: ",;*&$| \t\n\r", $0) }
    }
}

extension Field {
    /// The name of a CSI driver.
    func driverName(_ name: String) {
        requiredText(name)
        if name.utf8.count > 63 { tooLong(63) }
        if !name.isEmpty { syntax(name.lowercased(), .dnsSubdomain) }
    }

    /// Options of flexible volumes, of which those of Kubernetes' own domains are reserved.
    func flexOptions(_ options: OrderedDictionary<String, String>) {
        for name in options.keys {
            let domain = "." + name.prefix { $0 != "/" }.lowercased()
            if domain.hasSuffix(".kubernetes.io") || domain.hasSuffix(".k8s.io") {
                key(name).invalid("kubernetes.io and k8s.io are reserved")
            }
        }
    }

    /// The names of a volume of StorageOS.
    func storageOS(_ name: String?, _ namespace: String?) {
        self["volumeName"].requiredSyntax(name, .dnsLabel)
        if let namespace, !namespace.isEmpty { self["volumeNamespace"].syntax(namespace, .dnsLabel) }
    }

    /// The place of a volume of ScaleIO.
    func scaleIO(_ gateway: String, _ system: String, _ volume: String?) {
        self["gateway"].requiredText(gateway)
        self["system"].requiredText(system)
        self["volumeName"].requiredText(volume)
    }
}
