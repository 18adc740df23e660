/// How a server reaches a webhook: admission, conversion and authentication have the same rules.
struct WebhookClient {
    let url: String?
    let caBundle: String?
    let service: Service?

    struct Service {
        let name: String
        let namespace: String
        let path: String?
        let port: Int?
    }

    init(_ client: WebhookClientConfig) {
        self.url = client.url
        self.caBundle = client.caBundle
        self.service = client.service.map {
            Service(name: $0.name, namespace: $0.namespace, path: $0.path, port: $0.port)
        }
    }

    init(_ client: CustomResourceWebhookClientConfig) {
        self.url = client.url
        self.caBundle = client.caBundle
        self.service = client.service.map {
            Service(name: $0.name, namespace: $0.namespace, path: $0.path, port: $0.port)
        }
    }

    func validate(_ field: Field) {
        if let caBundle { field["caBundle"].base64(caBundle) }
        switch (url, service) {
        case (let url?, nil): validate(url: url, field["url"])
        case (nil, let service?): service.validate(field["service"])
        default: field.required("exactly one of url and service is required")
        }
    }

    private func validate(url: String, _ field: Field) {
        let form = "the form is https://host[:port][/path]"
        guard let scheme = url.firstRange(of: "://"), !url.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }) else {
            return field.invalid(url.isEmpty ? "the scheme must be https" : "must be a URL: \(form)")
        }
        if url[..<scheme.lowerBound].lowercased() != "https" { field.invalid("the scheme must be https: \(form)") }
        let rest = url[scheme.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        if host.isEmpty || host.hasPrefix(":") { field.invalid("a host must be specified: \(form)") }
        if authority.contains("@") { field.invalid("must not hold a user: \(form)") }
        let parts = rest.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count > 1, !parts[1].isEmpty { field.invalid("must have no fragment: \(form)") }
        if let query = parts.first?.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).dropFirst()
            .first,
            !query.isEmpty
        {
            field.invalid("must have no query: \(form)")
        }
    }
}

extension WebhookClient.Service {
    fileprivate func validate(_ field: Field) {
        field["name"].requiredText(name)
        field["namespace"].requiredText(namespace)
        field["port"].range(port ?? 443, 1...65535)
        guard let path, !path.isEmpty, path != "/" else { return }
        let field = field["path"]
        if path == "//" { return field.invalid("segment 0 must not be empty") }
        if !path.hasPrefix("/") { field.invalid("must begin with '/'") }
        var checked = path.dropFirst()
        if checked.hasSuffix("/") { checked = checked.dropLast() }
        for (index, segment) in checked.split(separator: "/", omittingEmptySubsequences: false).enumerated() {
            if segment.isEmpty {
                field.invalid("segment \(index) must not be empty")
            } else {
                field.syntax(String(segment), .dnsSubdomain, "segment \(index)")
            }
        }
    }
}
