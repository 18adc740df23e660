import Diagnostics
import KubeModel
import ProviderMapping
import Testing

@Suite struct RecogniserTests {
    private func recognise(_ text: String, _ recogniser: Recogniser = Recogniser()) throws -> Recognition {
        recogniser.recognise(try ManifestStream().read(text, file: "objects.yaml").value)
    }

    private static func storageClass(_ provisioner: String, extra: String = "") -> String {
        "apiVersion: storage.k8s.io/v1\nkind: StorageClass\nmetadata: {name: fast\(extra)}\nprovisioner: \(provisioner)\n"
    }

    @Test(
        "A driver tells the provider and the kind of storage",
        arguments: [
            ("disk.csi.everest.io", "huawei", StorageKind.block), ("obs.csi.everest.io", "huawei", .object),
            ("nasplugin.csi.alibabacloud.com", "alibaba", .file), ("alicloud/oss", "alibaba", .object),
            ("ebs.csi.aws.com", "aws", .block), ("kubernetes.io/azure-file", "azure", .file),
            ("gcsfuse.csi.storage.gke.io", "gcp", .object), ("com.tencent.cloud.csi.cfsturbo", "tencent", .file),
            ("driver.longhorn.io", "generic", .block),
        ]
    )
    func drivers(driver: String, provider: String, storage: StorageKind) throws {
        let recognition = try recognise(Self.storageClass(driver))
        #expect(recognition.provider.name == provider)
        #expect(recognition.storage == [storage])
        let evidence = try #require(recognition.evidence.first)
        #expect(evidence.feature.path == "provisioner")
        #expect(evidence.feature.location?.line == 4)
    }

    @Test("A claim is of the kind of its class or volume, and of no kind that can be told without them")
    func claims() throws {
        let claim = """
            ---
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {storageClassName: fast}
            """
        #expect(try recognise(Self.storageClass("efs.csi.aws.com") + claim).storage == [.file])
        #expect(try recognise(claim).storage == [])
    }

    @Test("What both Amazon's and Alibaba's controllers read is ambiguous until something else decides")
    func sharedAnnotations() throws {
        func ingress(_ annotation: String) -> String {
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web, annotations: {alb.ingress.kubernetes.io/\(annotation)}}
            spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
            """
        }
        let both = try recognise(ingress("listen-ports: '[]'"))
        #expect(both.provider == .ambiguous([.alibaba, .aws]))
        #expect(both.findings.map(\.severity) == [.decisionNeeded])
        #expect(both.access == [.layer7])
        #expect(try recognise(ingress("target-type: ip")).provider == .provider(.aws))
        #expect(try recognise(ingress("vswitch-ids: a")).provider == .provider(.alibaba))
    }

    @Test(
        "A load balancer is private or public as its provider says",
        arguments: [
            ("kubernetes.io/elb.autocreate: '{\"type\":\"public\"}'", AccessKind.publicLayer4),
            ("kubernetes.io/elb.autocreate: '{\"type\":\"inner\"}'", .privateLayer4),
            ("kubernetes.io/elb.autocreate: '{broken'", .unknown),
            ("kubernetes.io/elb.id: x", .unknown),
            ("service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type: intranet", .privateLayer4),
            ("service.beta.kubernetes.io/alibaba-cloud-loadbalancer-spec: slb.s1.small", .publicLayer4),
            ("service.beta.kubernetes.io/aws-load-balancer-scheme: internet-facing", .publicLayer4),
            ("service.beta.kubernetes.io/aws-load-balancer-type: external", .privateLayer4),
            ("service.beta.kubernetes.io/azure-load-balancer-internal: \"true\"", .privateLayer4),
            ("service.beta.kubernetes.io/azure-dns-label-name: shop", .publicLayer4),
            ("networking.gke.io/load-balancer-type: Internal", .privateLayer4),
            ("service.kubernetes.io/qcloud-loadbalancer-internal-subnetid: subnet-1", .privateLayer4),
            ("metallb.io/address-pool: office", .unknown),
        ]
    )
    func loadBalancers(annotation: String, expected: AccessKind) throws {
        let text = """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
              annotations:
                \(annotation)
            spec: {type: LoadBalancer, ports: [{port: 80}]}
            """
        #expect(try recognise(text).access == [expected])
    }

    @Test("A Service behind an Ingress does not count, and one alone does")
    func backends() throws {
        func service(_ type: String) -> String {
            "apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {type: \(type), ports: [{port: 80}]}\n"
        }
        let ingress = """
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: web}
            spec: {ingressClassName: nginx, defaultBackend: {service: {name: web, port: {number: 80}}}}
            """
        #expect(try recognise(service("NodePort") + ingress).access == [.layer7])
        #expect(try recognise(service("ClusterIP")).access == [.inCluster])
        #expect(try recognise(service("NodePort")).access == [.unknown])
        #expect(try recognise(service("ClusterIP") + ingress).provider == .provider(.generic))
    }

    @Test("A cloud goes before software that runs anywhere, and its images before nothing")
    func weights() throws {
        let pod = """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, annotations: {nginx.ingress.kubernetes.io/rewrite-target: /}}
            spec: {containers: [{name: web, image: swr.cn-north-4.myhuaweicloud.com/shop/web:1}]}
            """
        #expect(try recognise(pod).provider == .provider(.huawei))
        let plain = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n"
        #expect(try recognise(plain).provider == .none)
        #expect(try recognise(plain).access == [])
    }

    @Test("Users add what they know, and it goes first")
    func extensions() throws {
        let claim = """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata: {name: data}
            spec: {storageClassName: gold}
            """
        let row = CatalogueRow(.storageClass, .exact("gold"), .tencent, .name, storage: .block)
        let own = Recogniser(catalogue: .standard.extended(by: [row]))
        #expect(try recognise(claim, own).provider == .provider(.tencent))
        #expect(try recognise(claim, own).storage == [.block])
    }
}
