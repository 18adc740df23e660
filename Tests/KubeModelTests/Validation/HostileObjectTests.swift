import Diagnostics
import KubeModel
import TestSupport
import Testing
import YAMLTree

/// Objects that somebody made to break the validator: none of them may do more than be reported.
@Suite struct HostileObjectTests {
    /// Values of every shape, in the place of any other.
    private static let shapes: [Node] = [
        .null(), 0, -1, 99_999_999_999, "", "x", "../..", "\u{0}", "é\u{301}", true, [], [.null()], [[]], ["a", 1],
        [:], ["a": .null()], ["name": ["name": []]], .plain("1e999"), .plain("-9223372036854775808"),
        .plain("9223372036854775807"), .string(String(repeating: "a", count: 5000)),
    ]

    private static let sound: [String] = [
        """
        {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "labels": {"a": "b"}, "ownerReferences": [{}]},
         "spec": {"containers": [{"name": "c", "image": "i", "ports": [{"containerPort": 1, "hostPort": 1}],
          "env": [{"name": "E", "valueFrom": {"fieldRef": {"fieldPath": "metadata.labels['a']"}}}],
          "resources": {"limits": {"hugepages-2Mi": "4Mi", "cpu": 1}, "claims": [{"name": "x"}]},
          "livenessProbe": {"httpGet": {"port": "http"}}, "volumeMounts": [{"name": "v", "mountPath": "/"}],
          "securityContext": {"windowsOptions": {"runAsUserName": "a\\\\b"}, "seccompProfile": {"type": "Localhost"}}}],
          "volumes": [{"name": "v", "projected": {"sources": [{"secret": {"items": [{"key": "a", "path": "b"}]}}]}}],
          "tolerations": [{"operator": "Exists"}], "os": {"name": "windows"}, "dnsConfig": {"searches": ["a"]},
          "topologySpreadConstraints": [{"maxSkew": 1, "matchLabelKeys": ["a"]}]}}
        """,
        """
        {"apiVersion": "batch/v1", "kind": "CronJob", "metadata": {"name": "a"}, "spec": {"schedule": "* * * * *",
         "timeZone": "UTC", "jobTemplate": {"spec": {"completionMode": "Indexed", "completions": 3,
         "successPolicy": {"rules": [{"succeededIndexes": "0-1", "succeededCount": 1}]},
         "podFailurePolicy": {"rules": [{"action": "Count", "onExitCodes": {"operator": "In", "values": [1]}}]},
         "template": {"spec": {"containers": [{}]}}}}}}
        """,
        """
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a", "annotations": {"a": "b"}}, "spec": {
         "type": "LoadBalancer", "clusterIPs": ["::1", "1.2.3.4"], "ipFamilies": ["IPv4"], "externalIPs": ["::ffff:1.2.3.4"],
         "loadBalancerSourceRanges": ["10.0.0.0/8"], "ports": [{"port": 1, "targetPort": "a", "nodePort": 3}]}}
        """,
        """
        {"apiVersion": "v1", "kind": "PersistentVolume", "metadata": {"name": "a"}, "spec": {"capacity": {"storage": "1"},
         "iscsi": {"iqn": "iqn.2001-04.com.example:d", "targetPortal": "x", "initiatorName": "eui.0123456789abcdef"},
         "azureDisk": {"diskURI": "x"}, "nodeAffinity": {"required": {"nodeSelectorTerms": [{"matchFields": [{}]}]}}}}
        """,
        """
        {"apiVersion": "v1", "kind": "LimitRange", "metadata": {"name": "a"}, "spec": {"limits": [{"type": "Container",
         "max": {"cpu": "1"}, "min": {"cpu": "0"}, "maxLimitRequestRatio": {"cpu": "1"}}]}}
        """,
        """
        {"apiVersion": "v1", "kind": "Secret", "metadata": {"name": "a"}, "type": "kubernetes.io/dockerconfigjson",
         "data": {".dockerconfigjson": "e30="}}
        """,
    ]

    @Test(arguments: sound.indices)
    func wrongValuesEverywhere(_ index: Int) throws {
        let object = try JSONReader().document(in: Self.sound[index], file: "a.json")
        var paths: [NodePath] = []
        collect(object, NodePath(), &paths)
        for path in paths {
            for shape in Self.shapes {
                var changed = object
                changed[path] = shape
                let report = ObjectValidator().validate(JSONWriter().bytes(changed), file: "a.json")
                #expect(report.findings.allSatisfy { !$0.message.isEmpty })
            }
        }
    }

    private func collect(_ node: Node, _ path: NodePath, _ paths: inout [NodePath]) {
        for entry in node.mapping?.entries ?? [] {
            paths.append(path.appending(entry.name))
            collect(entry.value, path.appending(entry.name), &paths)
        }
        for (index, item) in (node.sequence ?? []).enumerated() {
            paths.append(path.appending(index))
            collect(item, path.appending(index), &paths)
        }
    }

    @Test func manyFaultsAreCut() {
        let ports = Array(repeating: "{port: 0}", count: 5000).joined(separator: ", ")
        let text = "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: [\(ports)]}\n"
        let findings = ObjectValidator().validate(text, file: "a.yaml").findings
        #expect(findings.count <= 1001)
        #expect(findings.contains { $0.code == .tooManyProblems })
    }

    @Test func deepObjectsAreRefused() {
        let deep = String(repeating: "{a: ", count: 5000) + "1" + String(repeating: "}", count: 5000)
        let report = ObjectValidator().validate("apiVersion: v1\nkind: Pod\nspec: \(deep)\n", file: "a.yaml")
        #expect(report.worst == .invalid)
    }

    @Test func largeListsTakeLinearTime() {
        let containers = (0..<3000).map {
            "{name: c\($0), image: i, volumeMounts: [{name: v\($0), mountPath: /\($0)}]}"
        }
        let volumes = (0..<3000).map { "{name: v\($0), emptyDir: {}}" }
        let text = """
            apiVersion: v1
            kind: Pod
            metadata: {name: a}
            spec: {containers: [\(containers.joined(separator: ", "))], volumes: [\(volumes.joined(separator: ", "))]}
            """
        let start = ContinuousClock.now
        #expect(ObjectValidator().validate(text, file: "a.yaml").findings.isEmpty)
        #expect(ContinuousClock.now - start < .seconds(20))
    }
}
