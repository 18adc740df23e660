extension Pod: ValidatedKind {
    func validate(_ field: Field) {
        let spec = spec ?? PodSpec()
        spec.validate(annotations: metadata.annotations, field["metadata"]["annotations"])
        spec.validate(of: metadata, field["spec"])
        if spec.nodeName.isSet, !spec.schedulingGates.isEmpty {
            field["spec"]["nodeName"].forbidden("cannot be set until all schedulingGates have been cleared")
        }
    }

    func validate(replacing old: Pod, _ field: Field) {
        let field = field["spec"]
        var new = spec ?? PodSpec()
        let former = old.spec ?? PodSpec()
        guard new.containers.count == former.containers.count else {
            return field["containers"].forbidden("pod updates may not add or remove containers")
        }
        guard new.initContainers.count == former.initContainers.count else {
            return field["initContainers"].forbidden("pod updates may not add or remove containers")
        }
        validateDeadline(new.activeDeadlineSeconds, former.activeDeadlineSeconds, field["activeDeadlineSeconds"])
        let kept = former.tolerations.allSatisfy { old in
            new.tolerations.contains {
                ($0.key, $0.operator, $0.value, $0.effect) == (old.key, old.operator, old.value, old.effect)
            }
        }
        if !kept { field["tolerations"].forbidden("existing tolerations can not be changed") }
        let gates = Set(former.schedulingGates.map(\.name))
        field["schedulingGates"].each(new.schedulingGates) { gate, field in
            if !gates.contains(gate.name) { field["name"].forbidden("only deletion of gates is allowed") }
        }
        // What may change does not count any more.
        for index in new.containers.indices { new.containers[index].image = former.containers[index].image }
        for index in new.initContainers.indices {
            new.initContainers[index].image = former.initContainers[index].image
        }
        new.activeDeadlineSeconds = former.activeDeadlineSeconds
        new.tolerations = former.tolerations
        if new.schedulingGates.isEmpty || gates.isSuperset(of: new.schedulingGates.map(\.name)) {
            new.schedulingGates = former.schedulingGates
        }
        field.kept(
            new,
            former,
            "pod updates may change images, activeDeadlineSeconds, tolerations and schedulingGates only",
            remedy: "Delete the pod and make another."
        )
    }

    private func validateDeadline(_ new: Int?, _ old: Int?, _ field: Field) {
        switch (new, old) {
        case (let new?, let old?) where new > old: field.invalid("must be less than or equal to the previous value")
        case (nil, _?): field.invalid("must not be removed")
        default: break
        }
    }
}

extension PodTemplate: ValidatedKind {
    func validate(_ field: Field) {
        (template ?? PodTemplateSpec()).validate(field["template"])
    }
}

extension PodTemplateSpec {
    /// The server blames labels and annotations at the template, not at its metadata.
    func validate(_ field: Field) {
        let spec = spec ?? PodSpec()
        validateMetadata(field)
        spec.validate(of: nil, field["spec"])
    }

    func validateMetadata(_ field: Field) {
        guard let metadata else { return }
        field["labels"].labels(metadata.labels)
        field["annotations"].annotations(metadata.annotations)
        (spec ?? PodSpec()).validate(annotations: metadata.annotations, field["annotations"])
    }
}
