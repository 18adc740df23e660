public import Diagnostics
public import YAMLTree

/// Reads and writes manifests: YAML or JSON texts with any number of objects.
public struct ManifestStream: Sendable {
    /// The types of the kinds.
    public var registry: KindRegistry
    /// The bounds on a text.
    public var limits: ReadingLimits
    /// Whether objects by versions that are not served any more are read as those that took their place.
    public var upgradesVersions: Bool
    /// Whether fields that a type does not have are problems, as for `kubectl apply --validate=strict`, or are kept.
    public var refusesUnknownFields: Bool

    /// Creates a reader.
    public init(
        registry: KindRegistry = .builtIn,
        limits: ReadingLimits = ReadingLimits(),
        upgradesVersions: Bool = true,
        refusesUnknownFields: Bool = false
    ) {
        self.registry = registry
        self.limits = limits
        self.upgradesVersions = upgradesVersions
        self.refusesUnknownFields = refusesUnknownFields
    }

    /// The objects of a text, with the items of lists in the place of the lists.
    ///
    /// Throws when anything is wrong, with all the problems of all documents.
    public func read(_ text: String, file: SourceFile) throws(InvalidInput) -> Converted<[AnyKubernetesObject]> {
        try read(Array(text.utf8), file: file)
    }

    /// The objects of a text in UTF-8, with the items of lists in the place of the lists.
    ///
    /// Throws when anything is wrong, with all the problems of all documents.
    public func read(_ bytes: [UInt8], file: SourceFile) throws(InvalidInput) -> Converted<[AnyKubernetesObject]> {
        let result = readable(bytes, file: file)
        try result.report.throwIfInvalid()
        return result
    }

    /// The objects that a text has, with findings about the rest.
    ///
    /// A document that is no object, or no YAML, does not hide the others, and an object that does not have the shape
    /// of its kind is there as a tree.
    public func readable(_ bytes: [UInt8], file: SourceFile) -> Converted<[AnyKubernetesObject]> {
        var objects: [AnyKubernetesObject] = []
        var report = ConversionReport()
        let documents = self.documents(bytes, file: file)
        report.append(documents.report)
        for document in documents.value where !document.isNull(.kubernetes) {
            let context = ReadingContext(
                schema: .kubernetes,
                unknownFieldCode: refusesUnknownFields ? .kubernetesUnknownField : nil
            )
            append(document, to: &objects, context, default: nil)
            for finding in context.findings { report.add(finding) }
        }
        return Converted(objects, report: report)
    }

    /// The text of objects, a document each, in block style.
    ///
    /// Objects that were read keep the order of their fields, and their quotes.
    public func write(_ objects: [AnyKubernetesObject]) -> String {
        YAMLWriter(sequenceIndent: false, quotes: .asRead).text(objects.map { $0.makeNode() })
    }

    private func append(
        _ node: Node,
        to objects: inout [AnyKubernetesObject],
        _ context: ReadingContext,
        default kind: GroupVersionKind?
    ) {
        guard let items = node["items"]?.sequence, let list = node["kind"]?.text, list.hasSuffix("List") else {
            let current = upgradesVersions ? upgraded(node, context, default: kind) : node
            if let object = AnyKubernetesObject(reading: current, context, registry: registry, default: kind) {
                objects.append(object)
            }
            return
        }
        guard let listKind = GroupVersionKind(reading: node, context, default: kind) else { return }
        var itemKind: GroupVersionKind?
        if list != "List" {
            itemKind = listKind
            itemKind?.kind = String(list.dropLast("List".count))
        }
        context.within(.key("items")) {
            for (index, item) in items.enumerated() {
                context.within(.index(index)) { append(item, to: &objects, context, default: itemKind) }
            }
        }
    }

    private func upgraded(_ node: Node, _ context: ReadingContext, default kind: GroupVersionKind?) -> Node {
        let kind = GroupVersionKind(
            apiVersion: node["apiVersion"]?.text ?? kind?.apiVersion ?? "",
            kind: node["kind"]?.text ?? kind?.kind ?? ""
        )
        // Those of a registry are there to be read as they are.
        guard registry.type(for: kind) == nil else { return node }
        if let upgrade = VersionUpgrade.upgrade(for: kind) { return upgrade.apply(to: node, context) }
        VersionUpgrade.reportRemoved(kind, node, context)
        return node
    }

    /// The documents of a text; when one of them is no YAML, those of the others.
    private func documents(_ bytes: [UInt8], file: SourceFile) -> Converted<[Node]> {
        // As JSON, escapes of characters beyond 16 bits are pairs, which YAML does not know.
        if bytes.first(where: { $0 > UInt8(ascii: " ") }) == UInt8(ascii: "{"),
            let document = try? JSONReader(limits: limits).document(in: bytes, file: file)
        {
            return Converted([document])
        }
        let reader = YAMLReader(limits: limits)
        let whole: YAMLError
        do {
            return Converted(try reader.documents(in: bytes, file: file))
        } catch {
            whole = error
        }
        guard bytes.count <= limits.bytes else { return Converted([], report: ConversionReport([whole.finding])) }
        var found = Converted<[Node]>([])
        for part in DocumentParts(bytes) {
            do {
                found.value += try reader.documents(in: part.bytes, file: file, precedingLines: part.precedingLines)
            } catch {
                found.report.add(error.finding)
            }
        }
        if found.report.isEmpty { found.report.add(whole.finding) }
        return found
    }
}
