import GoTemplate

extension SchemaChecker {
    /// `not`, `allOf`, `anyOf`, `oneOf` and `if`.
    func checkAlternatives(
        _ value: Value,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated,
        _ findings: inout [SchemaFinding]
    ) {
        let node = scope.node
        if let not = node.not, checkSame(value, not, scope, &unevaluated) == nil {
            findings.append(fault("not failed"))
        }
        let failures = node.allOf.compactMap { checkSame(value, $0, scope, &unevaluated) }
        if !failures.isEmpty { findings.append(fault("allOf failed", causes: failures)) }
        checkAnyOf(value, scope, &unevaluated, &findings)
        checkOneOf(value, scope, &unevaluated, &findings)
        if let (condition, then, other) = node.condition {
            let isMet = checkSame(value, condition, scope, &unevaluated) == nil
            if let branch = isMet ? then : other {
                findings += checkSame(value, branch, scope, &unevaluated).map { [$0] } ?? []
            }
        }
    }

    private func checkAnyOf(
        _ value: Value,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated,
        _ findings: inout [SchemaFinding]
    ) {
        if scope.node.anyOf.isEmpty { return }
        var failures: [SchemaFinding] = []
        var isMatched = false
        for schema in scope.node.anyOf {
            if let failure = checkSame(value, schema, scope, &unevaluated) {
                failures.append(failure)
            } else {
                isMatched = true
                // What the other alternatives evaluate may still count.
                if unevaluated.isEmpty { break }
            }
        }
        if !isMatched { findings.append(fault("anyOf failed", causes: failures)) }
    }

    private func checkOneOf(
        _ value: Value,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated,
        _ findings: inout [SchemaFinding]
    ) {
        if scope.node.oneOf.isEmpty { return }
        var failures: [SchemaFinding] = []
        var matched: Int?
        for (index, schema) in scope.node.oneOf.enumerated() {
            if let failure = checkSame(value, schema, scope, &unevaluated) {
                if matched == nil { failures.append(failure) }
            } else if let matched {
                findings.append(fault("oneOf failed, subschemas \(matched), \(index) matched"))
                break
            } else {
                matched = index
            }
        }
        if matched == nil { findings.append(fault("oneOf failed, none matched", causes: failures)) }
    }

    /// `$recursiveRef` and `$dynamicRef`, which mean the outermost schema that offers itself.
    func checkDynamicReferences(
        _ value: Value,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated,
        _ findings: inout [SchemaFinding]
    ) {
        if var target = scope.node.recursiveReference {
            if target.isRecursiveAnchor {
                target = outermost(scope) { $0.resource?.isRecursiveAnchor == true ? $0 : nil } ?? target
            }
            findings += checkReferred(value, target, scope, &unevaluated).map { [$0] } ?? []
        }
        if let (node, anchor) = scope.node.dynamicReference {
            var target = node
            if !anchor.isEmpty, node.dynamicAnchor == anchor {
                target = outermost(scope) { $0.resource?.dynamicAnchors[anchor] } ?? target
            }
            findings += checkReferred(value, target, scope, &unevaluated).map { [$0] } ?? []
        }
    }

    private func outermost(_ scope: Scope, _ target: (SchemaNode) -> SchemaNode?) -> SchemaNode? {
        var found: SchemaNode?
        var current: Scope? = scope
        while let scope = current {
            found = target(scope.node) ?? found
            current = scope.parent
        }
        return found
    }

    /// `unevaluatedProperties` and `unevaluatedItems`.
    func checkUnevaluated(
        _ value: Value,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated,
        _ findings: inout [SchemaFinding]
    ) {
        if case .map(let map) = value, let schema = scope.node.unevaluatedProperties {
            for name in unevaluated.properties.sorted() {
                guard let value = map[name] else { continue }
                findings += checkInner(value, name, schema, scope).map { [$0] } ?? []
            }
            unevaluated.properties = []
        }
        if case .list(let list) = value, let schema = scope.node.unevaluatedItems {
            for index in unevaluated.items.sorted() {
                let token = ByteString(String(index))
                findings += checkInner(list.elements[index], token, schema, scope).map { [$0] } ?? []
            }
            unevaluated.items = []
        }
    }
}
