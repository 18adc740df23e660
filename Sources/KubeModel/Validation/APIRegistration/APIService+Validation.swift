extension APIService: ValidatedKind {
    static var names: NameSyntax { .pathSegment }
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let spec = spec ?? APIServiceSpec()
        let (group, version) = (spec.group ?? "", spec.version ?? "")
        if metadata.name.isSet, metadata.name != "\(version).\(group)" {
            field["metadata"]["name"].invalid("must be the version, a point and the group")
        }
        let field = field["spec"]
        if group.isEmpty {
            if version != "v1" { field["group"].required("only v1 may have an empty group") }
        } else {
            field["group"].syntax(group, .dnsSubdomain)
        }
        field["version"].syntax(version, .dns1035Label)
        field["groupPriorityMinimum"].range(spec.groupPriorityMinimum, 1...20_000)
        field["versionPriority"].range(spec.versionPriority, 1...1000)
        if let bundle = spec.caBundle { field["caBundle"].base64(bundle) }
        guard let service = spec.service else {
            if spec.caBundle.isSet { field["caBundle"].invalid("is only for services") }
            if spec.insecureSkipTLSVerify == true { field["insecureSkipTLSVerify"].invalid("is only for services") }
            return
        }
        field["service"]["namespace"].requiredText(service.namespace)
        field["service"]["name"].requiredText(service.name)
        field["service"]["port"].port(service.port ?? 443)
        if spec.insecureSkipTLSVerify == true, spec.caBundle.isSet {
            field["insecureSkipTLSVerify"].invalid("may not be true if caBundle is present")
        }
    }
}
