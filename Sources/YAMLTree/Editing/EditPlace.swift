import Diagnostics

/// The place of a change: a part of a collection, or the root.
struct EditPlace {
    let path: NodePath
    let file: SourceFile
    /// The collection that holds the part; nil for the root.
    let parent: SourceLayout?
    /// Where the value of the collection begins that holds the part: behind its own indicator.
    let parentSlot: Int?
    let parentTree: Node
    /// The column of the collection that holds `parent`, or a negative one.
    let parentColumn: Int
    /// The position of the part in its collection; that of the end for a new one.
    let position: Int
    /// The part as it is; nil for a new one.
    let value: SourceLayout?
    /// Whether the collection is in brackets.
    let isInFlow: Bool
    /// Whether the text is JSON, where every string is in quotes.
    let quotesAll: Bool

    init(
        _ path: NodePath,
        in document: Node,
        _ root: SourceLayout,
        _ aliased: Set<String>,
        _ source: SourceText,
        file: SourceFile
    ) throws(YAMLError) {
        var (tree, layout) = (document, root)
        var (parent, parentTree): (SourceLayout?, Node) = (nil, document)
        var (slot, parentSlot): (Int?, Int?) = (nil, nil)
        var (column, parentColumn) = (-1, -1)
        var position = 0
        var value: SourceLayout? = root
        for (depth, element) in path.elements.enumerated() {
            try Self.checkSharing(layout, tree, aliased, path, file)
            parentColumn = column
            column = layout.column
            (parent, parentTree, parentSlot) = (layout, tree, slot)
            value = layout.part(element, of: tree)
            if let value, let next = tree[NodePath([element])] {
                position = Self.position(of: element, in: tree)
                slot = Self.slot(of: position, in: layout, source)
                (layout, tree) = (value, next)
            } else {
                guard depth == path.elements.count - 1 else { break }
                try Self.checkMergeKeys(element, tree, layout, path, file)
                position = tree.mapping?.count ?? tree.sequence?.count ?? 0
            }
        }
        if let value, let anchor = value.anchor, value.shape != .alias, aliased.contains(anchor) {
            throw Self.shared(anchor, path, SourceLocation(file: file, line: value.line, column: value.column + 1))
        }
        self.path = path
        self.file = file
        self.parent = parent
        self.parentSlot = parentSlot
        self.parentTree = parentTree
        self.parentColumn = parentColumn
        self.position = position
        self.value = value
        self.isInFlow = parent?.isFlowCollection ?? false
        self.quotesAll = root.isFlowCollection
    }

    private static func position(of element: NodePath.Element, in tree: Node) -> Int {
        switch element {
        case .key(let key): tree.mapping?.position(of: key) ?? 0
        case .index(let index): index
        }
    }

    private static func slot(of position: Int, in layout: SourceLayout, _ source: SourceText) -> Int? {
        switch layout.shape {
        case .blockMapping, .flowMapping: source.slot(after: layout.entries[position].key)
        case .blockSequence: source.indicators(of: layout)[position] + 1
        default: layout.items[position].start
        }
    }

    // MARK: Refusing

    /// Refuses what is inside of an alias, or of a value that aliases name.
    private static func checkSharing(
        _ layout: SourceLayout,
        _ tree: Node,
        _ aliased: Set<String>,
        _ path: NodePath,
        _ file: SourceFile
    ) throws(YAMLError) {
        guard let anchor = layout.anchor, layout.shape == .alias || aliased.contains(anchor) else { return }
        throw shared(anchor, path, SourceLocation(file: file, line: layout.line, column: layout.column + 1))
    }

    private static func shared(_ anchor: String, _ path: NodePath, _ location: SourceLocation) -> YAMLError {
        YAMLError(
            .yamlEditShared,
            "\(path) cannot be changed alone: the anchor &\(anchor) shares the value with others",
            at: location,
            remedy: "Write the value out where it is to differ, or change the text by hand."
        )
    }

    private static func checkMergeKeys(
        _ element: NodePath.Element,
        _ tree: Node,
        _ layout: SourceLayout,
        _ path: NodePath,
        _ file: SourceFile
    ) throws(YAMLError) {
        guard case .key(let key) = element, let merged = tree.mapping?["<<"],
            let place = layout.part(.key("<<"), of: tree)
        else { return }
        for mapping in merged.sequence ?? [merged] where mapping[key] != nil {
            throw YAMLError(
                .yamlEditShared,
                "\(path) comes from a merge key (<<), and is shared with others",
                at: SourceLocation(file: file, line: place.line, column: place.column + 1),
                remedy: "Write the key out in this mapping, or change the text by hand."
            )
        }
    }

    func refusal(_ reason: String) -> YAMLError {
        let nearest = value ?? parent
        return YAMLError(
            .yamlEditNotation,
            "\(path) \(reason)",
            at: SourceLocation(file: file, line: nearest?.line ?? 1, column: (nearest?.column ?? 0) + 1),
            remedy: "Change the text by hand."
        )
    }

    // MARK: What is wanted

    /// The document after the change.
    func result(of change: YAMLEdit, in document: Node) throws(YAMLError) -> Node {
        var result = document
        let parentPath = NodePath(path.elements.dropLast())
        switch (change, path.elements.last) {
        case (.set(let new), .index(let index)?), (.insert(let new), .index(let index)?):
            guard var items = document[parentPath]?.sequence, index <= items.count else {
                throw refusal("names nothing in the text")
            }
            if case .set = change, index < items.count { items[index] = new } else { items.insert(new, at: index) }
            var collection = document[parentPath] ?? document
            collection.content = .sequence(items)
            result[parentPath] = collection
        case (.set(let new), _): result[path] = new
        case (.remove, _): result[path] = nil
        case (.insert, _): throw refusal("is no place for an item")
        }
        return result
    }
}
