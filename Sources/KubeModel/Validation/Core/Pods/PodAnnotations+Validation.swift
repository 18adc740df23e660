import OrderedCollections

extension PodSpec {
    /// Annotations with a meaning for pods.
    func validate(annotations: OrderedDictionary<String, String>, _ field: Field) {
        if annotations["kubernetes.io/config.mirror"] != nil, !nodeName.isSet {
            field.key("kubernetes.io/config.mirror").invalid("the pod must have a nodeName")
        }
        let cost = "controller.kubernetes.io/pod-deletion-cost"
        if let text = annotations[cost], !PodSpec.isCost(text) { field.key(cost).invalid("must be a 32-bit integer") }
        lazy var names = Set((containers + initContainers).map(\.name) + ephemeralContainers.map(\.name))
        for (name, value) in annotations {
            let (domain, rest) = name.split(at: "/")
            switch domain {
            case "seccomp.security.alpha.kubernetes.io" where rest == "pod",
                "container.seccomp.security.alpha.kubernetes.io":
                PodSpec.validateSeccomp(value, field[name])
            case "container.apparmor.security.beta.kubernetes.io":
                if !names.contains(rest) { field.key(name).invalid("there is no container of this name") }
                PodSpec.validateAppArmor(value, field.key(name))
            default: break
            }
        }
    }

    /// Whether the text is an integer without superfluous signs and zeros.
    private static func isCost(_ text: String) -> Bool {
        guard Int32(text) != nil else { return false }
        return text == "0" || text.first == "-" || text.first.map { $0 != "0" && $0 != "+" } == true
    }

    private static func validateSeccomp(_ profile: String, _ field: Field) {
        if ["runtime/default", "docker/default", "unconfined"].contains(profile) { return }
        if profile.hasPrefix("localhost/") {
            field.descending(String(profile.dropFirst("localhost/".count)))
        } else {
            field.invalid("must be a valid seccomp profile")
        }
    }

    private static func validateAppArmor(_ profile: String, _ field: Field) {
        if !["", "runtime/default", "unconfined"].contains(profile), !profile.hasPrefix("localhost/") {
            field.invalid("must be a valid AppArmor profile")
        }
    }
}

extension String {
    /// What stands before the first separator, and after it.
    fileprivate func split(at separator: Character) -> (String, String) {
        guard let index = firstIndex(of: separator) else { return (self, "") }
        return (String(self[..<index]), String(self[self.index(after: index)...]))
    }
}
