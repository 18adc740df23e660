import KubeModel
import OrchestrationIR
import YAMLTree

// On request a route is an HTTPRoute of the Gateway API, which no Swift type models: one for each list of hosts, all
// attached to one Gateway that somebody else runs.

extension Route {
    /// The objects of the Gateway API that say the route. The first has `metadata`; those that follow have a number in their
    /// names. `port` gives the number of the port that a rule names.
    func httpRoutes(
        gateway: String,
        metadata: ObjectMeta,
        names: KubernetesNames,
        port: (Rule) -> Int?
    ) -> [AnyKubernetesObject] {
        var groups: [(host: String?, rules: [Rule])] = []
        for rule in rules {
            if let last = groups.indices.last, groups[last].host == rule.host {
                groups[last].rules.append(rule)
            } else {
                groups.append((rule.host, [rule]))
            }
        }
        return groups.enumerated().map { number, group in
            var metadata = metadata
            if number > 0 { metadata.name = ObjectNames.subdomain("\(metadata.name ?? "")-\(number + 1)") }
            let kind = GroupVersionKind(group: "gateway.networking.k8s.io", version: "v1", kind: "HTTPRoute")
            var object = UntypedObject(kind, metadata: metadata)
            var spec = Mapping()
            spec["parentRefs"] = .sequence([["name": .string(gateway)]])
            if let host = group.host { spec["hostnames"] = .sequence([.string(host)]) }
            spec["rules"] = .sequence(
                group.rules.map { rule in
                    let type = rule.match == .exact ? "Exact" : "PathPrefix"
                    var backend = Mapping()
                    backend["name"] = .string(names.endpoint(rule.endpoint))
                    if let number = port(rule) { backend["port"] = .integer(number) }
                    return [
                        "matches": .sequence([["path": ["type": .string(type), "value": .string(rule.path)]]]),
                        "backendRefs": .sequence([.mapping(backend)]),
                    ]
                }
            )
            object.tree["spec"] = .mapping(spec)
            return AnyKubernetesObject(object)
        }
    }
}
