import OrderedCollections

extension CustomResourceDefinition: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        if metadata.name.isSet, metadata.name != "\(spec.names.plural).\(spec.group)" {
            field["metadata"]["name"].invalid("must be spec.names.plural, a point and spec.group")
        }
        validateApproval(field["metadata"]["annotations"])
        spec.validate(field["spec"])
        let stored = status?.storedVersions ?? []
        let storage = spec.versions.filter(\.storage).map(\.name)
        if stored.isEmpty ? storage.isEmpty : !stored.contains(where: storage.contains) {
            field["status"]["storedVersions"].invalid("must have the storage version")
        }
    }

    func validate(replacing old: CustomResourceDefinition, _ field: Field) {
        let field = field["spec"]
        field["group"].immutable(spec.group, old.spec.group)
        field["names"]["plural"].immutable(spec.names.plural, old.spec.names.plural)
        let isEstablished = old.status?.conditions.contains { $0.type == "Established" && $0.status == "True" }
        guard isEstablished == true else { return }
        field["scope"].immutable(spec.scope, old.spec.scope)
        field["names"]["kind"].immutable(spec.names.kind, old.spec.names.kind)
    }

    /// Groups of the Kubernetes project itself need its approval.
    private func validateApproval(_ field: Field) {
        guard ["k8s.io", "kubernetes.io"].contains(where: { spec.group == $0 || spec.group.hasSuffix(".\($0)") }) else {
            return
        }
        let field = field.key("api-approved.kubernetes.io")
        guard let approval = metadata.annotations["api-approved.kubernetes.io"], !approval.isEmpty else {
            return field.required("protected groups must have the address of their approval")
        }
        if !approval.hasPrefix("unapproved"), approval.firstRange(of: "://") == nil {
            field.invalid("must be the address of an approval, or begin with 'unapproved'")
        }
    }
}

extension CustomResourceDefinitionSpec {
    fileprivate func validate(_ field: Field) {
        if field["group"].requiredSyntax(group, .dnsSubdomain), !group.contains(".") {
            field["group"].invalid("must be a domain with at least one dot")
        }
        field["scope"].requiredOneOf(scope, ["Cluster", "Namespaced"])
        if preserveUnknownFields == true {
            field["preserveUnknownFields"].invalid(
                "cannot be true",
                remedy: "Set x-kubernetes-preserve-unknown-fields in the schemas of the versions."
            )
        }
        names.validate(field["names"])
        validateVersions(field)
        conversion?.validate(field["conversion"])
    }

    private func validateVersions(_ field: Field) {
        let list = field["versions"]
        list.each(versions) { version, field in
            field["name"].syntax(version.name, .dns1035Label)
            if version.schema?.openAPIV3Schema == nil { field["schema"]["openAPIV3Schema"].required() }
            version.validateDeprecation(field["deprecationWarning"])
        }
        if Set(versions.map(\.name)).count < versions.count { list.invalid("the names of the versions must differ") }
        if versions.count(where: \.storage) != 1 { list.invalid("exactly one version must be the storage version") }

        // What all versions share the server moves to the top, and blames there.
        let hasStatus = versions.contains { $0.subresources?.status != nil }
        let top = versions.first
        if let top, versions.allSatisfy({ $0.schema == top.schema }) {
            top.schema?.openAPIV3Schema?.validateAsRoot(hasStatus: hasStatus, field["validation"]["openAPIV3Schema"])
        } else {
            list.each(versions) { version, field in
                let field = field["schema"]["openAPIV3Schema"]
                version.schema?.openAPIV3Schema?.validateAsRoot(
                    hasStatus: version.subresources?.status != nil,
                    field
                )
            }
        }
        let sharesScale = versions.allSatisfy { $0.subresources == top?.subresources }
        let sharesColumns = versions.allSatisfy { $0.additionalPrinterColumns == top?.additionalPrinterColumns }
        let sharesSelectors = versions.allSatisfy { $0.selectableFields == top?.selectableFields }
        for (index, version) in versions.enumerated() {
            let own = list[index]
            if index == 0 || !sharesScale { version.validateScale(sharesScale ? field : own) }
            if index == 0 || !sharesColumns { version.validateColumns(sharesColumns ? field : own) }
            if index == 0 || !sharesSelectors { version.validateSelectableFields(sharesSelectors ? field : own) }
        }
    }
}

extension CustomResourceDefinitionNames {
    fileprivate func validate(_ field: Field) {
        field["plural"].requiredSyntax(plural, .dns1035Label)
        field["singular"].requiredSyntax(singular.orDefault(kind.lowercased()), .dns1035Label)
        let listKind = listKind.orDefault(kind.isEmpty ? "" : "\(kind)List")
        field["kind"].requiredSyntax(kind.lowercased(), .dns1035Label)
        field["listKind"].requiredSyntax(listKind.lowercased(), .dns1035Label)
        if !kind.isEmpty, kind == listKind { field["listKind"].invalid("must differ from kind") }
        field["shortNames"].each(shortNames) { name, field in field.syntax(name, .dns1035Label) }
        field["categories"].each(categories) { name, field in field.syntax(name, .dns1035Label) }
    }
}

extension CustomResourceConversion {
    /// The server blames the webhook's parts a level higher than they stand.
    fileprivate func validate(_ field: Field) {
        field["strategy"].requiredOneOf(strategy, ["None", "Webhook"])
        let client = field["webhookClientConfig"]
        guard strategy == "Webhook" else {
            if webhook?.clientConfig != nil { client.forbidden("is only for the strategy Webhook") }
            if webhook?.conversionReviewVersions.isEmpty == false {
                field["conversionReviewVersions"].forbidden("is only for the strategy Webhook")
            }
            return
        }
        if let config = webhook?.clientConfig {
            WebhookClient(config).validate(client)
        } else {
            client.required("is required for the strategy Webhook")
        }
        field["conversionReviewVersions"].reviewVersions(webhook?.conversionReviewVersions ?? [])
    }
}
