import OrderedCollections
import YAMLTree

/// The hints that `x-transload` gives on a service, config or secret of a Compose file.
struct Hints {
    /// On a service: the Kubernetes kind of its workload, such as `StatefulSet`.
    var kind: String?
    /// On a service of the kind `CronJob`: when it runs, as five fields of cron.
    var schedule: String?
    /// On a service: the service before whose containers it runs to its end.
    var initOf: String?
    /// On a service: the name of its container in the pod.
    var container: String?
    /// On a service: the labels by which its instances are found.
    var selector: OrderedDictionary<String, String> = [:]
    /// On a service: how it is reached from outside by host and path.
    var exposure: Exposure?
    /// On a config or secret: the ConfigMap or Secret of which it is one entry.
    var asset: String?
    /// On a config or secret: the key of the entry.
    var key: String?

    init() {}

    init(_ fields: RetainedFields) {
        guard let mapping = fields.mapping?[Marks.extension]?.mapping else { return }
        kind = mapping["kind"]?.text
        schedule = mapping["schedule"]?.text
        initOf = mapping["init-of"]?.text
        container = mapping["container"]?.text
        for entry in mapping["selector"]?.mapping?.entries ?? [] { selector[entry.name] = entry.value.text }
        exposure = Exposure(mapping)
        asset = mapping["asset"]?.text
        key = mapping["key"]?.text
    }

    /// The hints as the value of the extension; nil when there are none.
    var node: Node? {
        var mapping = Mapping()
        for (name, value) in [
            ("kind", kind), ("schedule", schedule), ("init-of", initOf), ("container", container), ("asset", asset),
            ("key", key),
        ] {
            if let value { mapping[name] = .string(value) }
        }
        if !selector.isEmpty { mapping["selector"] = .mapping(Mapping(selector.map { ($0, .string($1)) })) }
        exposure?.write(to: &mapping)
        return mapping.isEmpty ? nil : .mapping(mapping)
    }

    /// The hints as fields for a value made by a program.
    var fields: RetainedFields {
        node.map { RetainedFields(extensions: [(Marks.extension, $0)]) } ?? .none
    }
}
