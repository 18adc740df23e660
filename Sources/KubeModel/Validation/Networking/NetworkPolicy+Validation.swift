extension NetworkPolicy: ValidatedKind {
    func validate(_ field: Field) { spec?.validate(field["spec"]) }
}

extension NetworkPolicySpec {
    fileprivate func validate(_ field: Field) {
        podSelector?.validate(field["podSelector"])
        field["ingress"].each(ingress) { rule, field in
            field["ports"].each(rule.ports) { $0.validate($1) }
            field["from"].each(rule.from) { $0.validate($1) }
        }
        field["egress"].each(egress) { rule, field in
            field["ports"].each(rule.ports) { $0.validate($1) }
            field["to"].each(rule.to) { $0.validate($1) }
        }
        let directions = ["Ingress", "Egress"]
        guard policyTypes.count <= directions.count else {
            return field["policyTypes"].invalid("may not have more than two types")
        }
        field["policyTypes"].each(policyTypes) { type, field in field.oneOf(type, directions) }
    }
}

extension NetworkPolicyPort {
    fileprivate func validate(_ field: Field) {
        field["protocol"].oneOf(`protocol`, ["TCP", "UDP", "SCTP"])
        if let port { field["port"].port(port) }
        guard let endPort else { return }
        guard case .int(let first) = port else {
            return field["endPort"].invalid("may be specified only together with a number as port")
        }
        if endPort < first { field["endPort"].invalid("must be greater than or equal to port") }
        field["endPort"].port(endPort)
    }
}

extension NetworkPolicyPeer {
    fileprivate func validate(_ field: Field) {
        podSelector?.validate(field["podSelector"])
        namespaceSelector?.validate(field["namespaceSelector"])
        ipBlock?.validate(field["ipBlock"])
        let hasSelector = podSelector != nil || namespaceSelector != nil
        if ipBlock == nil, !hasSelector { field.required("a peer must be specified") }
        if ipBlock != nil, hasSelector { field.forbidden("may not specify both ipBlock and another peer") }
    }
}

extension IPBlock {
    fileprivate func validate(_ field: Field) {
        guard field["cidr"].requiredText(cidr), let block = field["cidr"].cidr(cidr) else { return }
        field["except"].each(except) { text, field in
            guard let hole = field.cidr(text) else { return }
            if !block.contains(hole) || block.prefixLength >= hole.prefixLength {
                field.invalid("must be a strict subset of cidr")
            }
        }
    }
}
