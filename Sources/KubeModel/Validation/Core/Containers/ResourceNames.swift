/// Names of resources: processors, memory, and what devices and quotas add.
struct ResourceName {
    let text: String

    init(_ text: String) { self.text = text }

    private static let quotas: Set<String> = [
        "cpu", "memory", "ephemeral-storage", "requests.cpu", "requests.memory", "requests.storage",
        "requests.ephemeral-storage", "limits.cpu", "limits.memory", "limits.ephemeral-storage", "pods",
        "resourcequotas",
        "services", "replicationcontrollers", "secrets", "configmaps", "persistentvolumeclaims", "services.nodeports",
        "services.loadbalancers",
    ]
    private static let counts: Set<String> = [
        "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps",
        "persistentvolumeclaims", "services.nodeports", "services.loadbalancers",
    ]

    private var isQualified: Bool { text.utf8.contains(UInt8(ascii: "/")) }

    var isHugePages: Bool { text.hasPrefix("hugepages-") }

    /// Whether a container may ask for the resource without a domain in its name.
    private var isOfContainers: Bool { ["cpu", "memory", "ephemeral-storage"].contains(text) || isHugePages }

    /// Whether a quota may bound the resource.
    var isOfQuotas: Bool {
        Self.quotas.contains(text) || isHugePages || text.hasPrefix("requests.hugepages-")
    }

    private var isStandard: Bool { isOfQuotas || text == "storage" }

    /// Whether Kubernetes itself defines the resource.
    private var isNative: Bool { !isQualified || text.contains("kubernetes.io/") }

    /// Whether a device plugin may define the resource.
    private var isExtended: Bool {
        !isNative && !text.hasPrefix("requests.") && NameSyntax.qualifiedName.accepts("requests." + text)
    }

    /// Whether amounts are whole numbers.
    var isCounted: Bool { Self.counts.contains(text) || isExtended }

    /// Whether more can be promised than there is: requests below limits.
    var allowsOvercommit: Bool { isNative && !isHugePages }

    /// Whether a whole number of pages makes up the amount.
    func isWholePages(_ amount: Quantity) -> Bool {
        guard isHugePages, let page = Quantity(String(text.dropFirst("hugepages-".count))), page.units > 0 else {
            return true
        }
        return amount.units % page.units == 0
    }

    // MARK: Rules

    func validate(_ field: Field) {
        guard field.syntax(text, .qualifiedName, "the name of the resource") else { return }
        if !isQualified, !isStandard { field.invalid("must be a standard resource, or qualified by a domain") }
    }

    func validateOfContainer(_ field: Field) {
        let count = field.report.count
        validate(field)
        guard field.report.count == count else { return }
        if !isQualified {
            if !isOfContainers { field.invalid("must be a standard resource for containers") }
        } else if !isNative, !isExtended {
            field.invalid("must be the name of an extended resource")
        }
    }

    func validateOfQuota(_ field: Field) {
        let count = field.report.count
        validate(field)
        guard field.report.count == count else { return }
        if !isQualified, !isOfQuotas { field.invalid("must be a standard resource for quota") }
    }

    /// The amount of the resource.
    func validate(_ amount: Quantity, _ field: Field) {
        field.nonNegative(amount)
        if isCounted, !amount.isWhole { field.invalid("must be an integer") }
    }
}
