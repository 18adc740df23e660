public import Diagnostics
import YAMLTree

extension FindingCode {
    /// A document is not a mapping, so that it cannot be an object.
    public static let kubernetesNotAnObject: FindingCode = "kubernetes.not-an-object"
    /// An object does not say which kind it has.
    public static let kubernetesMissingKind: FindingCode = "kubernetes.missing-kind"
    /// An object has a field that its kind does not have.
    public static let kubernetesUnknownField: FindingCode = "kubernetes.unknown-field"
    /// An object does not say by which version of the API it is written.
    public static let kubernetesMissingVersion: FindingCode = "kubernetes.missing-api-version"
}

extension GroupVersionKind {
    /// Reads the fields `apiVersion` and `kind` of an object; those that are absent come from `fallback`.
    init?(reading node: Node, _ context: ReadingContext, default fallback: GroupVersionKind?) {
        guard case .mapping(let mapping) = node.content else {
            context.problem(
                .kubernetesNotAnObject,
                "expected an object, found \(node.kindDescription(context.schema))",
                at: node.location,
                remedy: "An object is a mapping with apiVersion, kind and metadata."
            )
            return nil
        }
        var reader = MappingReader(mapping, location: node.location, context: context)
        let problems = context.problemCount
        let kind = reader.value("kind", as: String.self).flatMap { $0.isEmpty ? nil : $0 } ?? fallback?.kind
        let version =
            reader.value("apiVersion", as: String.self).flatMap { $0.isEmpty ? nil : $0 } ?? fallback?.apiVersion
        guard let kind, let version else {
            if context.problemCount == problems {
                context.problem(
                    kind == nil ? .kubernetesMissingKind : .kubernetesMissingVersion,
                    kind == nil ? "the object has no kind" : "the object has no apiVersion",
                    at: node.location,
                    remedy: kind == nil ? "Add a kind, such as Deployment." : "Add an apiVersion, such as apps/v1."
                )
            }
            return nil
        }
        self.init(apiVersion: version, kind: kind)
    }
}
