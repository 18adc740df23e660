package import Diagnostics
import YAMLTree

extension FindingCode {
    /// A field of a Kubernetes object that the conversion does not know.
    package static let kubernetesNotConverted: FindingCode = "kubernetes.not-converted"
    /// A value that Compose expresses in another form.
    package static let kubernetesCarried: FindingCode = "kubernetes.carried"
    /// A kind of object that Compose has nothing like.
    package static let kindNotConverted: FindingCode = "kubernetes.kind-not-converted"
}

/// What the conversion to Compose does with each field of a Kubernetes object.
package enum KubernetesCoverage {
    /// The table for a kind.
    package static func table(for kind: String) -> CoverageTable { tables[kind] ?? other }

    private static let other = CoverageTable(fallback: notConverted, [])
    private static let notConverted = Verdict.dropped(
        .kubernetesNotConverted,
        "Compose has nothing like this field",
        remedy: "It is kept under x-transload for the way back."
    )

    private static let tables: [String: CoverageTable] = [
        "ConfigMap": table([.init("data.*", .kept), .init("binaryData.*", .kept), .init("immutable", .implied)]),
        "Secret": table([
            .init("data.*", .kept), .init("stringData.*", .kept), .init("immutable", .implied),
            .init("type", .implied),
        ]),
        "PersistentVolumeClaim": table([
            .init("spec.accessModes[*]", .implied),
            .init(
                "spec.resources.**",
                .dropped("kubernetes.volume-size", "volumes of Compose have no size", remedy: nil)
            ),
            .init(
                "spec.**",
                .dropped(
                    "kubernetes.storage-class",
                    "volumes of Compose have no storage class",
                    remedy: "Choose a volume driver."
                )
            ),
        ]),
        "Service": table([
            .init("spec.type", .kept),
            .init("spec.clusterIP", .implied),
            .init("spec.selector.*", .implied),
            .init("spec.ports[*].port", .kept),
            .init("spec.ports[*].targetPort", .kept),
            .init("spec.ports[*].protocol", .kept),
            .init("spec.ports[*].name", .implied),
            .init("spec.ports[*].nodePort", .kept),
            .init("spec.ports[*].appProtocol", .implied),
            .init("spec.sessionAffinity", .implied, when: { node, _ in node.text == "None" }),
        ]),
        "Ingress": table([
            .init(
                "spec.**",
                .dropped(
                    "kubernetes.ingress",
                    "Compose leads no requests by host and path; x-transload notes which go where",
                    remedy: "Publish the port of the service, or put a reverse proxy in front of it."
                )
            )
        ]),
        "Deployment": table(
            pods(below: "spec.template")
                + workload + [
                    .init("spec.strategy.type", .implied),
                    .init("spec.strategy.rollingUpdate.*", .implied),
                    .init("spec.progressDeadlineSeconds", .implied),
                ]
        ),
        "ReplicaSet": table(pods(below: "spec.template") + workload),
        "ReplicationController": table(pods(below: "spec.template") + workload),
        "StatefulSet": table(
            pods(below: "spec.template")
                + workload + [
                    .init("spec.serviceName", .implied),
                    .init("spec.updateStrategy.type", .implied),
                    .init(
                        "spec.volumeClaimTemplates[*].**",
                        .approximated(
                            "kubernetes.claim-template",
                            "all instances on a node share one volume",
                            remedy: nil
                        )
                    ),
                ]
        ),
        "DaemonSet": table(
            pods(below: "spec.template")
                + workload + [
                    .init("spec.updateStrategy.type", .implied),
                    .init("spec.updateStrategy.rollingUpdate.maxUnavailable", .kept),
                ]
        ),
        "Pod": table(pods(below: "")),
        "Job": table(jobs(below: "")),
        "CronJob": table(
            jobs(below: "spec.jobTemplate") + [
                .init(
                    "spec.schedule",
                    .approximated(
                        "kubernetes.schedule",
                        "Compose runs the service once, when the project starts",
                        remedy: "Let a scheduler start it with docker compose run."
                    )
                )
            ]
        ),
    ]

    private static func jobs(below prefix: String) -> [CoverageTable.Row] {
        let spec = prefix.isEmpty ? "spec." : prefix + ".spec."
        return pods(below: spec + "template") + [
            .init(PathPattern(spec + "completions"), .kept),
            .init(PathPattern(spec + "backoffLimit"), .kept),
            .init(PathPattern(spec + "parallelism"), .kept),
            .init(PathPattern(spec + "selector.**"), .implied),
            .init(PathPattern(spec + "template.metadata.creationTimestamp"), .implied),
        ]
    }

    /// A table with the rows that hold for all kinds.
    private static func table(_ rows: [CoverageTable.Row]) -> CoverageTable {
        let own = Set(rows.map(\.pattern))
        return CoverageTable(fallback: notConverted, rows + common.filter { !own.contains($0.pattern) })
    }

    private static let common: [CoverageTable.Row] = [
        .init("apiVersion", .kept),
        .init("kind", .kept),
        .init("metadata.name", .kept),
        .init("metadata.labels.*", .implied),
        .init(
            "metadata.namespace",
            .dropped(
                "kubernetes.namespace",
                "Compose projects have no namespaces",
                remedy: "Use a project for each namespace."
            )
        ),
        .init("metadata.creationTimestamp", .implied),
        .init("status.**", .implied),
        .init(
            "metadata.annotations.*",
            .dropped("kubernetes.annotation", "Compose does not act on annotations of objects", remedy: nil)
        ),
    ]

    private static let workload: [CoverageTable.Row] = [
        .init("spec.replicas", .kept),
        .init("spec.selector.**", .implied),
        .init("spec.minReadySeconds", .kept),
        .init("spec.revisionHistoryLimit", .implied),
        .init("spec.template.metadata.creationTimestamp", .implied),
    ]
}
