import Foundation
import GoTemplate
import TestSupport
import Testing

@testable import HelmChart

/// Runs those templates of the corpus that call the general functions and Go's own, whose answers need no chart.
@Suite struct FunctionConformance {
    @Test(arguments: ["functions", "sprig_tests", "regex"]) func answers(file: String) throws {
        guard let corpus = Checkout.corpus else {
            print("helm-micro/\(file): no corpus")
            return
        }
        let cases = try FunctionCase.cases(of: corpus.appending(path: "helm-micro/\(file).jsonl"))
        var run = 0
        var wrong: [String] = []
        for example in cases {
            let answers = FunctionHost.answers(to: example)
            if answers.isEmpty { continue }
            run += 1
            if !answers.contains(example.expected) {
                wrong.append(
                    "\(example.identifier)\n  \(example.template)\n  expected \(example.expected)\n  got \(answers)"
                )
            }
        }
        print("helm-micro/\(file): \(run - wrong.count)/\(run) of \(cases.count)")
        if let report = ProcessInfo.processInfo.environment["TRANSLOAD_REPORT"] {
            let text = wrong.joined(separator: "\n\n")
            try text.write(toFile: report + "/\(file).txt", atomically: true, encoding: .utf8)
        }
        #expect(run > 0)
        #expect(wrong.isEmpty)
    }
}

/// A template with the answer of Helm's engine.
struct FunctionCase {
    var identifier: String
    var template: String
    var values: Value
    /// The output, or the error.
    var expected: String

    /// The cases of a file, one JSON object in each line, but those whose values are YAML or settings.
    static func cases(of file: URL) throws -> [FunctionCase] {
        try Data(contentsOf: file).split(separator: 0x0A).compactMap { line in
            let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
            guard object["valuesYaml"] == nil, object["set"] == nil, let template = object["tpl"] as? String else {
                return nil
            }
            return FunctionCase(
                identifier: object["id"] as? String ?? "",
                template: template,
                values: value(object["values"] ?? [String: Any](), type: FunctionHost.valuesType),
                expected: object["out"] as? String ?? object["err"] as? String ?? ""
            )
        }
    }

    private static func value(_ json: Any, type: GoType = .map) -> Value {
        switch json {
        case let text as String: return .text(text)
        case let number as NSNumber:
            if String(cString: number.objCType) == "c" { return .bool(number.boolValue) }
            return .float(number.doubleValue)
        case let list as [Any]: return .list(list.map { value($0).contained })
        case let map as [String: Any]:
            let entries = map.map { (ByteString($0.key), value($0.value).contained) }
            return .map(MapValue(Dictionary(entries) { first, _ in first }, type: type))
        default: return .null
        }
    }
}

/// As much of Helm's engine as the functions need.
enum FunctionHost {
    static let valuesType = GoType("common.Values", .map, underlying: GoType.map.name)
    private static let file: ByteString = "t/templates/t.yaml"

    /// The table of all general functions in a reproducible environment.
    static let functions: FunctionTable = FunctionTheme.general.reduce(into: [:]) { table, theme in
        table.merge(theme.functions(.reproducible)) { first, _ in first }
    }

    /// The output or the error in the forms that Helm may give it; nothing if the template calls other functions.
    static func answers(to example: FunctionCase) -> [String] {
        let options = TemplateOptions(missingKey: .zero, name: "gotpl")
        var templates = TemplateSet(functions: functions, options: options)
        do {
            try templates.parse(ByteString(example.template), named: file)
            let root = Value.map(MapValue(["Values": example.values], type: valuesType))
            let output = try templates.execute(file, root).text
            return [output.replacingOccurrences(of: "<no value>", with: "")]
        } catch {
            let text = error.goDescription.text
            if text.contains("function \""), text.hasSuffix("not defined") { return [] }
            return [text, helm4(error)]
        }
    }

    private static func helm4(_ error: TemplateError) -> String {
        guard let first = error.frames.first else { return error.message.text }
        let message = error.message.text
        if error.kind == .parse {
            return "parse error at (\(first.source.text):\(first.line)): \(message)"
        }
        let place = "\(first.source.text):\(first.line):\(first.column ?? 0)"
        if let start = message.range(of: ChartMessage.start), let end = message.range(of: ChartMessage.end) {
            return "execution error at (\(place)): \(message[start.upperBound..<end.lowerBound])"
        }
        return "\(place)\n  executing \(GoFormat.quote(first.executing ?? "").text) at <\(first.expression.text)>:\n"
            + "    \(message)"
    }
}
