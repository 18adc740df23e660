import Foundation
import YAMLTree

/// What a JSON schema says about a tree: the keywords that the Compose Specification's schema uses.
struct SchemaOracle {
    let root: Node

    func accepts(_ value: Node) -> Bool { accepts(value, root) }

    func accepts(_ value: Node, _ schema: Node) -> Bool {
        let schema = resolved(schema)
        for entry in schema.mapping?.entries ?? [] where !holds(entry.name, entry.value, value, schema) { return false }
        return true
    }

    /// The schema that a reference stands for.
    func resolved(_ schema: Node) -> Node {
        guard let reference = schema["$ref"]?.text else { return schema }
        let path = reference.drop { $0 == "#" || $0 == "/" }.split(separator: "/").map {
            NodePath.Element.key(String($0))
        }
        return root[NodePath(path)] ?? schema
    }

    private func holds(_ keyword: String, _ argument: Node, _ value: Node, _ schema: Node) -> Bool {
        switch keyword {
        case "type": return (argument.sequence ?? [argument]).contains { Self.isType($0.text ?? "", value) }
        case "enum": return (argument.sequence ?? []).contains { $0.text == value.text && value.string() != nil }
        case "pattern": return value.string().map { Self.matches(argument.text ?? "", $0) } ?? true
        case "minimum": return Self.number(value).map { $0 >= Self.number(argument) ?? 0 } ?? true
        case "maximum": return Self.number(value).map { $0 <= Self.number(argument) ?? 0 } ?? true
        case "oneOf": return (argument.sequence ?? []).filter { accepts(value, $0) }.count == 1
        case "anyOf": return (argument.sequence ?? []).contains { accepts(value, $0) }
        case "items": return (value.sequence ?? []).allSatisfy { accepts($0, argument) }
        case "uniqueItems":
            let texts = (value.sequence ?? []).map { "\($0.kindDescription()) \($0.text ?? "\($0)")" }
            return argument.text != "true" || Set(texts).count == texts.count
        case "required":
            return (argument.sequence ?? []).allSatisfy { value.mapping == nil || value[$0.text ?? ""] != nil }
        case "properties", "patternProperties", "additionalProperties":
            return (value.mapping?.entries ?? []).allSatisfy { allows($0, schema) }
        default: return true
        }
    }

    private func allows(_ entry: Mapping.Entry, _ schema: Node) -> Bool {
        var isKnown = false
        if let property = schema["properties"]?[entry.name] {
            isKnown = true
            if !accepts(entry.value, property) { return false }
        }
        for pattern in schema["patternProperties"]?.mapping?.entries ?? [] where Self.matches(pattern.name, entry.name)
        {
            isKnown = true
            if !accepts(entry.value, pattern.value) { return false }
        }
        guard !isKnown, let others = schema["additionalProperties"] else { return true }
        return others.mapping.map { _ in accepts(entry.value, others) } ?? (others.text != "false")
    }

    private static func isType(_ type: String, _ value: Node) -> Bool {
        switch value.content {
        case .mapping: return type == "object"
        case .sequence: return type == "array"
        case .scalar(let scalar):
            switch ScalarSchema.core.kind(of: scalar, tag: value.tag) {
            case .string: return type == "string"
            case .bool: return type == "boolean"
            case .null: return type == "null"
            case .integer: return type == "integer" || type == "number"
            case .float: return type == "number"
            }
        }
    }

    private static func number(_ node: Node) -> Double? {
        node.string() == nil ? node.text.flatMap { Double($0) } : nil
    }

    private static func matches(_ pattern: String, _ text: String) -> Bool {
        text.range(of: pattern, options: .regularExpression) != nil
    }
}
