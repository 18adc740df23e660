extension Catalogue {
    /// Tencent Kubernetes Engine.
    static let tencent: [CatalogueRow] = [
        // Storage
        CatalogueRow(.driver, .exact("com.tencent.cloud.csi.cbs"), .tencent, storage: .block),
        CatalogueRow(.driver, .exact("com.tencent.cloud.csi.cosfs"), .tencent, storage: .object),
        CatalogueRow(.driver, .prefix("com.tencent.cloud.csi.cfs"), .tencent, storage: .file),
        CatalogueRow(.driver, .prefix("com.tencent.cloud.csi.chdfs"), .tencent, storage: .file),
        CatalogueRow(.driver, .prefix("com.tencent.cloud.csi."), .tencent),
        CatalogueRow(.driver, .exact("cloud.tencent.com/qcloud-cbs"), .tencent, storage: .block),
        CatalogueRow(.volumeType, .exact("qcloudCbs"), .tencent, storage: .block),
        CatalogueRow(.storageClass, .exact("cbs"), .tencent, .name, storage: .block),
        CatalogueRow(.storageClass, .prefix("cbs-"), .tencent, .name, storage: .block),
        // Network
        CatalogueRow(.annotation, .prefix("service.kubernetes.io/qcloud-"), .tencent),
        CatalogueRow(.annotation, .prefix("service.kubernetes.io/tke-"), .tencent),
        CatalogueRow(.annotation, .prefix("service.kubernetes.io/loadbalance-"), .tencent),
        CatalogueRow(.annotation, .prefix("service.kubernetes.io/service.extensiveParameters"), .tencent),
        CatalogueRow(.annotation, .prefix("service.kubernetes.io/service.listenerParameters"), .tencent),
        CatalogueRow(.annotation, .prefix("service.beta.kubernetes.io/tencentcloud-"), .tencent),
        CatalogueRow(.annotation, .prefix("kubernetes.io/service.internet"), .tencent),
        CatalogueRow(.annotation, .infix("cloud.tencent.com/"), .tencent),
        CatalogueRow(.annotation, .infix("tke.cloud.tencent.com/"), .tencent),
        CatalogueRow(.annotation, .exact("kubernetes.io/ingress.existLbId"), .tencent),
        CatalogueRow(.annotation, .exact("kubernetes.io/ingress.subnetId"), .tencent),
        CatalogueRow(.annotation, .prefix("kubernetes.io/ingress.internet"), .tencent),
        CatalogueRow(.annotation, .exact("kubernetes.io/ingress.extensiveParameters"), .tencent),
        CatalogueRow(.annotation, .exact("kubernetes.io/ingress.http-rules"), .tencent),
        CatalogueRow(.annotation, .exact("kubernetes.io/ingress.https-rules"), .tencent),
        CatalogueRow(.annotation, .prefix("kubernetes.io/ingress.qcloud-"), .tencent),
        CatalogueRow(.ingressClass, .exact("qcloud"), .tencent),
        CatalogueRow(.apiGroup, .suffix("cloud.tencent.com"), .tencent),
        CatalogueRow(.apiGroup, .suffix("tke.cloud.tencent.com"), .tencent),
        // Nodes and images
        CatalogueRow(.nodeLabel, .infix("cloud.tencent.com/"), .tencent, .pod),
        CatalogueRow(.resource, .prefix("tke.cloud.tencent.com/"), .tencent, .pod),
        CatalogueRow(.label, .infix("tke.cloud.tencent.com/"), .tencent, .pod),
        CatalogueRow(.image, .infix("ccr.ccs.tencentyun.com/"), .tencent, .image),
        CatalogueRow(.image, .infix(".tencentcloudcr.com/"), .tencent, .image),
    ]
}
