import Foundation
import GoTemplate

@testable import HelmChart

/// As much of Helm's engine as the functions need.
enum FunctionHost {
    static let valuesType = GoType("common.Values", .map, underlying: GoType.map.name)
    private static let file: ByteString = "t/templates/t.yaml"

    /// The table of all general functions in a reproducible environment.
    static let functions = table(.reproducible)

    static func table(_ environment: RenderEnvironment) -> FunctionTable {
        FunctionTheme.general.reduce(into: [:]) { table, theme in
            table.merge(theme.functions(environment)) { first, _ in first }
        }
    }

    /// The output of a template, or the error that a function at its start gave.
    static func answer(_ template: String, in environment: RenderEnvironment = .reproducible) -> String {
        var templates = TemplateSet(functions: table(environment))
        do {
            try templates.parse(ByteString(template), named: "t")
            return try templates.execute("t", .map(MapValue())).text
        } catch {
            let text = error.message.text
            guard text.hasPrefix("error calling ") else { return text }
            return String(text.split(separator: ": ", maxSplits: 1).last ?? "")
        }
    }

    /// The output or the error in the forms that Helm may give it; nothing if the template calls other functions.
    static func answers(to example: FunctionCase, _ functions: FunctionTable = functions) -> [String] {
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
