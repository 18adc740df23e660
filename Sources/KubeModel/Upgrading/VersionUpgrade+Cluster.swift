import YAMLTree

// Kinds that a cluster's own parts write, whose fields have other names or places now.
extension VersionUpgrade {
    /// `discovery.k8s.io/v1beta1` gave the node and the zone of an endpoint in a map of labels.
    @Sendable static func upgradeEndpointSlice(_ object: inout Node, _ context: ReadingContext) {
        object.changeItems(of: "endpoints") { _, endpoint in
            guard var topology = endpoint["topology"], topology.mapping != nil else { return }
            endpoint["topology"] = nil
            for (label, field) in [(WellKnownLabel.hostname, "nodeName"), (WellKnownLabel.zone, "zone")] {
                guard let value = topology[label] else { continue }
                topology[label] = nil
                if isAbsent(endpoint[field]) { endpoint[field] = value }
            }
            if !topology.isNullOrEmpty { endpoint["deprecatedTopology"] = topology }
        }
    }

    /// The shares of a priority level had another name, and none meant the default.
    @Sendable static func upgradePriorityLevel(_ object: inout Node, _ context: ReadingContext) {
        let limited: NodePath = "spec.limited"
        guard var level = object[limited], level.mapping != nil else { return }
        level.move("assuredConcurrencyShares", to: "nominalConcurrencyShares")
        if level["nominalConcurrencyShares"]?.text == "0" { level["nominalConcurrencyShares"] = nil }
        object[limited] = level
    }

    /// The first version of roles named the version, not the group, of a subject, and `*` stood for every user.
    @Sendable static func upgradeSubjects(_ object: inout Node, _ context: ReadingContext) {
        object.changeItems(of: "subjects") { _, subject in
            guard subject.mapping != nil else { return }
            let group = subject["apiVersion"]?.text.map { GroupVersionKind(apiVersion: $0, kind: "").group }
            subject["apiVersion"] = nil
            if let group, !group.isEmpty, isAbsent(subject["apiGroup"]) { subject["apiGroup"] = .string(group) }
            if subject["kind"]?.text == "User", subject["name"]?.text == "*" {
                subject["kind"] = "Group"
                subject["name"] = "system:authenticated"
            }
        }
    }

    /// The groups of a user were called `group`.
    @Sendable static func upgradeAccessReview(_ object: inout Node, _ context: ReadingContext) {
        guard var spec = object["spec"], spec.mapping != nil else { return }
        spec.move("group", to: "groups")
        object["spec"] = spec
    }

    /// The first version of runtime classes had its fields below `spec`.
    @Sendable static func upgradeRuntimeClass(_ object: inout Node, _ context: ReadingContext) {
        guard let spec = object["spec"], spec.mapping != nil else { return }
        object["spec"] = nil
        for (old, new) in [("runtimeHandler", "handler"), ("overhead", "overhead"), ("scheduling", "scheduling")] {
            if let value = spec[old], object[new] == nil { object[new] = value }
        }
    }

    /// `resource.k8s.io/v1beta1` had the fields of a device, and of a request for one, a level higher or lower.
    @Sendable static func upgradeDevices(_ object: inout Node, _ context: ReadingContext) {
        if var spec = object["spec"] {
            spec.changeItems(of: "devices") { _, device in
                guard let basic = device["basic"]?.mapping else { return }
                device["basic"] = nil
                for entry in basic.entries where device[entry.name] == nil { device[entry.name] = entry.value }
            }
            object["spec"] = spec
        }
        for path: NodePath in ["spec.devices", "spec.spec.devices"] {
            guard var devices = object[path], devices.mapping != nil else { continue }
            devices.changeItems(of: "requests") { _, request in
                guard var exact = request.mapping, isAbsent(request["firstAvailable"]), request["exactly"] == nil else {
                    return
                }
                let name = exact["name"]
                exact["name"] = nil
                guard !exact.isEmpty else { return }
                var fields = Mapping()
                fields["name"] = name
                fields["exactly"] = .mapping(exact, location: request.location)
                request = .mapping(fields, location: request.location)
            }
            object[path] = devices
        }
    }
}
