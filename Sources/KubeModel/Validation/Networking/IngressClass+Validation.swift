extension IngressClass: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        if field["controller"].requiredText(spec?.controller), let controller = spec?.controller {
            if controller.utf8.count > 250 { field["controller"].tooLong(250) }
            field["controller"].syntax(controller, .domainPrefixedPath)
        }
        spec?.parameters?.validate(field["parameters"])
    }

    func validate(replacing old: IngressClass, _ field: Field) {
        field["spec"]["controller"].immutable(spec?.controller, old.spec?.controller)
    }
}

extension IngressClassParametersReference {
    fileprivate func validate(_ field: Field) {
        if let apiGroup { field["apiGroup"].syntax(apiGroup, .dnsSubdomain) }
        field["kind"].requiredSyntax(kind, .pathSegment)
        field["name"].requiredSyntax(name, .pathSegment)
        switch scope ?? "Cluster" {
        case "Namespace":
            if let namespace {
                field["namespace"].syntax(namespace, .dnsLabel)
            } else {
                field["namespace"].required("must be specified because the scope is Namespace")
            }
        case "Cluster":
            if namespace != nil { field["namespace"].forbidden("may not be specified because the scope is Cluster") }
        default: field["scope"].notSupported(["Cluster", "Namespace"])
        }
    }
}

extension NameSyntax {
    /// A DNS subdomain, a slash and a path: `acme.io/foo`.
    static let domainPrefixedPath = NameSyntax { text in
        guard let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) else {
            return "must be a path behind a domain, such as acme.io/foo"
        }
        if let problem = dnsSubdomain.problem(String(text[..<slash])) { return "\(problem) before the '/'" }
        let path = text.utf8[text.utf8.index(after: slash)...]
        if path.isEmpty { return "must have a path behind the domain" }
        return path.allSatisfy { ASCII.isAlphanumeric($0) || ASCII.isOne(of: "-_.~!$&'()*+,;=:/%", $0) }
            ? nil : "must have a path that stands in a URL as it is"
    }
}
