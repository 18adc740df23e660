import YAMLTree

extension VersionUpgrade {
    private static let webhookDefaults: [(String, Node)] = [
        ("failurePolicy", "Ignore"), ("matchPolicy", "Exact"), ("timeoutSeconds", 30),
        ("admissionReviewVersions", ["v1beta1"]),
    ]

    /// Webhooks of `admissionregistration.k8s.io/v1beta1` were ignored when they failed, were asked only about the
    /// versions they named, had 30 seconds, and did not say which reviews they understand nor what else they do.
    @Sendable static func upgradeWebhooks(_ object: inout Node, _ context: ReadingContext) {
        object.changeItems(of: "webhooks") { index, webhook in
            guard webhook.mapping != nil else { return }
            let path = NodePath("webhooks").appending(index)
            context.within(.key("webhooks")) {
                context.within(.index(index)) {
                    for (field, value) in webhookDefaults {
                        writeDefault(value, of: field, in: &webhook, NodePath(), context)
                    }
                }
            }
            guard !["None", "NoneOnDryRun"].contains(webhook["sideEffects"]?.text) else { return }
            reportIncomplete(
                "admissionregistration.k8s.io/v1 asks for webhooks without side effects",
                remedy: "Write sideEffects: None or NoneOnDryRun, if that is so.",
                at: webhook,
                path.appending("sideEffects"),
                context
            )
        }
    }

    /// Requests of `certificates.k8s.io/v1beta1` need not name their signer, nor what the certificate is for.
    @Sendable static func upgradeCertificateRequest(_ object: inout Node, _ context: ReadingContext) {
        writeDefault(["digital signature", "key encipherment"], of: "usages", in: &object, "spec", context)
        guard let spec = object["spec"], isAbsent(spec["signerName"]) else { return }
        reportIncomplete(
            "certificates.k8s.io/v1 asks for the signer, which v1beta1 guessed",
            remedy: "Write signerName, such as kubernetes.io/kube-apiserver-client.",
            at: spec,
            "spec.signerName",
            context
        )
    }
}
