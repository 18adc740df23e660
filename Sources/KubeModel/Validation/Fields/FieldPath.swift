import Diagnostics
import YAMLTree

/// The way to a field of an object, spelled as the API server spells it: `spec.containers[0].ports[1].containerPort`, and
/// `spec.hard[requests.cpu]` for the entry of a map.
///
/// A path is a chain from the last step to the first, so that a step costs one small allocation, whatever the depth.
final class FieldPath: Sendable {
    enum Step: Sendable {
        /// A field of a structure.
        case name(String)
        /// An item of a list.
        case index(Int)
        /// An entry of a map.
        case key(String)
    }

    private let parent: FieldPath?
    private let step: Step?

    private init(_ parent: FieldPath?, _ step: Step?) {
        self.parent = parent
        self.step = step
    }

    /// The path of the object itself.
    static let root = FieldPath(nil, nil)

    /// The path one step further.
    func appending(_ step: Step) -> FieldPath { FieldPath(self, step) }

    /// The steps from the object.
    var steps: [Step] {
        var steps: [Step] = []
        var path: FieldPath? = self
        while let current = path {
            if let step = current.step { steps.append(step) }
            path = current.parent
        }
        return steps.reversed()
    }
}

extension FieldPath: CustomStringConvertible {
    /// The path as text.
    var description: String { FieldPath.spelling(steps) }

    /// The path of a tree in the server's spelling: keys that are no field names stand in brackets.
    static func spelling(_ path: NodePath) -> String {
        spelling(
            path.elements.map { element in
                switch element {
                case .index(let index): .index(index)
                case .key(let key): NodePath([element]).description == key ? .name(key) : .key(key)
                }
            }
        )
    }

    private static func spelling(_ steps: [Step]) -> String {
        var text = ""
        for step in steps {
            switch step {
            case .name(let name): text += text.isEmpty ? name : ".\(name)"
            case .index(let index): text += "[\(index)]"
            case .key(let key): text += "[\(key)]"
            }
        }
        return text
    }
}

extension Node {
    /// Where the field at `path` stands; where it is absent, the nearest structure around it.
    ///
    /// The server blames some fields where they do not stand: one that is not there is looked for where it does.
    func location(of path: FieldPath) -> SourceLocation? {
        var node = self
        var nearest = location
        for step in path.steps {
            let next: Node? =
                switch step {
                case .index(let index): node[index]
                case .key(let key): node[key]
                case .name(let name): node[name] ?? FieldPath.moved(name).flatMap { node[$0] }
                }
            guard let next else { break }
            node = next
            nearest = next.location ?? nearest
        }
        return nearest
    }
}

extension FieldPath {
    /// Where a field stands that the server blames elsewhere: the labels of a pod template at `template.labels`, what all
    /// versions of a custom resource share at `spec`, its conversion webhook a level too high.
    static func moved(_ name: String) -> NodePath? {
        switch name {
        case "labels", "annotations": NodePath([.key("metadata"), .key(name)])
        case "validation": "versions[0].schema"
        case "subresources", "additionalPrinterColumns", "selectableFields":
            NodePath([.key("versions"), .index(0), .key(name)])
        case "webhookClientConfig": "webhook.clientConfig"
        case "conversionReviewVersions": "webhook.conversionReviewVersions"
        case "JSONPath": "jsonPath"
        default: nil
        }
    }
}
