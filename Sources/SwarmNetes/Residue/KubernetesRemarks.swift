import Diagnostics
import KubeModel
import OrderedCollections
import YAMLTree

/// What Compose cannot say of Kubernetes objects, as `x-transload` holds it.
struct KubernetesRemarks {
    /// Changes to the objects that the way back makes, by their keys.
    var changes: OrderedDictionary<String, Residue> = [:]
    /// Objects that the way back does not make.
    var objects: [Node] = []
    /// The keys of objects that the way back makes and the input does not have.
    var without: [String] = []
    /// For objects of the input, the keys of those that the way back makes in their place.
    private(set) var counterparts: [ObjectKey: String] = [:]
    /// The Secrets of which values are not noted.
    private(set) var withheld: [AnyKubernetesObject] = []

    var isEmpty: Bool { changes.isEmpty && objects.isEmpty && without.isEmpty }

    init() {}

    /// What turns `regenerated` into `original`.
    init(from regenerated: [AnyKubernetesObject], to original: [AnyKubernetesObject]) {
        let made = Dictionary(
            regenerated.map { (Self.matchingKey($0), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        var matched: Set<String> = []
        for object in original {
            let keys = Self.matchingKeys(object)
            guard let key = keys.first(where: { made[$0] != nil && !matched.contains($0) }),
                let counterpart = made[key]
            else {
                objects.append(note(object))
                continue
            }
            matched.insert(key)
            counterparts[ObjectKey(object)] = key
            var residue = Residue(from: counterpart.makeNode(), to: object.makeNode(), .emptyIsAbsent)
            if object.groupVersionKind.kind == "Secret" {
                let isComplete = residue.changes.allSatisfy { $0.change == .remove || !Self.isSecret($0.path) }
                if !isComplete { withheld.append(object) }
                residue = residue.filter { !Self.isSecret($0) }
            }
            if !residue.isEmpty { changes[key] = residue }
        }
        without = regenerated.map(Self.matchingKey).filter { !matched.contains($0) }
    }

    /// The object as it is noted: a Secret without its values.
    private mutating func note(_ object: AnyKubernetesObject) -> Node {
        var node = object.makeNode()
        guard object.groupVersionKind.kind == "Secret" else { return node }
        for field in ["data", "stringData"] {
            guard let values = node[field], !values.isNullOrEmpty else { continue }
            node[NodePath([.key(field)])] = nil
            if withheld.last.map(ObjectKey.init) != ObjectKey(object) { withheld.append(object) }
        }
        return node
    }

    /// Whether a path of a Secret leads to its values.
    private static func isSecret(_ path: NodePath) -> Bool {
        path.elements.first == .key("data") || path.elements.first == .key("stringData")
    }

    /// Kind and name: the objects that a conversion makes have no namespace.
    private static func matchingKey(_ object: AnyKubernetesObject) -> String {
        "\(object.groupVersionKind.kind)/\(object.metadata.name ?? "")"
    }

    /// Kind and name, or the name with the namespace, as readers call what is in several namespaces.
    private static func matchingKeys(_ object: AnyKubernetesObject) -> [String] {
        let key = matchingKey(object)
        return object.metadata.namespace.map { [key, "\(key)-\($0)"] } ?? [key]
    }

    /// The objects with the changes, and a finding for each remark from which no object follows.
    func applied(to objects: [AnyKubernetesObject]) -> Converted<[AnyKubernetesObject]> {
        let removed = Set(without)
        var report = ConversionReport()
        func read(_ node: Node, _ what: String) -> AnyKubernetesObject? {
            let context = ReadingContext(schema: .kubernetes)
            if let object = AnyKubernetesObject(reading: node, context), context.findings.isEmpty { return object }
            report.add(
                Finding(
                    .remarkIgnored,
                    .dropped,
                    "\(what) is no object of Kubernetes, and is left out",
                    remedy: "Remove it, or leave it as the conversion wrote it.",
                    location: node.location,
                    path: Marks.extension
                )
            )
            return nil
        }
        var result: [AnyKubernetesObject] = []
        for object in objects {
            let key = Self.matchingKey(object)
            if removed.contains(key) { continue }
            let changed = changes[key].flatMap { read($0.applied(to: object.makeNode()), "what is noted on \(key)") }
            result.append(changed ?? object)
        }
        for node in self.objects {
            if let object = read(node, "one of the noted objects") { result.append(object) }
        }
        return Converted(result, report: report)
    }
}

// MARK: - In a Compose project

extension KubernetesRemarks {
    private static let key = "kubernetes"

    /// Takes the remarks off a canonical project, leaving the hints.
    init(detachingFrom tree: inout Node) {
        let root = NodePath([.key(Marks.extension)])
        if let extensions = tree[root] {
            read(extensions[Self.key])
            objects = extensions["objects"]?.sequence ?? []
            without = extensions["without"]?.sequence?.compactMap(\.text) ?? []
            for name in [Self.key, "objects", "without"] { tree[root.appending(name)] = nil }
            if tree[root]?.mapping?.isEmpty ?? false { tree[root] = nil }
        }
        for name in tree["services"]?.mapping?.names ?? [] {
            let path = NodePath([.key("services"), .key(name), .key(Marks.extension)])
            guard let extensions = tree[path] else { continue }
            read(extensions[Self.key])
            tree[path.appending(Self.key)] = nil
            if tree[path]?.mapping?.isEmpty ?? false { tree[path] = nil }
        }
    }

    private mutating func read(_ node: Node?) {
        for entry in node?.mapping?.entries ?? [] {
            if let residue = Residue(entry.value) { changes[entry.name] = residue }
        }
    }

    /// Puts the remarks into a canonical project: on the service that an object belongs to, else at the top.
    ///
    /// - Parameters:
    ///   - tree: The project.
    ///   - services: The service by the key of each of its objects.
    func attach(to tree: inout Node, services: [String: String]) {
        for (key, residue) in changes {
            let base: NodePath =
                if let service = services[key], tree[NodePath([.key("services"), .key(service)])] != nil {
                    NodePath([.key("services"), .key(service), .key(Marks.extension), .key(Self.key)])
                } else {
                    NodePath([.key(Marks.extension), .key(Self.key)])
                }
            tree[base.appending(key)] = residue.node
        }
        let root = NodePath([.key(Marks.extension)])
        if !objects.isEmpty { tree[root.appending("objects")] = .sequence(objects) }
        if !without.isEmpty { tree[root.appending("without")] = .sequence(without.map { .string($0) }) }
    }
}
