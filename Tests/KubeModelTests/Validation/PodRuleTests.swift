import Testing

/// Rules of pods: containers, volumes, scheduling, security.
@Suite struct PodRuleTests {
    private static let sound = """
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {note: x}
        spec:
          restartPolicy: Always
          hostname: web
          dnsPolicy: ClusterFirst
          nodeSelector: {disk: ssd}
          serviceAccountName: runner
          securityContext: {runAsUser: 1000, fsGroup: 2000, sysctls: [{name: net.core.somaxconn, value: "1"}]}
          tolerations:
          - {key: dedicated, operator: Equal, value: web, effect: NoSchedule}
          topologySpreadConstraints:
          - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}
          affinity:
            nodeAffinity:
              requiredDuringSchedulingIgnoredDuringExecution:
                nodeSelectorTerms:
                - matchExpressions: [{key: arch, operator: In, values: [arm64]}]
            podAntiAffinity:
              preferredDuringSchedulingIgnoredDuringExecution:
              - weight: 50
                podAffinityTerm: {topologyKey: host, labelSelector: {matchLabels: {tier: web}}}
          hostAliases: [{ip: 10.0.0.1, hostnames: [db.local]}]
          initContainers:
          - {name: init, image: busybox}
          containers:
          - name: web
            image: nginx
            imagePullPolicy: IfNotPresent
            ports:
            - {name: http, containerPort: 8080, protocol: TCP}
            - {name: admin, containerPort: 8081}
            env:
            - {name: MODE, value: fast}
            - name: PASSWORD
              valueFrom: {secretKeyRef: {name: login, key: password}}
            - name: NODE
              valueFrom: {fieldRef: {fieldPath: spec.nodeName}}
            resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 128Mi}}
            volumeMounts:
            - {name: data, mountPath: /data}
            - {name: conf, mountPath: /conf, subPath: a/b}
            readinessProbe:
              httpGet: {path: /, port: http}
              periodSeconds: 5
            livenessProbe: {tcpSocket: {port: 8080}}
            lifecycle: {preStop: {exec: {command: [sleep, "1"]}}}
          volumes:
          - {name: data, emptyDir: {sizeLimit: 1Gi}}
          - name: conf
            configMap: {name: conf, items: [{key: a, path: a.conf, mode: 0644}]}

        """

    @Test func soundPod() { RuleCase.checkSound(Self.sound) }

    @Test(arguments: [
        RuleCase("image: nginx", "command: [x]", "spec.containers[0].image"),
        RuleCase("name: web\n    image", "name: Web\n    image", "spec.containers[0].name"),
        RuleCase("name: init", "name: web", "spec.initContainers[0].name"),
        RuleCase("IfNotPresent", "Sometimes", "spec.containers[0].imagePullPolicy"),
        RuleCase("containerPort: 8081", "containerPort: 70000", "spec.containers[0].ports[1].containerPort"),
        RuleCase("name: admin", "name: http", "spec.containers[0].ports[1].name"),
        RuleCase("name: admin", "name: administration-port", "spec.containers[0].ports[1].name"),
        RuleCase("protocol: TCP", "protocol: HTTP", "spec.containers[0].ports[0].protocol"),
        RuleCase("{name: MODE, value", "{value", "spec.containers[0].env[0].name"),
        RuleCase("name: MODE", "name: A=B", "spec.containers[0].env[0].name"),
        RuleCase(
            "{secretKeyRef: {name: login, key: password}}",
            "{}",
            "spec.containers[0].env[1].valueFrom"
        ),
        RuleCase("key: password", "key: a/b", "spec.containers[0].env[1].valueFrom.secretKeyRef.key"),
        RuleCase("spec.nodeName", "spec.volumes", "spec.containers[0].env[2].valueFrom.fieldRef.fieldPath"),
        RuleCase("memory: 64Mi", "memory: 1Gi", "spec.containers[0].resources.requests"),
        RuleCase("cpu: 100m", "gpu: 1", "spec.containers[0].resources.requests[gpu]"),
        RuleCase("cpu: 100m", "cpu: -1", "spec.containers[0].resources.requests[cpu]"),
        RuleCase("{name: data, mountPath", "{name: other, mountPath", "spec.containers[0].volumeMounts[0].name"),
        RuleCase("mountPath: /conf", "mountPath: /data", "spec.containers[0].volumeMounts[1].mountPath"),
        RuleCase("subPath: a/b", "subPath: ../b", "spec.containers[0].volumeMounts.subPath"),
        RuleCase("port: http}", "port: http_port}", "spec.containers[0].readinessProbe.httpGet.port"),
        RuleCase(
            "periodSeconds: 5",
            "tcpSocket: {port: 1}",
            "spec.containers[0].readinessProbe.tcpSocket"
        ),
        RuleCase("periodSeconds: 5", "periodSeconds: -5", "spec.containers[0].readinessProbe.periodSeconds"),
        RuleCase("{tcpSocket: {port: 8080}}", "{}", "spec.containers[0].livenessProbe"),
        RuleCase("command: [sleep, \"1\"]", "", "spec.containers[0].lifecycle.preStop.exec.command"),
    ])
    func containers(_ rule: RuleCase) throws { try rule.check(Self.sound) }

