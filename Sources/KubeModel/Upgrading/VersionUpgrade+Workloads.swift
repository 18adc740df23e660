import Diagnostics
import YAMLTree

extension VersionUpgrade {
    /// The first versions took the selector from the labels of the template, and had fields that are gone.
    @Sendable static func upgradeWorkload(_ object: inout Node, _ context: ReadingContext) {
        let labels: NodePath = "spec.template.metadata.labels"
        if object[NodePath("spec")] != nil, isAbsent(object[NodePath("spec.selector")]), let labels = object[labels],
            !labels.isNullOrEmpty
        {
            object[NodePath("spec.selector.matchLabels")] = labels
        }
        for field in ["rollbackTo", "templateGeneration"] where object["spec"]?[field] != nil {
            object[NodePath("spec").appending(field)] = nil
        }
    }

    /// The first versions of daemon sets and stateful sets replaced pods only when they were deleted, unless told
    /// otherwise; `apps/v1` replaces them one after the other.
    @Sendable static func upgradeWorkloadUpdatedOnDelete(_ object: inout Node, _ context: ReadingContext) {
        upgradeWorkload(&object, context)
        if object["spec"]?.mapping != nil, isAbsent(object[NodePath("spec.updateStrategy.type")]) {
            object[NodePath("spec.updateStrategy.type")] = "OnDelete"
        }
    }

    /// An empty selector chose no pods; since `policy/v1` it chooses all of the namespace.
    @Sendable static func upgradeDisruptionBudget(_ object: inout Node, _ context: ReadingContext) {
        guard let selector = object[NodePath("spec.selector")], selector.mapping?.isEmpty ?? false else { return }
        context.add(
            Finding(
                .kubernetesEmptySelector,
                .approximated,
                "an empty selector chose no pods by policy/v1beta1, and chooses all pods of the namespace by policy/v1",
                remedy: "Name the labels of the pods that are meant.",
                location: selector.location,
                path: "spec.selector"
            )
        )
    }

    static func isAbsent(_ node: Node?) -> Bool { node?.isNull(.kubernetes) ?? true }
}
