import GoTemplate

extension SchemaChecker {
    /// The keywords on lists.
    func checkArray(
        _ elements: [Value],
        _ scope: Scope,
        _ unevaluated: inout Unevaluated,
        _ findings: inout [SchemaFinding]
    ) {
        let node = scope.node
        checkCount(elements.count, node.itemCount, "Items", &findings)
        if node.hasUniqueItems, let (first, second) = SchemaEquality.duplicates(elements) {
            findings.append(fault("items at \(SchemaText.number(first)) and \(SchemaText.number(second)) are equal"))
        }
        let first: [SchemaNode]
        if case .each(let nodes)? = node.items { first = nodes } else { first = node.prefixItems }
        for (index, schema) in first.enumerated() where index < elements.count {
            findings += checkInner(elements[index], Self.token(index), schema, scope).map { [$0] } ?? []
        }
        checkRest(elements, min(first.count, elements.count), scope, &findings)
        if let contains = node.contains { checkContains(elements, contains, scope, &unevaluated, &findings) }
    }

    private static func token(_ index: Int) -> ByteString { ByteString(String(index)) }

    /// The elements that have no schema of their own.
    private func checkRest(_ elements: [Value], _ start: Int, _ scope: Scope, _ findings: inout [SchemaFinding]) {
        var schema: SchemaNode?
        if case .all(let node)? = scope.node.items { schema = node }
        switch scope.node.additionalItems {
        case .flag(false) where start < elements.count:
            findings.append(fault("last \(SchemaText.number(elements.count - start)) additionalItem(s) not allowed"))
        case .schema(let node): schema = node
        default: break
        }
        guard let schema else { return }
        for index in start..<elements.count {
            findings += checkInner(elements[index], Self.token(index), schema, scope).map { [$0] } ?? []
        }
    }

    private func checkContains(
        _ elements: [Value],
        _ schema: SchemaNode,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated,
        _ findings: inout [SchemaFinding]
    ) {
        let node = scope.node
        var (failures, matches): ([SchemaFinding], [Int]) = ([], [])
        for (index, element) in elements.enumerated() {
            if let failure = checkInner(element, Self.token(index), schema, scope) {
                failures.append(failure)
            } else {
                matches.append(index)
                if node.draft >= .draft2020 { unevaluated.items.remove(index) }
            }
        }
        let places = matches.map(String.init).joined(separator: " ")
        let matched = "matched \(SchemaText.number(matches.count)) items at \(places)"
        if let minimum = node.containsCount.minimum {
            if matches.count < minimum {
                let lead = "min \(SchemaText.number(minimum)) items required to match contains schema, but "
                findings.append(fault(lead + (matches.isEmpty ? "none matched" : matched), causes: failures))
            }
        } else if matches.isEmpty {
            findings.append(fault("no items match contains schema", causes: failures))
        }
        if let maximum = node.containsCount.maximum, matches.count > maximum {
            let lead = "max \(SchemaText.number(maximum)) items required to match contains schema, but "
            findings.append(fault(lead + matched))
        }
    }
}
