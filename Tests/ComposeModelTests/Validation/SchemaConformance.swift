import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

@testable import ComposeModel

/// Walks the published schema of the Compose Specification: at each of its keys, values of every kind are accepted and
/// refused as it says.
@Suite struct SchemaConformance {
    private static let schemas = Checkout.corpus?.appending(path: "compose/schemas")
    private static let published: [(file: String, dialect: ComposeSchema.Dialect, least: Int)] = [
        ("compose-spec/schema/compose-spec.json", .specification, 480),
        ("docker-compose-1.29.2/compose/config/config_schema_v1.json", .version1, 60),
    ]

    private static let values: [Node] = [
        "text", "", "all", 7, -1, 0, 101, .plain("1.5"), true, .null(), [], ["a"], ["a", "a"], ["a", "b"], [1], [1, 1],
        [true], [.null()], [[:]], [["a"]], [:], ["a": "b"], ["a": 1], ["a": .null()], ["a": true], ["a": ["x"]],
        ["a": [:]], ["A": 1], ["a b": "c"], ["x-a": [1]], ["a": ["x", "x"]], ["a": .plain("1.5")], ["name": "a"],
        ["path": "a"], ["soft": 1, "hard": 2], ["source": "a"], ["type": "bind"], ["command": "x"],
    ]

    @Test(.enabled(if: schemas != nil, "the corpus is not here"), arguments: published.indices)
    func everyKeyTakesWhatTheSchemaSays(_ index: Int) throws {
        let (name, dialect, least) = Self.published[index]
        let file = try #require(Self.schemas).appending(path: name)
        let oracle = SchemaOracle(root: try JSONReader().document(in: Array(Data(contentsOf: file)), file: "schema"))
        var places: [Place] = []
        Self.walk(oracle, oracle.root, Place(), &places)
        var wrong: [String] = []
        var count = 0
        for place in places {
            for value in Self.values + Self.words(place.schema, oracle) {
                var document = place.document(with: value)
                // The loader removes repetitions before it compares a file with the schema of today.
                if dialect == .specification { Unicity.enforce(in: &document) }
                count += 1
                let expected = oracle.accepts(document)
                let findings = ComposeSchema.validate(document, dialect: dialect).filter { $0.severity == .invalid }
                if findings.isEmpty != expected {
                    let said = findings.first?.message ?? "accepted"
                    wrong.append("\(place.path) = \(LoadingFixture.flow(value)): \(said), and the schema \(expected)")
                }
            }
        }
        print(wrong.prefix(60).joined(separator: "\n"))
        print("compose-schema/\(dialect): \(count - wrong.count)/\(count) right at \(places.count) keys")
        #expect(places.count > least)
        #expect(wrong == [])
    }

    /// A key of the schema, and a document that is right but for its value.
    private struct Place {
        var path = NodePath()
        var schema = Node.null()
        var frame: Node = [:]

        func document(with value: Node) -> Node {
            var document = frame
            document[path] = value
            return document
        }
    }

    private static func words(_ schema: Node, _ oracle: SchemaOracle) -> [Node] {
        let schema = oracle.resolved(schema)
        var words = (schema["enum"]?.sequence ?? []).map { Node.string($0.text ?? "") }
        for choice in (schema["oneOf"]?.sequence ?? []) { words += self.words(choice, oracle) }
        if let pattern = schema["pattern"]?.text {
            words +=
                pattern.split(separator: "|").map { .string(String($0)) } + ["a_b.c", "daily", "every_3d", "xalwaysx"]
        }
        return words
    }

    private static func walk(_ oracle: SchemaOracle, _ schema: Node, _ place: Place, _ places: inout [Place]) {
        guard place.path.elements.count < 12 else { return }
        let schema = oracle.resolved(schema)
        for choice in (schema["oneOf"]?.sequence ?? []) + (schema["anyOf"]?.sequence ?? []) {
            walk(oracle, choice, place, &places)
        }
        for property in schema["properties"]?.mapping?.entries ?? [] {
            enter(oracle, schema, property.name, property.value, place, &places)
        }
        for pattern in schema["patternProperties"]?.mapping?.entries ?? [] where pattern.name != "^x-" {
            enter(oracle, schema, "some", pattern.value, place, &places)
        }
        if schema["type"]?.text == "array", let items = schema["items"] {
            var next = place
            next.frame[place.path] = [.null()]
            next.path = place.path.appending(0)
            next.schema = items
            places.append(next)
            walk(oracle, items, next, &places)
        }
    }

    private static func enter(
        _ oracle: SchemaOracle,
        _ schema: Node,
        _ key: String,
        _ value: Node,
        _ place: Place,
        _ places: inout [Place]
    ) {
        var next = place
        var parent: Node = [:]
        for required in schema["required"]?.sequence ?? [] where required.text != key {
            parent[required.text ?? ""] = sample(oracle, schema["properties"]?[required.text ?? ""] ?? [:])
        }
        if place.path.elements.isEmpty { next.frame = parent } else { next.frame[place.path] = parent }
        next.path = place.path.appending(key)
        next.schema = value
        places.append(next)
        walk(oracle, value, next, &places)
    }

    private static func sample(_ oracle: SchemaOracle, _ schema: Node) -> Node {
        values.first { oracle.accepts($0, schema) } ?? words(schema, oracle).first ?? "a"
    }
}
