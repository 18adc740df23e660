import Diagnostics
import YAMLTree

extension VersionUpgrade {
    /// The first versions took the selector from the labels of the template, and had fields that are gone.
    @Sendable static func upgradeWorkload(_ object: inout Node, _ context: ReadingContext) {
        if let labels = object[NodePath("spec.template.metadata.labels")], !labels.isNullOrEmpty {
            writeDefault(["matchLabels": labels], of: "selector", in: &object, "spec", context)
        }
        for field in ["rollbackTo", "templateGeneration"] where object["spec"]?[field] != nil {
            object[NodePath("spec").appending(field)] = nil
        }
    }

    /// The first version of daemon sets, and that of stateful sets, replaced pods only when they were deleted, unless
    /// told otherwise; `apps/v1` replaces them one after the other.
    @Sendable static func upgradeWorkloadUpdatedOnDelete(_ object: inout Node, _ context: ReadingContext) {
        upgradeWorkload(&object, context)
        guard object["spec"]?.mapping != nil else { return }
        if isAbsent(object[NodePath("spec.updateStrategy")]) {
            writeDefault(["type": "OnDelete"], of: "updateStrategy", in: &object, "spec", context)
        } else {
            writeDefault("OnDelete", of: "type", in: &object, "spec.updateStrategy", context)
        }
    }

    /// `extensions/v1beta1` exchanged one pod at a time, kept every revision and waited for ever.
    @Sendable static func upgradeFirstDeployment(_ object: inout Node, _ context: ReadingContext) {
        upgradeWorkload(&object, context)
        let type = object[NodePath("spec.strategy.type")]
        if isAbsent(type) || type?.text == "RollingUpdate" {
            let oneByOne: Node = ["maxUnavailable": 1, "maxSurge": 1]
            let strategy: NodePath = "spec.strategy"
            if isAbsent(object[strategy]) {
                let whole: Node = ["type": "RollingUpdate", "rollingUpdate": oneByOne]
                writeDefault(whole, of: "strategy", in: &object, "spec", context)
            } else if isAbsent(object[strategy.appending("rollingUpdate")]) {
                writeDefault(oneByOne, of: "rollingUpdate", in: &object, strategy, context)
            } else {
                writeDefault(1, of: "maxUnavailable", in: &object, strategy.appending("rollingUpdate"), context)
                writeDefault(1, of: "maxSurge", in: &object, strategy.appending("rollingUpdate"), context)
            }
        }
        reportDefault("all revisions were kept, and 10 are", of: "revisionHistoryLimit", in: object, "spec", context)
        reportDefault(
            "a rollout could take any time, and is said to fail after 600 seconds",
            of: "progressDeadlineSeconds",
            in: object,
            "spec",
            context
        )
    }

    /// `apps/v1beta1` kept fewer revisions.
    @Sendable static func upgradeSecondDeployment(_ object: inout Node, _ context: ReadingContext) {
        upgradeWorkload(&object, context)
        reportDefault("2 revisions were kept, and 10 are", of: "revisionHistoryLimit", in: object, "spec", context)
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
}
