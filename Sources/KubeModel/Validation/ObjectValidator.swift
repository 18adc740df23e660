public import Diagnostics
public import YAMLTree

/// Finds what an API server would reject, without one.
///
/// An object is first read strictly, as a server decodes it: unknown fields, repeated fields, and values of another type
/// are findings. One that can be read is then held against the rules of its kind. Findings name fields as the server does
/// (`spec.template.spec.containers[0].ports[1].containerPort`), and the place in the text where the object was read from.
///
/// ```swift
/// let findings = ObjectValidator().validate(text, file: "deployment.yaml").findings
/// ```
public struct ObjectValidator: Sendable {
    /// What the rules depend on beside the object.
    public struct Options: Sendable, Hashable {
        /// The version of the server.
        public var version: KubernetesVersion
        /// The namespace of objects that name none.
        public var namespace: String

        /// Creates options.
        public init(version: KubernetesVersion = .usual, namespace: String = "default") {
            self.version = version
            self.namespace = namespace
        }
    }

    /// What the rules depend on beside the object.
    public var options: Options
    /// The reader of texts.
    private let stream: ManifestStream

    /// Creates a validator.
    ///
    /// - Parameters:
    ///   - options: What the rules depend on beside the object.
    ///   - limits: The bounds on a text.
    public init(_ options: Options = Options(), limits: ReadingLimits = ReadingLimits()) {
        self.options = options
        self.stream = ManifestStream(limits: limits, refusesUnknownFields: true)
    }

    /// What is wrong with the objects of a text in UTF-8, YAML or JSON.
    ///
    /// O(n) in the size of the text and the number of old objects.
    ///
    /// - Parameters:
    ///   - bytes: The text.
    ///   - file: The file that the text comes from.
    ///   - old: Objects that are to be replaced: each counts for the object of its kind, namespace and name.
    /// - Returns: The findings, in the order of the text.
    public func validate(
        _ bytes: [UInt8],
        file: SourceFile,
        replacing old: [AnyKubernetesObject] = []
    ) -> ConversionReport {
        let old = Dictionary(old.map { (identity(of: $0), $0) }, uniquingKeysWith: { $1 })
        let objects = stream.readable(bytes, file: file)
        var report = ConversionReport(objects.report.findings.map(ObjectValidator.respelled))
        for object in objects.value { report.append(rules(of: object, replacing: old[identity(of: object)])) }
        return report.sorted()
    }

    /// What is wrong with the objects of a text.
    public func validate(_ text: String, file: SourceFile) -> ConversionReport {
        validate(Array(text.utf8), file: file)
    }

    /// What is wrong with an object.
    ///
    /// - Parameters:
    ///   - object: The object.
    ///   - old: The object that it is to replace, if there is one: fields that must not change are compared. One of
    ///     another kind does not count.
    /// - Returns: The findings, in the order of the rules.
    public func validate(_ object: AnyKubernetesObject, replacing old: AnyKubernetesObject? = nil) -> ConversionReport {
        let context = ReadingContext(schema: .kubernetes, unknownFieldCode: .kubernetesUnknownField)
        guard let read = AnyKubernetesObject(reading: object.makeNode(), context) else {
            return ConversionReport(context.findings)
        }
        var report = ConversionReport(context.findings.map(ObjectValidator.respelled))
        report.append(rules(of: read, replacing: old))
        return report
    }

    private func identity(of object: AnyKubernetesObject) -> [String] {
        let (kind, metadata) = (object.groupVersionKind, object.metadata)
        return [kind.group, kind.kind, metadata.namespace.orDefault(options.namespace), metadata.name ?? ""]
    }

    /// What the rules of its kind find in an object that could be read; nothing about others, as a server answers only
    /// that it cannot decode them.
    private func rules(of object: AnyKubernetesObject, replacing old: AnyKubernetesObject?) -> ConversionReport {
        let report = FieldReport(options) { object.makeNode() }
        switch object.content {
        case .typed(let typed as any ValidatedKind): typed.validateAll(replacing: old?.typed, report.object)
        case .typed(let typed):
            typed.metadata.validate(names: .pathSegment, isNamespaced: true, report.object["metadata"])
        case .untyped(let untyped) where KindRegistry.builtIn.type(for: untyped.groupVersionKind) == nil:
            untyped.metadata.validate(names: .dnsSubdomain, isNamespaced: true, report.object["metadata"])
        case .untyped: break
        }
        return ConversionReport(report.findings)
    }

    /// A finding of the reader with its path as the server spells it.
    private static func respelled(_ finding: Finding) -> Finding {
        guard let path = finding.path.flatMap({ NodePath($0) }) else { return finding }
        var finding = finding
        finding.path = FieldPath.spelling(path)
        return finding
    }
}

extension AnyKubernetesObject {
    /// The typed object, if there is one.
    fileprivate var typed: (any KubernetesObject)? {
        if case .typed(let object) = content { object } else { nil }
    }
}
