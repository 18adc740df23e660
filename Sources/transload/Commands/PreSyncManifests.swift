import KubeModel
import OrderedCollections

/// The objects that run a pre-synchroniser on Kubernetes: a StatefulSet whose pods are shards with a journal each, and a
/// Service that gives every pod a name to which the registry sends its notifications.
///
/// Each pod takes the events of its own shard and passes over the others, so the registry has to notify every pod.
struct PreSyncManifests {
    /// What all objects are called.
    var name = "presync"
    /// The image with this program.
    var image: String
    /// How many shards there are.
    var replicas: Int
    /// The arguments after `presync`, without those that the objects themselves decide.
    var arguments: [String]
    /// The files that the arguments name, by the option; they come from a Secret.
    var files: [(option: String, path: String)]
    /// The port for notifications; nil if there are none.
    var port: Int?

    private static let filesFolder = "/etc/transload"
    private static let journalFolder = "/var/lib/transload"
    private static let user = 65_534

    /// The objects as YAML.
    var text: String { ManifestStream().write(objects) }

    var objects: [AnyKubernetesObject] {
        [AnyKubernetesObject(service), AnyKubernetesObject(statefulSet)]
    }

    private var labels: OrderedDictionary<String, String> {
        [WellKnownLabel.appName: name, WellKnownLabel.appManagedBy: "transload"]
    }

    private var selector: OrderedDictionary<String, String> { [WellKnownLabel.appName: name] }

    private var service: Service {
        Service(
            metadata: ObjectMeta(name: name, labels: labels),
            spec: ServiceSpec(
                clusterIP: "None",
                selector: selector,
                ports: port.map { [ServicePort(name: "notifications", port: $0)] } ?? []
            )
        )
    }

    private var statefulSet: StatefulSet {
        StatefulSet(
            metadata: ObjectMeta(name: name, labels: labels),
            spec: StatefulSetSpec(
                serviceName: name,
                replicas: replicas,
                selector: LabelSelector(matchLabels: selector),
                template: PodTemplateSpec(metadata: ObjectMeta(labels: labels), spec: pod),
                volumeClaimTemplates: [
                    PersistentVolumeClaim(
                        metadata: ObjectMeta(name: "journal"),
                        spec: PersistentVolumeClaimSpec(
                            accessModes: ["ReadWriteOnce"],
                            resources: VolumeResourceRequirements(requests: ["storage": "1Gi"])
                        )
                    )
                ],
                podManagementPolicy: "Parallel"
            )
        )
    }

    private var pod: PodSpec {
        PodSpec(
            containers: [container],
            volumes: files.isEmpty
                ? []
                : [Volume(name: "files", secret: SecretVolumeSource(defaultMode: 0o440, secretName: "\(name)-files"))],
            securityContext: PodSecurityContext(
                fsGroup: Self.user,
                runAsGroup: Self.user,
                runAsNonRoot: true,
                runAsUser: Self.user,
                seccompProfile: SeccompProfile(type: "RuntimeDefault")
            ),
            automountServiceAccountToken: false
        )
    }

    private var container: Container {
        var arguments = ["presync"] + self.arguments
        for file in files { arguments += [file.option, "\(Self.filesFolder)/\(Self.baseName(file.path))"] }
        arguments += ["--journal", "\(Self.journalFolder)/presync.journal", "--shard", "$(SHARD)/\(replicas)"]
        var mounts = [VolumeMount(name: "journal", mountPath: Self.journalFolder)]
        if !files.isEmpty { mounts.append(VolumeMount(name: "files", mountPath: Self.filesFolder, readOnly: true)) }
        return Container(
            name: name,
            image: image,
            args: arguments,
            ports: port.map { [ContainerPort(name: "notifications", containerPort: $0)] } ?? [],
            env: [
                EnvVar(
                    name: "SHARD",
                    valueFrom: EnvVarSource(
                        fieldRef: ObjectFieldSelector(fieldPath: "metadata.labels['apps.kubernetes.io/pod-index']")
                    )
                )
            ],
            resources: ResourceRequirements(
                requests: ["cpu": "100m", "memory": "64Mi"],
                limits: ["memory": "128Mi"]
            ),
            volumeMounts: mounts,
            livenessProbe: port.map {
                Probe(httpGet: HTTPGetAction(port: .int($0), path: "/healthz"), periodSeconds: 30)
            },
            securityContext: SecurityContext(
                allowPrivilegeEscalation: false,
                capabilities: Capabilities(drop: ["ALL"]),
                readOnlyRootFilesystem: true
            )
        )
    }

    private static func baseName(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}

extension PreSyncManifests {
    /// The options that the objects decide themselves, with whether a value follows.
    private static let own = [
        "--manifests": false, "--image": true, "--replicas": true, "--journal": true, "--shard": true,
    ]
    /// The options whose values are files.
    private static let ofFiles: Set = ["--authorization-file", "--authfile", "--tls-ca", "--tls-cert", "--tls-key"]

    /// Takes over the arguments of this very command.
    init(image: String, replicas: Int, arguments: some Sequence<String>, port: Int?) {
        self.init(image: image, replicas: replicas, arguments: [], files: [], port: port)
        var rest = Array(arguments.drop { $0 != "presync" }.dropFirst())[...]
        while let argument = rest.popFirst() {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            let option = argument.hasPrefix("--") ? parts.first ?? argument : argument
            let given = option != argument && parts.count == 2 ? parts[1] : nil
            if let takesValue = Self.own[option] {
                if takesValue, given == nil { rest = rest.dropFirst() }
            } else if Self.ofFiles.contains(option) {
                if let path = given ?? rest.popFirst() { files.append((option, path)) }
            } else {
                self.arguments.append(argument)
            }
        }
    }
}
