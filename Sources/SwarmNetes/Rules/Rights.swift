import ComposeModel
import KubeModel
import OrchestrationIR

extension Security {
    /// The rights that a Compose service gives its container.
    init(_ service: ComposeModel.Service) {
        let parts = service.user?.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        self.init(
            user: parts?.first.flatMap { $0.isEmpty ? nil : $0 },
            group: parts.flatMap { $0.count > 1 && !$0[1].isEmpty ? $0[1] : nil },
            privileged: service.privileged,
            readOnlyRoot: service.readOnly,
            addedCapabilities: service.capAdd.map(Self.capability),
            droppedCapabilities: service.capDrop.map(Self.capability)
        )
    }

    /// The rights that a pod gives a container.
    init(_ container: SecurityContext?, pod: PodSecurityContext?) {
        self.init(
            user: (container?.runAsUser ?? pod?.runAsUser).map(String.init),
            group: (container?.runAsGroup ?? pod?.runAsGroup).map(String.init),
            privileged: container?.privileged,
            readOnlyRoot: container?.readOnlyRootFilesystem,
            addedCapabilities: container?.capabilities?.add ?? [],
            droppedCapabilities: container?.capabilities?.drop ?? []
        )
    }

    /// The user and group as Compose writes them.
    var composeUser: String? {
        guard let user else { return nil }
        return group.map { "\(user):\($0)" } ?? user
    }

    private static func capability(_ name: String) -> String {
        name.hasPrefix("CAP_") ? String(name.dropFirst(4)) : name
    }
}

extension SecurityContext {
    /// The rights as a pod gives them to a container; nil when there is nothing to say. Users and groups by name are only known
    /// inside the image and cannot be given.
    init?(_ security: Security) {
        let user = security.user.flatMap { Int($0) }
        let group = user == nil ? nil : security.group.flatMap { Int($0) }
        let capabilities =
            security.addedCapabilities.isEmpty && security.droppedCapabilities.isEmpty
            ? nil : Capabilities(add: security.addedCapabilities, drop: security.droppedCapabilities)
        guard user != nil || security.privileged != nil || security.readOnlyRoot != nil || capabilities != nil else {
            return nil
        }
        self.init(
            capabilities: capabilities,
            privileged: security.privileged,
            readOnlyRootFilesystem: security.readOnlyRoot,
            runAsGroup: group,
            runAsUser: user
        )
    }
}
