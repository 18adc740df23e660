package import Diagnostics
package import YAMLTree

/// The one place that says for each field of a format what a conversion does with it.
///
/// The table drives the findings of the conversion, its tests and the documentation, so that they cannot disagree. A field without a
/// row is reported as dropped: what nobody thought of is never lost silently.
package struct CoverageTable: Sendable {
    /// What the conversion does with the fields that match a pattern.
    package struct Row: Sendable {
        /// The fields; with a final `**`, everything below is reported once.
        package let pattern: PathPattern
        /// What is done with them.
        package let verdict: Verdict
        /// Whether the row applies to a value; rows are asked in order, the first that applies counts.
        let applies: @Sendable (Node, _ parent: Node?) -> Bool

        init(
            _ pattern: PathPattern,
            _ verdict: Verdict,
            when applies: @escaping @Sendable (Node, _ parent: Node?) -> Bool = { _, _ in true }
        ) {
            self.pattern = pattern
            self.verdict = verdict
            self.applies = applies
        }
    }

    /// The rows in order.
    package let rows: [Row]
    /// The verdict for fields that no row matches.
    let fallback: Verdict
    private let root: Step

    /// A node of the tree of patterns.
    private final class Step: Sendable {
        let keys: [String: Step]
        let anyKey: Step?
        let anyIndex: Step?
        /// The rows whose pattern ends here.
        let rows: [Int]
        /// The rows whose pattern ends here with `**`.
        let rowsBelow: [Int]

        init(_ patterns: [(row: Int, rest: ArraySlice<PathPattern.Element>, below: Bool)]) {
            rows = patterns.filter { $0.rest.isEmpty && !$0.below }.map(\.row)
            rowsBelow = patterns.filter { $0.rest.isEmpty && $0.below }.map(\.row)
            func children(_ element: PathPattern.Element) -> Step? {
                let next = patterns.filter { $0.rest.first == element }
                return next.isEmpty ? nil : Step(next.map { ($0.row, $0.rest.dropFirst(), $0.below) })
            }
            var keys: [String: Step] = [:]
            for case .key(let key)? in patterns.map(\.rest.first) where keys[key] == nil {
                keys[key] = children(.key(key))
            }
            self.keys = keys
            anyKey = children(.anyKey)
            anyIndex = children(.anyIndex)
        }
    }

    init(fallback: Verdict, _ rows: [Row]) {
        self.rows = rows
        self.fallback = fallback
        self.root = Step(
            rows.enumerated().map { ($0.offset, $0.element.pattern.elements[...], $0.element.pattern.matchesBelow) }
        )
    }
}

extension CoverageTable {
    /// The verdict on one field.
    package struct FieldVerdict: Sendable {
        /// The leaf.
        package let path: NodePath
        /// How many steps of the path the row that matched speaks of.
        package let depth: Int
        /// What is done with it.
        package let verdict: Verdict
        /// Where the leaf stands.
        package let location: SourceLocation?
    }

    /// A row with `**` that holds for all that is below, unless a longer pattern matches.
    private struct Inherited {
        let row: Int
        let depth: Int
    }

    /// Calls `visit` with the verdict on each leaf below `node`. O(leaves).
    package func forEachLeaf(of node: Node, below prefix: NodePath = NodePath(), _ visit: (FieldVerdict) -> Void) {
        withoutActuallyEscaping(visit) { visit in
            var walk = Walk(table: self, path: prefix, visit: visit)
            walk.descend(node, parent: nil, steps: [root], inherited: nil)
        }
    }

    private struct Walk {
        let table: CoverageTable
        var path: NodePath
        let visit: (FieldVerdict) -> Void

        mutating func descend(_ node: Node, parent: Node?, steps: [Step], inherited: Inherited?) {
            var inherited = inherited
            for step in steps {
                if let row = step.rowsBelow.first(where: { table.rows[$0].applies(node, parent) }) {
                    inherited = Inherited(row: row, depth: path.elements.count)
                    break
                }
            }
            switch node.content {
            case .mapping(let mapping) where !mapping.isEmpty:
                for entry in mapping.entries {
                    let name = entry.name
                    let next = steps.compactMap { $0.keys[name] } + steps.compactMap(\.anyKey)
                    path.elements.append(.key(name))
                    descend(entry.value, parent: node, steps: next, inherited: inherited)
                    path.elements.removeLast()
                }
            case .sequence(let items) where !items.isEmpty:
                let next = steps.compactMap(\.anyIndex)
                for (index, item) in items.enumerated() {
                    path.elements.append(.index(index))
                    descend(item, parent: node, steps: next, inherited: inherited)
                    path.elements.removeLast()
                }
            default: leaf(node, parent: parent, steps: steps, inherited: inherited)
            }
        }

        private func leaf(_ node: Node, parent: Node?, steps: [Step], inherited: Inherited?) {
            var depth = path.elements.count
            var verdict = table.fallback
            if let row = steps.lazy.flatMap(\.rows).first(where: { table.rows[$0].applies(node, parent) }) {
                verdict = table.rows[row].verdict
            } else if let inherited {
                verdict = table.rows[inherited.row].verdict
                depth = inherited.depth
            }
            visit(FieldVerdict(path: path, depth: depth, verdict: verdict, location: node.location))
        }
    }
}
