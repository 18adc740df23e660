public import Diagnostics
public import YAMLTree

extension FindingCode {
    /// An object is written by a version of the API that is not served any more, and was read as its successor.
    public static let kubernetesUpgradedVersion: FindingCode = "kubernetes.upgraded-version"
    /// An object is of a kind or version that is gone, and has no successor of its shape.
    public static let kubernetesRemovedVersion: FindingCode = "kubernetes.removed-version"
    /// An empty selector means something else in the newer version.
    public static let kubernetesEmptySelector: FindingCode = "kubernetes.empty-selector"
}

/// The way from a version of a kind that Kubernetes serves no more to the one that took its place.
public struct VersionUpgrade: Sendable {
    /// What objects are that the upgrade takes.
    public let from: GroupVersionKind
    /// What they become.
    public let to: GroupVersionKind
    /// Changes what the versions write differently.
    let change: @Sendable (inout Node, ReadingContext) -> Void

    init(
        _ from: String,
        _ kind: String,
        to version: String,
        _ change: @escaping @Sendable (inout Node, ReadingContext) -> Void = { _, _ in }
    ) {
        self.from = GroupVersionKind(apiVersion: from, kind: kind)
        self.to = GroupVersionKind(apiVersion: version, kind: kind)
        self.change = change
    }

    /// The upgrade for objects of a kind; nil when the kind is current or unknown.
    public static func upgrade(for kind: GroupVersionKind) -> VersionUpgrade? { table[kind] }

    /// The tree of an object in the newer version; records in `context` what became of it.
    public func apply(to object: Node, _ context: ReadingContext) -> Node {
        var upgraded = object
        upgraded["apiVersion"] = .string(to.apiVersion, location: object["apiVersion"]?.location)
        change(&upgraded, context)
        context.add(
            Finding(
                .kubernetesUpgradedVersion,
                .notice,
                "\(from) is not served any more, and was read as \(to.apiVersion)",
                remedy: "Write apiVersion: \(to.apiVersion).",
                location: object["apiVersion"]?.location,
                path: context.path.appending("apiVersion").description
            )
        )
        return upgraded
    }

    private static let table: [GroupVersionKind: VersionUpgrade] = Dictionary(
        rows.map { ($0.from, $0) },
        uniquingKeysWith: { first, _ in first }
    )
}
