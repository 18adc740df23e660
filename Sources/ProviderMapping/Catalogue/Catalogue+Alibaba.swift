extension Catalogue {
    /// Alibaba Cloud Container Service for Kubernetes.
    static let alibaba: [CatalogueRow] =
        [
            // Storage
            CatalogueRow(.driver, .exact("diskplugin.csi.alibabacloud.com"), .alibaba, storage: .block),
            CatalogueRow(.driver, .exact("nasplugin.csi.alibabacloud.com"), .alibaba, storage: .file),
            CatalogueRow(.driver, .infix("cpfsplugin.csi.alibabacloud.com"), .alibaba, storage: .file),
            CatalogueRow(.driver, .exact("povplugin.csi.alibabacloud.com"), .alibaba, storage: .file),
            CatalogueRow(.driver, .exact("ossplugin.csi.alibabacloud.com"), .alibaba, storage: .object),
            CatalogueRow(.driver, .suffix(".csi.alibabacloud.com"), .alibaba),
            CatalogueRow(.driver, .exact("alicloud/disk"), .alibaba, storage: .block),
            CatalogueRow(.driver, .prefix("alicloud/disk-"), .alibaba, storage: .block),
            CatalogueRow(.driver, .exact("alicloud/nas"), .alibaba, storage: .file),
            CatalogueRow(.driver, .exact("alicloud/cpfs"), .alibaba, storage: .file),
            CatalogueRow(.driver, .exact("alicloud/oss"), .alibaba, storage: .object),
            CatalogueRow(.driver, .prefix("alicloud/"), .alibaba),
            CatalogueRow(.storageClass, .prefix("alicloud-disk-"), .alibaba, .name, storage: .block),
            CatalogueRow(.storageClass, .prefix("alibabacloud-disk-"), .alibaba, .name, storage: .block),
            CatalogueRow(.storageClass, .prefix("alicloud-nas"), .alibaba, .name, storage: .file),
            CatalogueRow(.storageClass, .prefix("alibabacloud-cnfs-"), .alibaba, .name, storage: .file),
            CatalogueRow(.storageClass, .prefix("alicloud-oss"), .alibaba, .name, storage: .object),
            // Network
            CatalogueRow(.loadBalancerClass, .prefix("alibabacloud.com/"), .alibaba),
            CatalogueRow(.annotation, .prefix("service.beta.kubernetes.io/alibaba-cloud-"), .alibaba),
            CatalogueRow(.annotation, .prefix("service.beta.kubernetes.io/alicloud-"), .alibaba),
            CatalogueRow(.annotation, .prefix("k8s.aliyun.com/"), .alibaba),
            CatalogueRow(.annotation, .prefix("k8s.alibabacloud.com/"), .alibaba),
            CatalogueRow(.annotation, .infix("alibabacloud.com/"), .alibaba),
            CatalogueRow(.annotation, .prefix("mse.ingress.kubernetes.io/"), .alibaba),
            CatalogueRow(.annotation, .infix("aliyun.com/"), .alibaba),
            CatalogueRow(.controller, .prefix("ingress.k8s.alibabacloud/"), .alibaba),
            CatalogueRow(.controller, .infix("alibabacloud"), .alibaba),
            CatalogueRow(.ingressClass, .exact("mse"), .alibaba),
            CatalogueRow(.apiGroup, .suffix("alibabacloud.com"), .alibaba),
            CatalogueRow(.apiGroup, .suffix("aliyun.com"), .alibaba),
            CatalogueRow(.apiGroup, .suffix("alicloud.com"), .alibaba),
            // Nodes and images
            CatalogueRow(.label, .prefix("alibabacloud.com/"), .alibaba, .pod),
            CatalogueRow(.label, .prefix("k8s.aliyun.com/"), .alibaba, .pod),
            CatalogueRow(.nodeLabel, .infix("alibabacloud.com/"), .alibaba, .pod),
            CatalogueRow(.nodeLabel, .infix("aliyun.com/"), .alibaba, .pod),
            CatalogueRow(.nodeLabel, .prefix("aliyun.accelerator/"), .alibaba, .pod),
            CatalogueRow(.resource, .prefix("aliyun.com/"), .alibaba, .pod),
            CatalogueRow(.resource, .prefix("aliyun/"), .alibaba, .pod),
            CatalogueRow(.resource, .prefix("alibabacloud.com/"), .alibaba, .pod),
            CatalogueRow(.image, .infix(".aliyuncs.com/"), .alibaba, .image),
        ]
        + .annotations(
            .alibaba,
            prefix: "alb.ingress.kubernetes.io/",
            [
                "address-type", "vswitch-ids", "albconfig.", "healthcheck-enabled", "healthcheck-method",
                "healthcheck-httpcode", "healthcheck-connect-port", "rewrite-target", "canary", "sticky-session",
                "cookie-timeout", "backend-scheduler", "enable-cors", "cors-", "traffic-limit-", "order",
                "rule-direction.", "charge-type", "edition", "auto-gen-",
            ]
        )
}
