extension PodSpec {
    func validateNetwork(_ field: Field) {
        let policy = dnsPolicy.orDefault("ClusterFirst")
        field["dnsPolicy"].oneOf(policy, ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"])
        if let hostname, !hostname.isEmpty { field["hostname"].syntax(hostname, .dnsLabel) }
        if let subdomain, !subdomain.isEmpty { field["subdomain"].syntax(subdomain, .dnsLabel) }
        field["hostAliases"].each(hostAliases) { alias, field in
            field["ip"].address(alias.ip)
            field["hostnames"].each(alias.hostnames) { $1.syntax($0, .dnsSubdomain) }
        }
        if policy == "None" {
            guard let dnsConfig else { return field["dnsConfig"].required("is needed when dnsPolicy is None") }
            if dnsConfig.nameservers.isEmpty {
                return field["dnsConfig"]["nameservers"].required("is needed when dnsPolicy is None")
            }
        }
        dnsConfig?.validate(field["dnsConfig"])
    }
}

extension PodDNSConfig {
    fileprivate func validate(_ field: Field) {
        if nameservers.count > 3 { field["nameservers"].invalid("must not have more than 3 name servers") }
        field["nameservers"].each(nameservers) { $1.address($0) }
        if searches.count > 32 { field["searches"].invalid("must not have more than 32 search paths") }
        if searches.joined(separator: " ").utf8.count > 2048 {
            field["searches"].invalid("must not have more than 2048 bytes, spaces between the paths included")
        }
        field["searches"].each(searches) { $1.syntax($0, .searchDomain(field.options.version)) }
        field["options"].each(options) { if !$0.name.isSet { $1.required("must not be empty") } }
    }
}
