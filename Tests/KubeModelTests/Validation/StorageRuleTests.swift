import Diagnostics
import KubeModel
import Testing

/// Rules of volumes and claims, configuration, and bounds on namespaces.
@Suite struct StorageRuleTests {
    @Test(arguments: [
        RuleCase("ReadWriteOnce]", "ReadWrite]", "spec.accessModes"),
        RuleCase("accessModes: [ReadWriteOnce]", "accessModes: []", "spec.accessModes"),
        RuleCase("ReadWriteOnce]", "ReadWriteOnce, ReadWriteOncePod]", "spec.accessModes"),
        RuleCase("storage: 1Gi", "size: 1Gi", "spec.resources[storage]"),
        RuleCase("storage: 1Gi", "storage: 0", "spec.resources[storage]"),
        RuleCase("storageClassName: fast", "storageClassName: Fast", "spec.storageClassName"),
        RuleCase("volumeMode: Block", "volumeMode: Raw", "spec.volumeMode"),
        RuleCase("name: snap", "name: ''", "spec.dataSource.name"),
        RuleCase("apiGroup: snapshot.storage.k8s.io, ", "", "spec.dataSource"),
    ])
    func claims(_ rule: RuleCase) throws {
        let sound = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec:
              accessModes: [ReadWriteOnce]
              storageClassName: fast
              volumeMode: Block
              resources: {requests: {storage: 1Gi}}
              dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: snap}

            """
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }

    @Test(arguments: [
        RuleCase("storage: 1Gi", "disk: 1Gi", "spec.capacity"),
        RuleCase("Retain", "Keep", "spec.persistentVolumeReclaimPolicy"),
        RuleCase("server: nfs.local, ", "", "spec.nfs.server"),
        RuleCase("path: /data", "path: data", "spec.nfs.path"),
        RuleCase("nfs: {server: nfs.local, path: /data}", "mountOptions: [ro]", "spec"),
        RuleCase("path: /data}", "path: /data}\n  hostPath: {path: /}", "spec.nfs"),
        RuleCase(
            "nfs: {server: nfs.local, path: /data}",
            "local: {path: /data}",
            "spec.nodeAffinity"
        ),
        RuleCase(
            "nfs: {server: nfs.local, path: /data}",
            "csi: {driver: a!, volumeHandle: ''}",
            "spec.csi.driver",
            "spec.csi.volumeHandle"
        ),
        RuleCase(
            "nfs: {server: nfs.local, path: /data}",
            "iscsi: {targetPortal: '10.0.0.1:3260', iqn: 'iqn.2001-4.com:d', lun: 256}",
            "spec.iscsi.iqn",
            "spec.iscsi.lun"
        ),
    ])
    func volumes(_ rule: RuleCase) throws {
        let sound = """
            apiVersion: v1
            kind: PersistentVolume
            metadata: {name: data}
            spec:
              capacity: {storage: 1Gi}
              accessModes: [ReadWriteMany]
              persistentVolumeReclaimPolicy: Retain
              nfs: {server: nfs.local, path: /data}

            """
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }

    @Test(arguments: [
        RuleCase("a.conf: x", "a/conf: x", "data[a/conf]"),
        RuleCase("b: eA==", "b: '*'", "binaryData[b]"),
        RuleCase("b: eA==", "a.conf: eA==", "data[a.conf]"),
    ])
    func configMaps(_ rule: RuleCase) throws {
        let sound = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a.conf: x}\nbinaryData: {b: eA==}\n"
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }

    @Test func largeConfigMaps() throws {
        let text =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: \(String(repeating: "x", count: 1 << 20))}\n"
        RuleCase.checkSound(text)
        try RuleCase("\ndata: {", "\ndata: {b: z, ", "").check(text)
    }

    @Test(arguments: [
        ("Opaque", "{}", []), ("kubernetes.io/tls", "{tls.crt: x}", ["data[tls.key]"]),
        ("kubernetes.io/basic-auth", "{}", ["data[password]", "data[username]"]),
        ("kubernetes.io/ssh-auth", "{}", ["data[ssh-privatekey]"]),
        ("kubernetes.io/dockerconfigjson", "{.dockerconfigjson: '{}'}", []),
        ("kubernetes.io/dockerconfigjson", "{.dockerconfigjson: correct-horse}", ["data[.dockerconfigjson]"]),
        ("kubernetes.io/service-account-token", "{}", ["metadata.annotations[kubernetes.io/service-account.name]"]),
    ])
    func secrets(_ type: String, _ data: String, _ paths: [String]) {
        let text = "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ntype: \(type)\nstringData: \(data)\n"
        let findings = ObjectValidator().validate(text, file: "secret.yaml").findings
        #expect(findings.compactMap(\.path).sorted() == paths)
        #expect(!findings.contains { $0.message.contains("correct-horse") })
    }

    @Test(arguments: [
        RuleCase("requests.cpu", "requests.gpu", "spec.hard[requests.gpu]"),
        RuleCase("pods: 10", "pods: 1.5", "spec.hard[pods]"),
        RuleCase("[NotBestEffort]", "[NotBestEffort, BestEffort]", "spec.scopes", "spec.scopes"),
        RuleCase("[NotBestEffort]", "[Large]", "spec.scopes"),
    ])
    func quotas(_ rule: RuleCase) throws {
        let sound = """
            apiVersion: v1
            kind: ResourceQuota
            metadata: {name: q}
            spec: {hard: {requests.cpu: 4, pods: 10, count/widgets.example.com: 5}, scopes: [NotBestEffort]}

            """.replacing(", count/widgets.example.com: 5", with: "")
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }

    @Test(arguments: [
        RuleCase("type: Container", "type: Process", "spec.limits[0].type"),
        RuleCase(
            "min: {cpu: 100m}",
            "min: {cpu: 3}",
            "spec.limits[0].min[cpu]",
            "spec.limits[0].default[cpu]",
            "spec.limits[0].defaultRequest[cpu]"
        ),
        RuleCase(
            "max: {cpu: 2}",
            "max: {gpu: 2}",
            "spec.limits[0].max[gpu]",
            "spec.limits[0].default[gpu]",
            "spec.limits[0].defaultRequest[gpu]"
        ),
    ])
    func limitRanges(_ rule: RuleCase) throws {
        let sound = """
            apiVersion: v1
            kind: LimitRange
            metadata: {name: l}
            spec: {limits: [{type: Container, min: {cpu: 100m}, max: {cpu: 2}}]}

            """
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }
}
