import OrderedCollections

extension ResourceRequirements {
    /// - Parameters:
    ///   - podClaims: The names of the resource claims of the pod.
    ///   - field: The requirements.
    func validate(claims podClaims: Set<String>, _ field: Field) {
        validate(limits, field["limits"])
        validate(requests, field["requests"])
        for (name, amount) in requests {
            let allowsOvercommit = ResourceName(name).allowsOvercommit
            if let limit = limits[name] {
                if !allowsOvercommit, amount != limit {
                    field["requests"].invalid("must be equal to the limit of \(name)")
                } else if amount > limit {
                    field["requests"].invalid("must be less than or equal to the limit of \(name)")
                }
            } else if !allowsOvercommit {
                field["limits"].required("a limit must be set for \(name), which cannot be overcommitted")
            }
        }
        let names = limits.keys.elements + requests.keys.elements
        if names.contains(where: { ResourceName($0).isHugePages }), !names.contains("cpu"), !names.contains("memory") {
            field.forbidden("huge pages require cpu or memory")
        }
        validateClaims(podClaims, field["claims"])
    }

    private func validate(_ amounts: OrderedDictionary<String, Quantity>, _ field: Field) {
        for (text, amount) in amounts {
            let name = ResourceName(text)
            let field = field.key(text)
            name.validateOfContainer(field)
            name.validate(amount, field)
            if !name.isWholePages(amount) { field.invalid("must be a multiple of the size of the pages") }
        }
    }

    private func validateClaims(_ podClaims: Set<String>, _ field: Field) {
        /// The requests of each claim; the empty one stands for all.
        var seen: [String: Set<String>] = [:]
        field.each(claims) { claim, field in
            guard field.requiredText(claim.name) else { return }
            let request = claim.request ?? ""
            if !request.isEmpty { field["request"].syntax(request, .dnsLabel) }
            let former = seen[claim.name, default: []]
            if former.contains("") || former.contains(request) || request.isEmpty && !former.isEmpty {
                field.duplicate()
            }
            seen[claim.name, default: []].insert(request)
            if !podClaims.contains(claim.name) {
                field.notFound("claim in the pod's resourceClaims", remedy: "Name one of the pod's resourceClaims.")
            }
        }
    }
}
