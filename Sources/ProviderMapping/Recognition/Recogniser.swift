public import Diagnostics
public import KubeModel
import YAMLTree

extension FindingCode {
    /// What the objects hold speaks for several providers alike.
    public static let providerAmbiguous: FindingCode = "provider.ambiguous"
    /// Storage of a kind that the objects do not tell.
    public static let storageUnknown: FindingCode = "provider.storage-unknown"
}

/// What objects tell of the provider that they were made for.
public struct Recognition: Sendable, Hashable {
    /// The provider.
    public var provider: RecognisedProvider
    /// The kinds of storage that are asked for, as far as they can be told.
    public var storage: Set<StorageKind>
    /// From where the application is reached; empty if it is not.
    public var access: Set<AccessKind>
    /// What the answer relies on, in the order of the text.
    public var evidence: [Evidence]
    /// What a person has to look at.
    public var findings: [Finding]
}

/// Tells for which provider Kubernetes objects were made, and what they need of it.
///
/// ```swift
/// let objects = try ManifestStream().read(text, file: "shop.yaml").value
/// let recognition = Recogniser().recognise(objects)
/// print(recognition.provider.name, recognition.storage, recognition.access)
/// ```
///
/// Evidence is weighed, never guessed from: names of classes alone count less than drivers, annotations and controllers,
/// and what several providers share is said to be ambiguous.
public struct Recogniser: Sendable {
    /// What is known of providers.
    public var catalogue: Catalogue

    /// Creates a recogniser.
    public init(catalogue: Catalogue = .standard) { self.catalogue = catalogue }

    /// What a set of objects tells, taken together: the objects of a file, or of a rendered chart. O(size of the objects).
    public func recognise(_ objects: [AnyKubernetesObject]) -> Recognition {
        let trees = objects.map { $0.makeNode() }
        let evidence = trees.flatMap { FeatureCollector($0).features }.compactMap(evidence(of:))
        let provider = RecognisedProvider(weighing: evidence)
        let storage = StorageRecognition(trees, catalogue).kinds()
        var findings: [Finding] = []
        if case .ambiguous(let candidates) = provider { findings.append(ambiguity(candidates, evidence)) }
        if storage.hasUnknown, provider != .none {
            findings.append(
                Finding(
                    .storageUnknown,
                    .notice,
                    "the objects do not tell what kind of storage some of their volumes are",
                    remedy: "Give the storage classes and volumes together with the claims."
                )
            )
        }
        return Recognition(
            provider: provider,
            storage: storage.kinds,
            access: AccessRecognition(provider: provider.provider).kinds(trees),
            evidence: evidence,
            findings: findings
        )
    }

    private func evidence(of feature: Feature) -> Evidence? {
        catalogue.row(feature.kind, feature.text).map {
            Evidence(feature: feature, provider: $0.provider, strength: $0.strength)
        }
    }

    private func ambiguity(_ candidates: [CloudProvider], _ evidence: [Evidence]) -> Finding {
        let first = evidence.first { $0.provider == nil } ?? evidence.first
        return Finding(
            .providerAmbiguous,
            .decisionNeeded,
            "the objects may be made for \(candidates.map(\.rawValue).joined(separator: " or "))",
            remedy: "Name the provider, or give the objects together with their classes.",
            location: first?.feature.location,
            path: first?.feature.path
        )
    }
}
