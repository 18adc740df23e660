// Reviews are questions to the server, which answers and stores none: they have no names.

extension SubjectAccessReview: ValidatedKind {
    static var isNamespaced: Bool { false }
    static var isNamed: Bool { false }

    func validate(_ field: Field) {
        field["spec"].exclusiveAttributes(spec.resourceAttributes, spec.nonResourceAttributes)
        field["spec"].someone(spec.user, spec.groups)
    }
}

extension LocalSubjectAccessReview: ValidatedKind {
    static var isNamed: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        field.exclusiveAttributes(spec.resourceAttributes, spec.nonResourceAttributes)
        field.someone(spec.user, spec.groups)
        if spec.nonResourceAttributes != nil {
            field["nonResourceAttributes"].invalid("is not for reviews about a namespace")
        }
        let own = metadata.namespace.orDefault(field.options.namespace)
        if let attributes = spec.resourceAttributes, attributes.namespace.orDefault("") != own {
            field["resourceAttributes"]["namespace"].invalid("must be the namespace of the review")
        }
    }
}

extension SelfSubjectAccessReview: ValidatedKind {
    static var isNamespaced: Bool { false }
    static var isNamed: Bool { false }

    func validate(_ field: Field) {
        field["spec"].exclusiveAttributes(spec.resourceAttributes, spec.nonResourceAttributes)
    }
}

extension SelfSubjectRulesReview: ValidatedKind {
    static var isNamespaced: Bool { false }
    static var isNamed: Bool { false }

    func validate(_ field: Field) {}
}

extension SelfSubjectReview: ValidatedKind {
    static var isNamespaced: Bool { false }
    static var isNamed: Bool { false }

    func validate(_ field: Field) {}
}

extension TokenReview: ValidatedKind {
    static var isNamespaced: Bool { false }
    static var isNamed: Bool { false }

    func validate(_ field: Field) {}
}

extension TokenRequest: ValidatedKind {
    static var isNamed: Bool { false }

    func validate(_ field: Field) {
        guard let seconds = spec?.expirationSeconds else { return }
        if seconds < 600 { field["spec"]["expirationSeconds"].invalid("may not be less than 10 minutes") }
        if seconds > 1 << 32 { field["spec"]["expirationSeconds"].invalid("may not be larger than 2^32 seconds") }
    }
}

extension Field {
    /// A question about a resource or about a URL.
    fileprivate func exclusiveAttributes(_ resource: ResourceAttributes?, _ other: NonResourceAttributes?) {
        if resource != nil, other != nil {
            self["nonResourceAttributes"].invalid("resourceAttributes and nonResourceAttributes exclude each other")
        }
        if resource == nil, other == nil {
            self["resourceAttributes"].invalid("one of resourceAttributes and nonResourceAttributes is required")
        }
    }

    /// Whom the question is about.
    fileprivate func someone(_ user: String?, _ groups: [String]) {
        if !user.isSet, groups.isEmpty { self["user"].invalid("at least one of user and groups is required") }
    }
}
