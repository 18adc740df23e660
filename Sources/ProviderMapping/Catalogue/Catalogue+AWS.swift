extension Catalogue {
    /// Amazon Elastic Kubernetes Service.
    static let aws: [CatalogueRow] =
        [
            // Storage
            CatalogueRow(.driver, .exact("ebs.csi.aws.com"), .aws, storage: .block),
            CatalogueRow(.driver, .exact("ebs.csi.eks.amazonaws.com"), .aws, storage: .block),
            CatalogueRow(.driver, .exact("kubernetes.io/aws-ebs"), .aws, storage: .block),
            CatalogueRow(.driver, .exact("efs.csi.aws.com"), .aws, storage: .file),
            CatalogueRow(.driver, .suffix("/aws-efs"), .aws, storage: .file),
            CatalogueRow(.driver, .exact("fsx.csi.aws.com"), .aws, storage: .file),
            CatalogueRow(.driver, .exact("fsx.openzfs.csi.aws.com"), .aws, storage: .file),
            CatalogueRow(.driver, .exact("s3.csi.aws.com"), .aws, storage: .object),
            CatalogueRow(.driver, .suffix(".csi.aws.com"), .aws),
            CatalogueRow(.volumeType, .exact("awsElasticBlockStore"), .aws, storage: .block),
            // Network
            CatalogueRow(.loadBalancerClass, .prefix("service.k8s.aws/"), .aws),
            CatalogueRow(.loadBalancerClass, .prefix("eks.amazonaws.com/"), .aws),
            CatalogueRow(.annotation, .prefix("service.beta.kubernetes.io/aws-"), .aws),
            CatalogueRow(.annotation, .prefix("eks.amazonaws.com/"), .aws),
            CatalogueRow(.annotation, .prefix("k8s.amazonaws.com/"), .aws),
            CatalogueRow(.annotation, .infix(".k8s.aws/"), .aws),
            CatalogueRow(.annotation, .infix(".amazonaws.com/"), .aws),
            CatalogueRow(.controller, .infix(".k8s.aws/"), .aws),
            CatalogueRow(.controller, .infix("amazonaws.com/"), .aws),
            CatalogueRow(.controller, .prefix("application-networking.k8s.aws"), .aws),
            CatalogueRow(.gatewayClass, .exact("amazon-vpc-lattice"), .aws),
            CatalogueRow(.apiGroup, .suffix("k8s.aws"), .aws),
            CatalogueRow(.apiGroup, .suffix("amazonaws.com"), .aws),
            // Nodes and images
            CatalogueRow(.label, .prefix("eks.amazonaws.com/"), .aws, .pod),
            CatalogueRow(.nodeLabel, .infix("amazonaws.com/"), .aws, .pod),
            CatalogueRow(.nodeLabel, .prefix("karpenter.k8s.aws/"), .aws, .pod),
            CatalogueRow(.nodeLabel, .prefix("topology.ebs.csi.aws.com/"), .aws, .pod),
            CatalogueRow(.resource, .prefix("aws.amazon.com/"), .aws, .pod),
            CatalogueRow(.resource, .infix(".k8s.aws/"), .aws, .pod),
            CatalogueRow(.image, .infix(".amazonaws.com/"), .aws, .image),
            CatalogueRow(.image, .infix(".amazonaws.com.cn/"), .aws, .image),
        ]
        + .annotations(
            .aws,
            prefix: "alb.ingress.kubernetes.io/",
            [
                "scheme", "target-type", "subnets", "security-groups", "certificate-arn", "group.", "inbound-cidrs",
                "load-balancer-", "target-group-attributes", "success-codes", "healthcheck-port", "wafv2-acl-arn",
                "waf-acl-id", "shield-", "auth-", "ip-address-type", "tags", "transforms.", "frontend-nlb-",
                "ssl-policy",
                "backend-protocol-version", "multi-cluster-target-group", "mutual-authentication",
                "manage-backend-security-group-rules", "customer-owned-ipv4-pool", "target-node-labels",
                "use-regex-path-match", "listener-attributes", "ipam-ipv4-pool-id", "target-control-port",
                "minimum-load-balancer-capacity", "web-acl", "enable-frontend-nlb",
            ]
        )
}
