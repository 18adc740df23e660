import GoTemplate

/// Checks values against schemas, in the order and with the findings of the library that Helm uses.
///
/// Maps are gone through in the order of their keys, which Helm's library leaves to chance.
final class SchemaChecker {
    /// The schemas on the way to one, which is how cycles and dynamic anchors are found.
    final class Scope {
        let node: SchemaNode
        /// How deep the value lies.
        let level: Int
        let parent: Scope?

        init(_ node: SchemaNode, level: Int, parent: Scope?) {
            (self.node, self.level, self.parent) = (node, level, parent)
        }

        var isCycle: Bool {
            var scope = parent
            while let current = scope, current.level == level {
                if current.node === node { return true }
                scope = current.parent
            }
            return false
        }
    }

    /// What no keyword has looked at yet, where that matters.
    struct Unevaluated {
        var properties: Set<ByteString> = []
        var items: Set<Int> = []
        var isEmpty: Bool { properties.isEmpty && items.isEmpty }

        mutating func formIntersection(_ other: Unevaluated) {
            properties.formIntersection(other.properties)
            items.formIntersection(other.items)
        }
    }

    /// How many schemas may be looked at: a limit on hostile ones, whose alternatives can multiply.
    private let limit: Int

    var path: [ByteString] = []
    private var steps = 0
    private(set) var limitFault: SchemaFault?

    init(limit: Int = 5_000_000) {
        self.limit = limit
    }

    /// What is wrong with a value: nothing, one finding, or a group of them.
    func finding(_ value: Value, _ node: SchemaNode) -> SchemaFinding? {
        var unevaluated = Self.unevaluated(value, node, isAsked: false)
        return check(value, Scope(node, level: 0, parent: nil), &unevaluated)
    }

    func fault(_ message: String, causes: [SchemaFinding] = []) -> SchemaFinding {
        SchemaFinding(path: path, kind: .fault(message), causes: causes)
    }

    // MARK: Steps

    /// Checks the same value against another schema; what that evaluated counts.
    func checkSame(
        _ value: Value,
        _ node: SchemaNode,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated
    ) -> SchemaFinding? {
        var own = Self.unevaluated(value, node, isAsked: !unevaluated.isEmpty)
        let finding = check(value, Scope(node, level: scope.level, parent: scope), &own)
        if finding == nil { unevaluated.formIntersection(own) }
        return finding
    }

    /// Checks a value within the current one.
    func checkInner(_ value: Value, _ token: ByteString, _ node: SchemaNode, _ scope: Scope) -> SchemaFinding? {
        path.append(token)
        defer { path.removeLast() }
        var own = Self.unevaluated(value, node, isAsked: false)
        return check(value, Scope(node, level: scope.level + 1, parent: scope), &own)
    }

    /// Checks the same value against a schema that is referred to.
    func checkReferred(
        _ value: Value,
        _ node: SchemaNode,
        _ scope: Scope,
        _ unevaluated: inout Unevaluated
    ) -> SchemaFinding? {
        guard let finding = checkSame(value, node, scope, &unevaluated) else { return nil }
        let causes = if case .group = finding.kind { finding.causes } else { [finding] }
        return SchemaFinding(path: path, kind: .reference, causes: causes)
    }

    private func check(_ value: Value, _ scope: Scope, _ unevaluated: inout Unevaluated) -> SchemaFinding? {
        let node = scope.node
        steps += 1
        if steps > limit {
            limitFault = SchemaFault(description: "the schema needs too many steps; simplify its alternatives\n")
            return fault("too many steps")
        }
        if let constant = node.constant { return constant ? nil : fault("false schema") }
        if scope.isCycle { return fault("reference cycle at \"\(node.location)\"") }
        if let finding = checkAny(value, node) { return finding }
        var findings: [SchemaFinding] = []
        if let reference = node.reference {
            let finding = checkReferred(value, reference, scope, &unevaluated)
            if node.draft < .draft2019 { return finding }
            findings += finding.map { [$0] } ?? []
        }
        switch value {
        case .map(let map): checkObject(map, value, scope, &unevaluated, &findings)
        case .list(let list): checkArray(list.elements, scope, &unevaluated, &findings)
        case .string(let text): checkString(text, node, &findings)
        default:
            if let number = SchemaNumber.value(value) { checkNumber(number, node, &findings) }
        }
        if node.draft >= .draft2019 { checkDynamicReferences(value, scope, &unevaluated, &findings) }
        checkAlternatives(value, scope, &unevaluated, &findings)
        if node.draft >= .draft2019 { checkUnevaluated(value, scope, &unevaluated, &findings) }
        if findings.count < 2 { return findings.first }
        return SchemaFinding(path: path, kind: .group, causes: findings)
    }

