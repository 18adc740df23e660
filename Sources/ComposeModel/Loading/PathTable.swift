import YAMLTree

/// A table from path patterns such as `services.*.ports[*]` to rows, compiled so that a walk over a document meets the
/// rows on its way: a step costs one look-up whatever the number of rows.
///
/// `*` stands for any key and `[*]` for any position. Where a key and `*` both fit, the key wins.
struct PathTable<Row: Sendable>: Sendable, ExpressibleByDictionaryLiteral {
    private struct Branch: Sendable {
        var keys: [String: Int] = [:]
        var anyKey: Int?
        var anyIndex: Int?
        var row: Row?
        var isLeaf: Bool { keys.isEmpty && anyKey == nil && anyIndex == nil }
    }

    /// A place in the table.
    struct Position: Hashable {
        fileprivate let index: Int
    }

    private var branches = [Branch()]

    init(_ rows: [(String, Row)]) {
        for (pattern, row) in rows { insert(pattern, row) }
    }

    init(dictionaryLiteral elements: (String, Row)...) {
        self.init(elements)
    }

    private mutating func insert(_ pattern: String, _ row: Row) {
        var index = 0
        for part in pattern.split(separator: ".") {
            var name = part
            var positions = 0
            while name.hasSuffix("[*]") {
                name = name.dropLast(3)
                positions += 1
            }
            if !name.isEmpty { index = key(String(name), at: index) }
            for _ in 0..<positions { index = position(at: index) }
        }
        branches[index].row = row
    }

    private mutating func key(_ name: String, at index: Int) -> Int {
        if let next = name == "*" ? branches[index].anyKey : branches[index].keys[name] { return next }
        branches.append(Branch())
        if name == "*" {
            branches[index].anyKey = branches.count - 1
        } else {
            branches[index].keys[name] = branches.count - 1
        }
        return branches.count - 1
    }

    private mutating func position(at index: Int) -> Int {
        if let next = branches[index].anyIndex { return next }
        branches.append(Branch())
        branches[index].anyIndex = branches.count - 1
        return branches.count - 1
    }

    /// Where a walk begins.
    var root: Position { Position(index: 0) }

    /// The place one key further; nil where the table has nothing below.
    func step(_ position: Position, key: String) -> Position? {
        if let next = branches[position.index].keys[key] { return Position(index: next) }
        return branches[position.index].anyKey.map(Position.init(index:))
    }

    /// The place of the items of a sequence; nil where the table has nothing below.
    func items(_ position: Position) -> Position? {
        branches[position.index].anyIndex.map(Position.init(index:))
    }

    /// The row at a place.
    func row(_ position: Position) -> Row? { branches[position.index].row }

    /// Whether the table has nothing below a place.
    func isLeaf(_ position: Position) -> Bool { branches[position.index].isLeaf }

    /// The place of a whole path.
    func position(of path: NodePath) -> Position? {
        var position = root
        for element in path.elements {
            let next: Position? =
                switch element {
                case .key(let key): step(position, key: key)
                case .index: items(position)
                }
            guard let next else { return nil }
            position = next
        }
        return position
    }
}

extension Node {
    /// Changes in place the nodes that `table` has rows for, parents before their children; the rest is not visited.
    mutating func rewrite<Row>(
        by table: PathTable<Row>,
        _ change: (inout Node, Row, NodePath) -> Void
    ) {
        var path = NodePath()
        rewrite(table, table.root, &path, change)
    }

    private mutating func rewrite<Row>(
        _ table: PathTable<Row>,
        _ position: PathTable<Row>.Position,
        _ path: inout NodePath,
        _ change: (inout Node, Row, NodePath) -> Void
    ) {
        if let row = table.row(position) { change(&self, row, path) }
        guard !table.isLeaf(position) else { return }
        switch content {
        case .scalar: break
        case .sequence(var items):
            guard let next = table.items(position) else { return }
            content = .sequence([])
            for index in items.indices {
                path.elements.append(.index(index))
                items[index].rewrite(table, next, &path, change)
                path.elements.removeLast()
            }
            content = .sequence(items)
        case .mapping(var mapping):
            content = .sequence([])
            for index in 0..<mapping.count {
                let name = mapping.entries[index].name
                guard let next = table.step(position, key: name) else { continue }
                path.elements.append(.key(name))
                mapping.modifyValue(at: index) { $0.rewrite(table, next, &path, change) }
                path.elements.removeLast()
            }
            content = .mapping(mapping)
        }
    }
}

extension NodePath {
    /// A path of keys.
    static func keys(_ keys: String...) -> NodePath { NodePath(keys.map(Element.key)) }
}
