import KubeModel

/// The names under which conversions leave remarks for the way back, and understand hints.
enum Marks {
    /// The annotation with a part's name in the source, where Kubernetes' rules changed it.
    static let name = "transload.dev/name"
    /// The annotation with what Kubernetes cannot say of a Compose service, volume, config or secret: JSON, values by path.
    static let compose = "transload.dev/compose"
    /// The annotation with what Kubernetes cannot say of a Compose project as a whole.
    static let composeProject = "transload.dev/compose-project"
    /// The annotation of a ConfigMap that is there only to carry ``composeProject``, because nothing of the project runs.
    static let carrier = "transload.dev/carrier"
    /// The prefix of labels that say what hints under ``extension`` say.
    static let hint = "transload.dev/"
    /// The label of a Service that is another name of another.
    static let aliasOf = "transload.dev/alias-of"
    /// The prefix of the annotations with the Compose services that containers of a pod were.
    static let service = "service.transload.dev/"
    /// The prefix of the labels that say which networks the instances join.
    static let network = "network.transload.dev/"
    /// The prefix of the labels by which a Service finds the instances of several workloads.
    static let endpoint = "endpoint.transload.dev/"
    /// The recommended label with the name of a part.
    static let nameLabel = WellKnownLabel.appName
    /// The recommended label with the name of the whole.
    static let partOfLabel = WellKnownLabel.appPartOf
    /// The extension of Compose files that holds hints and what Compose cannot say.
    static let `extension` = "x-transload"
}
