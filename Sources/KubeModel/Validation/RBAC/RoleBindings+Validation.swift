extension RoleBinding: ValidatedKind {
    static var names: NameSyntax { .pathSegment }

    func validate(_ field: Field) {
        roleRef.validate(kinds: ["Role", "ClusterRole"], field["roleRef"])
        field["subjects"].each(subjects) { subject, field in subject.validate(isNamespaced: true, field) }
    }

    func validate(replacing old: RoleBinding, _ field: Field) {
        field["roleRef"].immutable(roleRef.completed, old.roleRef.completed)
    }
}

extension ClusterRoleBinding: ValidatedKind {
    static var names: NameSyntax { .pathSegment }
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        roleRef.validate(kinds: ["ClusterRole"], field["roleRef"])
        field["subjects"].each(subjects) { subject, field in subject.validate(isNamespaced: false, field) }
    }

    func validate(replacing old: ClusterRoleBinding, _ field: Field) {
        field["roleRef"].immutable(roleRef.completed, old.roleRef.completed)
    }
}

private let accessGroup = Role.groupVersionKind.group

extension RoleRef {
    /// The reference with the group that the server adds.
    fileprivate var completed: [String] { [apiGroup.orDefault(accessGroup), kind, name] }

    fileprivate func validate(kinds: [String], _ field: Field) {
        field["apiGroup"].oneOf(apiGroup.orDefault(accessGroup), [accessGroup])
        field["kind"].oneOf(kind, kinds)
        field["name"].requiredSyntax(name, .pathSegment)
    }
}

extension Subject {
    fileprivate func validate(isNamespaced: Bool, _ field: Field) {
        field["name"].requiredText(name)
        switch kind {
        case "ServiceAccount":
            if !name.isEmpty { field["name"].syntax(name, .dnsSubdomain) }
            if apiGroup.isSet { field["apiGroup"].notSupported(["\"\""]) }
            if !isNamespaced { field["namespace"].requiredText(namespace) }
        case "User", "Group": field["apiGroup"].oneOf(apiGroup.orDefault(accessGroup), [accessGroup])
        default: field["kind"].notSupported(["ServiceAccount", "User", "Group"])
        }
    }
}
