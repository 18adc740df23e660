import Diagnostics
import YAMLTree

/// The fields of pods and their containers.
extension KubernetesCoverage {
    static func pods(below prefix: String) -> [CoverageTable.Row] {
        let root = prefix.isEmpty ? "" : prefix + "."
        let spec = root + "spec."
        var rows: [CoverageTable.Row] = [
            .init(PathPattern(root + "metadata.labels.*"), .kept),
            .init(PathPattern(root + "metadata.annotations.*"), .kept),
            .init(PathPattern(root + "metadata.name"), .implied),
            .init(PathPattern(spec + "restartPolicy"), .kept),
            .init(PathPattern(spec + "hostname"), .kept),
            .init(PathPattern(spec + "securityContext.supplementalGroups[*]"), .kept),
            .init(PathPattern(spec + "terminationGracePeriodSeconds"), .kept),
            .init(PathPattern(spec + "hostAliases[*].ip"), .kept),
            .init(PathPattern(spec + "hostAliases[*].hostnames[*]"), .kept),
            .init(PathPattern(spec + "nodeSelector.*"), .kept),
            .init(PathPattern(spec + "topologySpreadConstraints[*].topologyKey"), .kept),
            .init(PathPattern(spec + "affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.**"), .kept),
            .init(PathPattern(spec + "volumes[*].name"), .implied),
            .init(PathPattern(spec + "volumes[*].persistentVolumeClaim.claimName"), .kept),
            .init(PathPattern(spec + "volumes[*].hostPath.path"), .kept),
            .init(PathPattern(spec + "volumes[*].emptyDir"), .kept),
            .init(PathPattern(spec + "volumes[*].emptyDir.*"), .kept),
            .init(PathPattern(spec + "volumes[*].configMap.name"), .kept),
            .init(PathPattern(spec + "volumes[*].configMap.items[*].*"), .kept),
            .init(PathPattern(spec + "volumes[*].configMap.defaultMode"), .implied),
            .init(PathPattern(spec + "volumes[*].secret.secretName"), .kept),
            .init(PathPattern(spec + "volumes[*].secret.items[*].*"), .kept),
            .init(PathPattern(spec + "volumes[*].secret.defaultMode"), .implied),
            .init(PathPattern(spec + "volumes[*].projected.defaultMode"), .implied),
            .init(PathPattern(spec + "volumes[*].projected.sources[*].configMap.**"), projected),
            .init(PathPattern(spec + "volumes[*].projected.sources[*].secret.**"), projected),
            .init(PathPattern(spec + "volumes[*].projected.sources[*].downwardAPI.**"), podInformation),
            .init(PathPattern(spec + "volumes[*].downwardAPI.**"), podInformation),
            .init(
                PathPattern(spec + "volumes[*].**"),
                .dropped(
                    "kubernetes.volume-kind",
                    "Compose has no such kind of volume",
                    remedy: "Mount the data into the service by hand."
                )
            ),
            .init(PathPattern(spec + "dnsPolicy"), .implied, when: { node, _ in node.text == "ClusterFirst" }),
            .init(PathPattern(spec + "schedulerName"), .implied, when: { node, _ in node.text == "default-scheduler" }),
        ]
        for list in ["containers", "initContainers"] {
            let container = spec + list + "[*]."
            rows += containerRows.map { .init(PathPattern(container + $0.0), $0.1) }
        }
        return rows
    }

    private static let projected = Verdict.approximated(
        "kubernetes.projected-volume",
        "the files are configs and secrets of their own",
        remedy: nil
    )

    private static let podInformation = Verdict.dropped(
        "kubernetes.pod-information",
        "what the files say of the pod only Kubernetes knows",
        remedy: "Mount a config with what the application reads, or set it in the environment."
    )

    private static let containerRows: [(String, Verdict)] = [
        ("name", .kept),
        ("image", .kept),
        ("imagePullPolicy", .kept),
        ("command[*]", .kept),
        ("args[*]", .kept),
        ("workingDir", .kept),
        ("env[*].name", .kept),
        ("env[*].value", .kept),
        (
            "env[*].valueFrom.**",
            .approximated(
                "kubernetes.value-from",
                "the variable gets the value that the reference has now",
                remedy: nil
            )
        ),
        (
            "envFrom[*].**",
            .approximated(
                "kubernetes.env-from",
                "the variables get the values that the object has now",
                remedy: nil
            )
        ),
        ("ports[*].containerPort", .kept),
        ("ports[*].protocol", .kept),
        ("ports[*].hostPort", .kept),
        ("ports[*].hostIP", .kept),
        ("ports[*].name", .implied),
        ("volumeMounts[*].name", .implied),
        ("volumeMounts[*].mountPath", .kept),
        ("volumeMounts[*].subPath", .kept),
        ("volumeMounts[*].readOnly", .kept),
        (
            "livenessProbe.**",
            .approximated("kubernetes.probe", "the one health check of the service stands for it", remedy: nil)
        ),
        (
            "readinessProbe.**",
            .approximated("kubernetes.probe", "the one health check of the service stands for it", remedy: nil)
        ),
        (
            "startupProbe.**",
            .approximated("kubernetes.probe", "the one health check of the service stands for it", remedy: nil)
        ),
        ("resources.limits.cpu", .kept),
        ("resources.limits.memory", .kept),
        ("resources.requests.cpu", .kept),
        ("resources.requests.memory", .kept),
        ("securityContext.runAsUser", .kept),
        ("securityContext.runAsGroup", .kept),
        ("securityContext.privileged", .kept),
        ("securityContext.readOnlyRootFilesystem", .kept),
        ("securityContext.capabilities.add[*]", .kept),
        ("securityContext.capabilities.drop[*]", .kept),
        ("stdin", .kept),
        ("tty", .kept),
        ("terminationMessagePath", .implied),
        ("terminationMessagePolicy", .implied),
    ]
}
