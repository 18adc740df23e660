extension CoreEvent: ValidatedKind {
    func validate(_ field: Field) {
        let own = metadata.namespace.orDefault(field.options.namespace)
        if let namespace = involvedObject.namespace, !namespace.isEmpty {
            if namespace != own { field["involvedObject"]["namespace"].invalid("must be the namespace of the event") }
        } else if own != "default", own != "kube-system" {
            field["involvedObject"]["namespace"].invalid("events about the cluster belong into the namespace default")
        }
        guard eventTime != nil else { return }
        field.reporting(reportingComponent, reportingInstance, action: action, reason: reason, "reportingController")
        if let message, message.utf8.count > 1024 { field["message"].invalid("can have at most 1024 bytes") }
    }
}

extension Event: ValidatedKind {
    func validate(_ field: Field) {
        if eventTime.text.isEmpty { field["eventTime"].required() }
        let own = metadata.namespace.orDefault(field.options.namespace)
        if let namespace = regarding?.namespace, !namespace.isEmpty, namespace != own {
            field["regarding"]["namespace"].invalid("must be the namespace of the event")
        }
        field.reporting(
            reportingController,
            reportingInstance,
            action: action,
            reason: reason,
            "reportingController"
        )
        if let note, note.utf8.count > 1024 { field["note"].invalid("can have at most 1024 bytes") }
        if !["Normal", "Warning"].contains(type) { field["type"].invalid("must be Normal or Warning") }
        if let series {
            if series.count < 2 { field["series"]["count"].invalid("must be at least 2") }
            if series.lastObservedTime.text.isEmpty { field["series"]["lastObservedTime"].required() }
        }
    }
}

extension Field {
    /// Who reports what, each at most 128 bytes long.
    fileprivate func reporting(
        _ controller: String?,
        _ instance: String?,
        action: String?,
        reason: String?,
        _ name: String
    ) {
        self[name].requiredSyntax(controller, .qualifiedName)
        for (name, text) in [("reportingInstance", instance), ("action", action), ("reason", reason)] {
            guard self[name].requiredText(text), let text, text.utf8.count > 128 else { continue }
            self[name].invalid("can have at most 128 bytes")
        }
    }
}
