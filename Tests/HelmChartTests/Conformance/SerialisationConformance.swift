import Foundation
import GoTemplate
import TestSupport
import Testing

@testable import HelmChart

/// Runs the templates of the corpus about YAML, JSON and numbers.
@Suite struct SerialisationConformance {
    @Test(arguments: ["yaml_scalars", "yaml_docs", "numbers"]) func answers(file: String) throws {
        guard let corpus = Checkout.corpus else {
            print("helm-micro/\(file): no corpus")
            return
        }
        let lines = try Data(contentsOf: corpus.appending(path: "helm-micro/\(file).jsonl")).split(separator: 0x0A)
        var wrong: [String] = []
        for line in lines {
            let example = try SerialisationCase(ByteString(Array(line)))
            let answers = example.answers
            if !answers.contains(example.expected) {
                wrong.append(
                    "\(example.identifier)\n  \(example.template)\n  expected \(example.expected)\n  got \(answers)"
                )
            }
        }
        print("helm-micro/\(file): \(lines.count - wrong.count)/\(lines.count)")
        if let report = ProcessInfo.processInfo.environment["TRANSLOAD_REPORT"] {
            try wrong.joined(separator: "\n\n").write(
                toFile: report + "/\(file).txt",
                atomically: true,
                encoding: .utf8
            )
        }
        #expect(!lines.isEmpty)
        #expect(wrong.isEmpty)
    }
}

/// A template with Helm's answer, its values as JSON or as the text of a file of values.
private struct SerialisationCase {
    var identifier: String
    var template: String
    var expected: String
    private let fields: MapValue

    init(_ line: ByteString) throws {
        guard case .map(let map) = try GoJSON.readMap(line) else { throw CocoaError(.fileReadCorruptFile) }
        fields = map
        identifier = ""
        template = ""
        expected = ""
        identifier = text("id") ?? ""
        template = text("tpl") ?? ""
        expected = text("out") ?? text("err") ?? ""
    }

    private func text(_ name: ByteString) -> String? {
        guard case .string(let text) = fields[name] else { return nil }
        return text.text
    }

    var answers: [String] {
        let values: MapValue
        do throws(FunctionError) {
            values = try Self.map(text("valuesYaml"), fields["values"])
        } catch {
            return ["failed to parse inline: cannot unmarshal yaml document: " + error.message]
        }
        if case .list(let expressions) = fields["set"] {
            for case .string(let expression) in expressions.elements {
                do throws(FunctionError) {
                    try SetExpression.apply(expression, as: .typed, to: values)
                } catch {
                    return ["failed parsing --set data: " + error.message]
                }
            }
        }
        let example = FunctionCase(
            identifier: identifier,
            template: template,
            values: .map(MapValue(values.entries, type: FunctionHost.valuesType)),
            expected: expected
        )
        return FunctionHost.answers(to: example)
    }

    /// The documents of a file of values are merged; they have no nested maps here.
    private static func map(_ yaml: String?, _ json: Value?) throws(FunctionError) -> MapValue {
        guard let yaml else {
            if case .map(let map) = json { return map }
            return MapValue()
        }
        let merged = MapValue()
        for document in yaml.components(separatedBy: "\n---\n") {
            // What separates documents is not part of them, so a directive stands alone.
            let map = try HelmYAML.readMap(ByteString(document))
            merged.entries.merge(map.entries) { $1 }
        }
        return merged
    }
}
