extension ObjectReference {
    /// Refers to an object by its kind, name and namespace, and by its identifier if the server gave one.
    public init(to object: some KubernetesObject) {
        let kind = object.groupVersionKind
        self.init(
            apiVersion: kind.apiVersion,
            kind: kind.kind,
            name: object.metadata.name,
            namespace: object.metadata.namespace,
            uid: object.metadata.uid
        )
    }
}

extension OwnerReference {
    /// Names an object of a cluster as the owner of others.
    ///
    /// - Parameters:
    ///   - owner: The owner, which must have been stored: the server gives it its identifier.
    ///   - isController: Whether the owner is the one that manages the others.
    public init(to owner: some KubernetesObject, isController: Bool = false) {
        let kind = owner.groupVersionKind
        self.init(
            apiVersion: kind.apiVersion,
            kind: kind.kind,
            name: owner.metadata.name ?? "",
            uid: owner.metadata.uid ?? "",
            controller: isController ? true : nil
        )
    }
}

extension CrossVersionObjectReference {
    /// Refers to an object, such as the workload that an autoscaler scales, by its kind and name.
    public init(to object: some KubernetesObject) {
        let kind = object.groupVersionKind
        self.init(apiVersion: kind.apiVersion, kind: kind.kind, name: object.metadata.name ?? "")
    }
}

extension RoleRef {
    /// Refers to a role of the namespace.
    public init(to role: Role) {
        self.init(apiGroup: Role.groupVersionKind.group, kind: "Role", name: role.metadata.name ?? "")
    }

    /// Refers to a role of the cluster.
    public init(to role: ClusterRole) {
        self.init(apiGroup: ClusterRole.groupVersionKind.group, kind: "ClusterRole", name: role.metadata.name ?? "")
    }
}