    @Test(arguments: [
        RuleCase(
            "sizeLimit: 1Gi",
            "sizeLimit: -1Gi",
            "spec.volumes[0].emptyDir.sizeLimit",
            "spec.containers[0].volumeMounts[0].name"
        ),
        RuleCase(
            "emptyDir: {sizeLimit: 1Gi}",
            "hostPath: {path: /a/../b}",
            "spec.volumes[0].hostPath.path",
            "spec.containers[0].volumeMounts[0].name"
        ),
        RuleCase(
            "emptyDir: {sizeLimit: 1Gi}",
            "emptyDir: {}, secret: {secretName: s}",
            "spec.volumes[0].secret",
            "spec.containers[0].volumeMounts[0].name"
        ),
        RuleCase(
            "path: a.conf",
            "path: /a.conf",
            "spec.volumes[1].configMap.items[0].path",
            "spec.containers[0].volumeMounts[1].name"
        ),
        RuleCase(
            "mode: 0644",
            "mode: 1000",
            "spec.volumes[1].configMap.items[0].mode",
            "spec.containers[0].volumeMounts[1].name"
        ),
        RuleCase("- name: conf\n", "- name: data\n", "spec.volumes[1].name", "spec.containers[0].volumeMounts[1].name"),
    ])
    func volumes(_ rule: RuleCase) throws { try rule.check(Self.sound) }

    @Test(arguments: [
        RuleCase("restartPolicy: Always", "restartPolicy: Sometimes", "spec.restartPolicy"),
        RuleCase("hostname: web", "hostname: web.local", "spec.hostname"),
        RuleCase("dnsPolicy: ClusterFirst", "dnsPolicy: None", "spec.dnsConfig"),
        RuleCase("disk: ssd", "disk: a/b", "spec.nodeSelector"),
        RuleCase("serviceAccountName: runner", "serviceAccountName: Run", "spec.serviceAccountName"),
        RuleCase("runAsUser: 1000", "runAsUser: -1", "spec.securityContext.runAsUser"),
        RuleCase("net.core.somaxconn", "Net", "spec.securityContext.sysctls[0].name"),
        RuleCase("effect: NoSchedule", "effect: Never", "spec.tolerations[0].effect"),
        RuleCase("operator: Equal", "operator: Exists", "spec.tolerations[0].operator"),
        RuleCase("maxSkew: 1", "maxSkew: 0", "spec.topologySpreadConstraints[0].maxSkew"),
        RuleCase(
            "values: [arm64]",
            "values: []",
            "spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values"
        ),
        RuleCase(
            "weight: 50",
            "weight: 500",
            "spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].weight"
        ),
        RuleCase("ip: 10.0.0.1", "ip: 10.0.0.300", "spec.hostAliases[0].ip"),
        RuleCase(
            "note: x",
            "container.apparmor.security.beta.kubernetes.io/nobody: unconfined",
            "metadata.annotations[container.apparmor.security.beta.kubernetes.io/nobody]"
        ),
    ])
    func podFields(_ rule: RuleCase) throws { try rule.check(Self.sound) }
}