    /// The keywords that any value can fail, of which the first alone is reported.
    private func checkAny(_ value: Value, _ node: SchemaNode) -> SchemaFinding? {
        let type = SchemaType(value)
        if !node.types.isEmpty, !node.types.contains(type) {
            let isInteger = SchemaNumber.value(value).map(SchemaNumber.isInteger) ?? false
            if !(isInteger && node.types.contains(.integer)) {
                let wanted = SchemaType.allCases.filter(node.types.contains).map(\.rawValue)
                return fault("got \(type.rawValue), want \(wanted.joined(separator: " or "))")
            }
        }
        if let const = node.const, !SchemaEquality.areEqual(value, const) {
            switch const {
            case .list, .map: return fault("const failed")
            default: return fault("value must be \(SchemaText.display(const))")
            }
        }
        if let wanted = node.enumeration, !wanted.contains(where: { SchemaEquality.areEqual(value, $0) }) {
            let isPlain = wanted.allSatisfy { SchemaType($0) != .array && SchemaType($0) != .object }
            guard isPlain else { return fault("enum failed") }
            let texts = wanted.map(SchemaText.display).joined(separator: ", ")
            return fault("value must be \(wanted.count == 1 ? "" : "one of ")\(texts)")
        }
        if let format = node.format, case .string(let text) = value, let reason = SchemaFormat.fault(format, text) {
            return fault("\(SchemaText.quoted(text)) is not valid \(format): \(reason)")
        }
        return nil
    }

    private func checkString(_ text: ByteString, _ node: SchemaNode, _ findings: inout [SchemaFinding]) {
        let length = text.text.unicodeScalars.count
        checkCount(length, node.length, "Length", &findings)
        if let pattern = node.pattern, (try? pattern.matches(text)) != true {
            let pattern = SchemaText.quoted(pattern.pattern)
            findings.append(fault("\(SchemaText.quoted(text)) does not match pattern \(pattern)"))
        }
    }

    private func checkNumber(_ number: Double, _ node: SchemaNode, _ findings: inout [SchemaFinding]) {
        let bounds = node.numbers
        func report(_ keyword: String, _ bound: Double?, _ isViolated: (Double) -> Bool) {
            guard let bound, isViolated(bound) else { return }
            let (got, want) = (SchemaText.number(number), SchemaText.number(bound))
            findings.append(fault("\(keyword): got \(got), want \(want)"))
        }
        report("minimum", bounds.minimum) { number < $0 }
        report("maximum", bounds.maximum) { number > $0 }
        report("exclusiveMinimum", bounds.exclusiveMinimum) { number <= $0 }
        report("exclusiveMaximum", bounds.exclusiveMaximum) { number >= $0 }
        report("multipleOf", bounds.multipleOf) { !SchemaNumber.isMultiple(number, of: $0) }
    }

    /// `minItems`, `maxLength` and their like.
    func checkCount(
        _ count: Int,
        _ bounds: SchemaNode.CountBounds,
        _ name: String,
        _ findings: inout [SchemaFinding]
    ) {
        if let minimum = bounds.minimum, count < minimum {
            let (got, want) = (SchemaText.number(count), SchemaText.number(minimum))
            findings.append(fault("min\(name): got \(got), want \(want)"))
        }
        if let maximum = bounds.maximum, count > maximum {
            let (got, want) = (SchemaText.number(count), SchemaText.number(maximum))
            findings.append(fault("max\(name): got \(got), want \(want)"))
        }
    }

    private static func unevaluated(_ value: Value, _ node: SchemaNode, isAsked: Bool) -> Unevaluated {
        var result = Unevaluated()
        switch value {
        case .map(let map):
            if node.additionalProperties == nil, isAsked || node.unevaluatedProperties != nil {
                result.properties = Set(map.entries.keys)
            }
        case .list(let list):
            guard isAsked || node.unevaluatedItems != nil, node.additionalItems == nil else { break }
            let first: Int
            switch node.items {
            case .all: return result
            case .each(let nodes): first = nodes.count
            case nil: first = node.prefixItems.count
            }
            if first < list.elements.count { result.items = Set(first..<list.elements.count) }
        default: break
        }
        return result
    }
}
