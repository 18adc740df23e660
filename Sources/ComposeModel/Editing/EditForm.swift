import Diagnostics
import YAMLTree

/// Applies changes of the canonical form to a file that may say the same in short forms.
struct EditForm {
    /// How much of a file a change may rewrite.
    enum Detail {
        /// The value alone.
        case values
        /// The value of the key of the service or resource that holds it.
        case keys
    }

    var editor: YAMLEditor
    let old: Node
    let wanted: Node
    /// Whether a `$` of a value is to be doubled.
    let escapes: Bool
    let detail: Detail
    private var done: Set<NodePath> = []

    init(editor: YAMLEditor, old: Node, wanted: Node, escapes: Bool, detail: Detail) {
        self.editor = editor
        self.old = old
        self.wanted = wanted
        self.escapes = escapes
        self.detail = detail
    }

    /// The keys whose mappings a file may write as lists of `KEY=VALUE`.
    private static let pairs: PathTable<Bool> = [
        "services.*.annotations": true,
        "services.*.build.args": true,
        "services.*.build.labels": true,
        "services.*.deploy.labels": true,
        "services.*.environment": true,
        "services.*.labels": true,
        "services.*.sysctls": true,
        "networks.*.labels": true,
        "volumes.*.labels": true,
    ]

    mutating func apply(_ edit: TreeEdit) throws(YAMLError) {
        let path = reach(of: edit.path)
        if path == edit.path {
            try checkVariables(below: path)
            switch edit {
            case .set(let value, _): try editor.set(written(value), at: path)
            case .insert(let item, _): try editor.insert(written(item), at: path)
            case .remove: try editor.remove(at: path)
            }
            return
        }
        guard done.insert(path).inserted || isPair(edit.path, at: path) else { return }
        if isPair(edit.path, at: path) { return try applyPair(edit, at: path) }
        try checkVariables(below: path)
        if let value = wanted[path] {
            try editor.set(written(value), at: path)
        } else {
            try editor.remove(at: path)
        }
    }

    private func written(_ value: Node) -> Node { escapes ? ComposeWriter.escaped(value) : value }

    /// The longest part of a path at which the file has the same form as the canonical tree.
    private func reach(of path: NodePath) -> NodePath {
        if detail == .keys { return NodePath(Array(path.elements.prefix(3))) }
        var reached = NodePath()
        for element in path.elements {
            guard let here = editor.document[reached] else { return path }
            switch (element, here.content) {
            case (.key, .mapping): break
            case (.key, .scalar) where here.isNull(): return path
            // A file may have other items than the canonical list: then the list is written anew.
            case (.index, .sequence(let items))
            where items.count == old[reached]?.sequence?.count || isChanged(reached):
                break
            default: return reached
            }
            reached.elements.append(element)
        }
        return reached
    }

    /// Whether earlier changes have added items to a list, or removed some.
    private func isChanged(_ path: NodePath) -> Bool { old[path]?.sequence?.count != wanted[path]?.sequence?.count }

    // MARK: Lists of pairs

    private func isPair(_ path: NodePath, at list: NodePath) -> Bool {
        guard path.elements.count == list.elements.count + 1, editor.document[list]?.sequence != nil,
            let position = Self.pairs.position(of: list)
        else { return false }
        return Self.pairs.row(position) == true
    }

    private mutating func applyPair(_ edit: TreeEdit, at list: NodePath) throws(YAMLError) {
        guard case .key(let key)? = edit.path.elements.last, let items = editor.document[list]?.sequence else { return }
        let position = items.lastIndex { $0.text == key || $0.text?.hasPrefix(key + "=") == true }
        let place = list.appending(position ?? items.count)
        if position != nil { try checkVariables(below: place) }
        guard case .set(let value, _) = edit else { return try editor.remove(at: place) }
        try editor.set(written(.string(value.isNull() ? key : "\(key)=\(value.text ?? "")")), at: place)
    }

    // MARK: Variables

    /// Refuses to replace a value that variables make.
    private func checkVariables(below path: NodePath) throws(YAMLError) {
        guard escapes, let node = editor.document[path] else { return }
        var place: SourceLocation?
        node.forEachLeaf { _, leaf in
            if place == nil, let text = leaf.text, Self.hasVariable(text) { place = leaf.location ?? node.location }
        }
        guard let place else { return }
        throw YAMLError(
            .composeEdit,
            "\(path) is made of variables, and would lose them",
            at: place,
            remedy: "Change the variable, or the text by hand."
        )
    }

    private static func hasVariable(_ text: String) -> Bool {
        var isEscaped = false
        for byte in text.utf8 {
            if isEscaped {
                isEscaped = false
                if byte != UInt8(ascii: "$") { return true }
            } else {
                isEscaped = byte == UInt8(ascii: "$")
            }
        }
        return false
    }
}
