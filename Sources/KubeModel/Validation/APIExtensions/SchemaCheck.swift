import OrderedCollections
import YAMLTree

/// Holds a value against a schema. Patterns and formats are not checked, and of a huge value only the beginning is: the
/// work is that of the value times that of the schema.
struct SchemaCheck {
    private static let stepLimit = 10_000
    private var steps = 0

    enum Kind {
        case missing
        case unsupported([String])
        case invalid(String)
    }

    struct Fault {
        /// The way from the value, as `conditions[0].type`.
        let path: String
        let kind: Kind
    }

    private(set) var faults: [Fault] = []

    private mutating func fault(_ path: String, _ detail: String) {
        faults.append(Fault(path: path, kind: .invalid(detail)))
    }

    mutating func check(_ value: Node, against schema: JSONSchemaProps, at path: String) {
        steps += 1
        guard steps <= Self.stepLimit else { return }
        if value.isNull(.kubernetes) {
            if schema.nullable != true { fault(path, "must not be null") }
            return
        }
        guard hasType(value, schema) else {
            return fault(path, "must be of type \(schema.type ?? "integer or string")")
        }
        if !schema.enum.isEmpty, !schema.enum.contains(where: { $0.hasSameValue(as: value) }) {
            faults.append(Fault(path: path, kind: .unsupported(schema.enum.compactMap(\.text))))
        }
        checkBounds(value, schema, path)
        switch value.content {
        case .mapping(let mapping): checkProperties(mapping, schema, path)
        case .sequence(let items):
            guard let item = schema.itemSchema else { break }
            for (index, value) in items.enumerated() { check(value, against: item, at: "\(path)[\(index)]") }
        case .scalar: break
        }
        checkCombinations(value, schema, path)
    }

    private mutating func checkProperties(_ mapping: Mapping, _ schema: JSONSchemaProps, _ path: String) {
        let prefix = path.isEmpty ? "" : path + "."
        for name in schema.required where !mapping.contains(name) {
            faults.append(Fault(path: prefix + name, kind: .missing))
        }
        let additional = schema.additionalSchema
        for entry in mapping.entries {
            guard let property = schema.properties[entry.name] ?? additional else { continue }
            check(entry.value, against: property, at: prefix + entry.name)
        }
    }

    private func hasType(_ value: Node, _ schema: JSONSchemaProps) -> Bool {
        let kind = value.scalar.map { ScalarSchema.kubernetes.kind(of: $0, tag: value.tag) }
        if schema.xKubernetesIntOrString == true { return kind == .integer || kind == .string }
        switch schema.type {
        case "array": return value.sequence != nil
        case "object": return value.mapping != nil
        case "string": return kind == .string
        case "boolean": return kind == .bool
        case "number": return kind == .integer || kind == .float
        case "integer":
            return kind == .integer
                || kind == .float && value.text.flatMap(Double.init).map { $0 == $0.rounded() } == true
        default: return true
        }
    }

    private mutating func checkBounds(_ value: Node, _ schema: JSONSchemaProps, _ path: String) {
        let count: Int
        let bounds: (least: Int?, most: Int?)
        switch value.content {
        case .mapping(let mapping):
            (count, bounds) = (mapping.count, (schema.minProperties, schema.maxProperties))
        case .sequence(let items): (count, bounds) = (items.count, (schema.minItems, schema.maxItems))
        case .scalar(let scalar):
            guard value.string(.kubernetes) != nil else { return checkNumber(scalar.text, schema, path) }
            (count, bounds) = (scalar.text.unicodeScalars.count, (schema.minLength, schema.maxLength))
        }
        if let least = bounds.least, count < least { fault(path, "is smaller than the schema allows") }
        if let most = bounds.most, count > most { fault(path, "is larger than the schema allows") }
    }

    private mutating func checkNumber(_ text: String, _ schema: JSONSchemaProps, _ path: String) {
        guard let number = ScalarSchema.kubernetes.double(text) else { return }
        if let minimum = schema.minimum, number < minimum || schema.exclusiveMinimum == true && number == minimum {
            fault(path, "is smaller than the schema allows")
        }
        if let maximum = schema.maximum, number > maximum || schema.exclusiveMaximum == true && number == maximum {
            fault(path, "is larger than the schema allows")
        }
        if let factor = schema.multipleOf, factor > 0, number.remainder(dividingBy: factor) != 0 {
            fault(path, "is not a multiple that the schema allows")
        }
    }

    /// Patterns and formats are unknown to the check, so that only a value which surely has no place is a fault.
    private mutating func checkCombinations(_ value: Node, _ schema: JSONSchemaProps, _ path: String) {
        for part in schema.allOf { check(value, against: part, at: path) }
        for (name, parts) in [("anyOf", schema.anyOf), ("oneOf", schema.oneOf)] where !parts.isEmpty {
            if !acceptsOne(of: parts, value, path) { fault(path, "matches none of \(name)") }
        }
    }

    private mutating func acceptsOne(of schemas: [JSONSchemaProps], _ value: Node, _ path: String) -> Bool {
        for schema in schemas {
            var attempt = SchemaCheck()
            attempt.steps = steps
            attempt.check(value, against: schema, at: path)
            steps = attempt.steps
            if attempt.faults.isEmpty { return true }
        }
        return false
    }
}

extension SchemaCheck {
    /// Whether a server would drop a part of the value, because the schema does not name it.
    mutating func hasUnknownFields(_ value: Node, of schema: JSONSchemaProps) -> Bool {
        steps += 1
        let keepsAll = schema.xKubernetesPreserveUnknownFields == true
        guard steps <= Self.stepLimit, !keepsAll || !schema.properties.isEmpty else { return false }
        switch value.content {
        case .mapping(let mapping):
            let additional = schema.additionalSchema
            for entry in mapping.entries {
                if let part = schema.properties[entry.name] ?? additional {
                    if hasUnknownFields(entry.value, of: part) { return true }
                    continue
                }
                let isIdentity = ["apiVersion", "kind", "metadata"].contains(entry.name)
                if isIdentity, schema.xKubernetesEmbeddedResource == true { continue }
                if !keepsAll, schema.allowsAdditional != true { return true }
            }
        case .sequence(let items):
            guard let item = schema.itemSchema else { return false }
            for value in items where hasUnknownFields(value, of: item) { return true }
        case .scalar: break
        }
        return false
    }
}

extension Node {
    /// Whether both are the same JSON value, whatever their quotes and the order of keys.
    fileprivate func hasSameValue(as other: Node) -> Bool {
        switch (content, other.content) {
        case (.scalar(let left), .scalar(let right)):
            let kinds = [self, other].map { node in
                node.scalar.map { ScalarSchema.kubernetes.kind(of: $0, tag: node.tag) }
            }
            return kinds[0] == kinds[1] && left.text == right.text
        case (.sequence(let left), .sequence(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { $0.hasSameValue(as: $1) }
        case (.mapping(let left), .mapping(let right)):
            return left.count == right.count
                && left.entries.allSatisfy { entry in right[entry.name].map(entry.value.hasSameValue) ?? false }
        default: return false
        }
    }
}
