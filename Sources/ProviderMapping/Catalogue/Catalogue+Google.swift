extension Catalogue {
    /// Google Kubernetes Engine.
    static let google: [CatalogueRow] = [
        // Storage
        CatalogueRow(.driver, .exact("pd.csi.storage.gke.io"), .gcp, storage: .block),
        CatalogueRow(.driver, .exact("kubernetes.io/gce-pd"), .gcp, storage: .block),
        CatalogueRow(.driver, .exact("filestore.csi.storage.gke.io"), .gcp, storage: .file),
        CatalogueRow(.driver, .exact("lustre.csi.storage.gke.io"), .gcp, storage: .file),
        CatalogueRow(.driver, .exact("parallelstore.csi.storage.gke.io"), .gcp, storage: .file),
        CatalogueRow(.driver, .exact("gcsfuse.csi.storage.gke.io"), .gcp, storage: .object),
        CatalogueRow(.driver, .suffix(".csi.storage.gke.io"), .gcp),
        CatalogueRow(.volumeType, .exact("gcePersistentDisk"), .gcp, storage: .block),
        CatalogueRow(.storageClass, .exact("standard-rwo"), .gcp, .name, storage: .block),
        CatalogueRow(.storageClass, .exact("premium-rwo"), .gcp, .name, storage: .block),
        CatalogueRow(.storageClass, .suffix("-rwx"), .gcp, .name, storage: .file),
        CatalogueRow(.annotation, .prefix("gke-gcsfuse/"), .gcp),
        // Network
        CatalogueRow(.loadBalancerClass, .prefix("networking.gke.io/"), .gcp),
        CatalogueRow(.annotation, .infix("networking.gke.io/"), .gcp),
        CatalogueRow(.annotation, .infix("cloud.google.com/"), .gcp),
        CatalogueRow(.annotation, .infix(".gcp.kubernetes.io/"), .gcp),
        CatalogueRow(.annotation, .infix(".gke.io/"), .gcp),
        CatalogueRow(.annotation, .exact("kubernetes.io/ingress.global-static-ip-name"), .gcp),
        CatalogueRow(.annotation, .exact("kubernetes.io/ingress.regional-static-ip-name"), .gcp),
        CatalogueRow(.annotation, .exact("kubernetes.io/ingress.allow-http"), .gcp),
        CatalogueRow(.ingressClass, .exact("gce"), .gcp),
        CatalogueRow(.ingressClass, .prefix("gce-"), .gcp),
        CatalogueRow(.gatewayClass, .prefix("gke-"), .gcp),
        CatalogueRow(.controller, .prefix("networking.gke.io/"), .gcp),
        CatalogueRow(.apiGroup, .suffix("gke.io"), .gcp),
        CatalogueRow(.apiGroup, .suffix("cloud.google.com"), .gcp),
        // Nodes and images
        CatalogueRow(.label, .infix("cloud.google.com/"), .gcp, .pod),
        CatalogueRow(.nodeLabel, .prefix("cloud.google.com/"), .gcp, .pod),
        CatalogueRow(.nodeLabel, .infix(".gke.io/"), .gcp, .pod),
        CatalogueRow(.resource, .prefix("cloud.google.com/"), .gcp, .pod),
        CatalogueRow(.resource, .prefix("google.com/"), .gcp, .pod),
        CatalogueRow(.image, .infix("-docker.pkg.dev/"), .gcp, .image),
    ]
}
