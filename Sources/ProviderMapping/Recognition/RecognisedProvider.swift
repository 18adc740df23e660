/// Whose Kubernetes objects were made for, as far as they tell.
@frozen public enum RecognisedProvider: Sendable, Hashable {
    /// One provider.
    case provider(CloudProvider)
    /// Nothing in the objects is anybody's.
    case none
    /// What there is speaks for several providers alike; a person has to say which.
    case ambiguous([CloudProvider])

    /// The name in reports: a provider's, `none` or `ambiguous`.
    public var name: String {
        switch self {
        case .provider(let provider): provider.rawValue
        case .none: "none"
        case .ambiguous: "ambiguous"
        }
    }

    /// The provider, if there is one.
    public var provider: CloudProvider? {
        guard case .provider(let provider) = self else { return nil }
        return provider
    }
}

extension RecognisedProvider {
    /// Weighs evidence. What only a cloud's own software reads goes before what pods ask for, that before images; and any
    /// cloud goes before software that runs anywhere, which people use in clouds too.
    init(weighing evidence: [Evidence]) {
        for strength in [Evidence.Strength.strong, .name, .pod, .image] {
            let level = evidence.filter { $0.strength == strength && $0.provider != nil && $0.provider != .generic }
            guard !level.isEmpty else { continue }
            self = Self.verdict(level)
            return
        }
        if evidence.contains(where: { $0.provider == nil }) {
            self = .ambiguous([.alibaba, .aws])
        } else if evidence.contains(where: { $0.provider == .generic }) {
            self = .provider(.generic)
        } else {
            self = .none
        }
    }

    /// The provider with the most telling kinds of features; several providers with equal ones are ambiguous.
    private static func verdict(_ evidence: [Evidence]) -> RecognisedProvider {
        let providers = Set(evidence.compactMap(\.provider)).sorted()
        if providers.count == 1 { return .provider(providers[0]) }
        let order: [[Feature.Kind]] = [
            [.driver, .volumeType], [.loadBalancerClass, .controller], [.annotation, .apiGroup, .ingressClass],
        ]
        for kinds in order {
            let found = Set(evidence.filter { kinds.contains($0.feature.kind) }.compactMap(\.provider)).sorted()
            if found.count == 1 { return .provider(found[0]) }
            if found.count > 1 { return .ambiguous(found) }
        }
        return .ambiguous(providers)
    }
}
