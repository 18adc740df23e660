import Diagnostics
import KubeModel
import OrderedCollections
import YAMLTree

/// The remarks that a conversion to Kubernetes leaves on objects.
enum Remarks {
    /// A residue as the text of an annotation.
    static func text(_ residue: Residue) -> String {
        JSONWriter(layout: .compact).text(residue.node)
    }

    /// The residue that an annotation gives; nil when the text is something else.
    static func residue(_ text: String) -> Residue? {
        guard let node = try? JSONReader().document(in: text, file: "annotation") else { return nil }
        return Residue(node)
    }

    /// The part of a Compose project that an object was made from, such as `services.web`.
    static func subject(of object: AnyKubernetesObject) -> NodePath? {
        let section: String
        switch object.groupVersionKind.kind {
        case let kind where ObjectKey.workloadKinds.contains(kind): section = "services"
        case "PersistentVolumeClaim": section = "volumes"
        case "ConfigMap": section = "configs"
        case "Secret": section = "secrets"
        default: return nil
        }
        let metadata = object.metadata
        guard let name = metadata.annotations[Marks.name] ?? metadata.name else { return nil }
        return NodePath([.key(section), .key(name)])
    }

    /// Puts a residue of a Compose project as annotations on the objects that stand for its parts, and what belongs to no object
    /// on the first workload.
    ///
    /// - Parameters:
    ///   - residue: The residue.
    ///   - objects: The objects; a project of which nothing runs gets one to carry the annotation.
    ///   - project: The name of the project.
    static func attach(_ residue: Residue, to objects: inout [AnyKubernetesObject], project: String) {
        guard !residue.isEmpty else { return }
        var positions: [NodePath: Int] = [:]
        var first: Int?
        for (index, object) in objects.enumerated() {
            guard let subject = subject(of: object) else { continue }
            if positions[subject] == nil { positions[subject] = index }
            if first == nil, subject.elements.first == .key("services") { first = index }
        }
        var rest = Residue()
        for (subject, part) in residue.grouped(depth: 2) {
            if let index = positions[subject] {
                objects[index].metadata.annotations[Marks.compose] = text(part)
            } else {
                rest.merge(part, below: subject)
            }
        }
        guard !rest.isEmpty else { return }
        guard let index = first ?? objects.indices.first else {
            objects = [carrier(of: text(rest), name: project)]
            return
        }
        objects[index].metadata.annotations[Marks.composeProject] = text(rest)
    }

    private static func carrier(of text: String, name: String) -> AnyKubernetesObject {
        AnyKubernetesObject(
            ConfigMap(
                metadata: ObjectMeta(
                    name: ObjectNames.label(name),
                    annotations: [Marks.carrier: "true", Marks.composeProject: text]
                )
            )
        )
    }

    /// Takes the annotations off again, and answers what they say.
    static func detach(from objects: inout [AnyKubernetesObject]) -> Residue {
        var residue = Residue()
        for index in objects.indices {
            let annotations = objects[index].metadata.annotations
            if let text = annotations[Marks.compose], let part = Self.residue(text),
                let subject = subject(of: objects[index])
            {
                residue.merge(part, below: subject)
                objects[index].metadata.annotations[Marks.compose] = nil
            }
            if let text = annotations[Marks.composeProject], let part = Self.residue(text) {
                residue.merge(part)
                objects[index].metadata.annotations[Marks.composeProject] = nil
            }
        }
        objects.removeAll { $0.metadata.annotations[Marks.carrier] == "true" }
        return residue
    }
}
