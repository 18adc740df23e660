import Foundation
import GoTemplate

/// As much of Helm's engine as templates need that call built-in functions only.
enum MicroHost {
    static let valuesType = GoType("common.Values", .map, underlying: GoType.map.name)
    private static let file: ByteString = "t/templates/t.yaml"

    /// Objects of Helm, in templates or outputs, all of them at once, and a built-in function that Helm replaces.
    static let beyond = [".Capabilities.", ".Chart", ".Subcharts", ".Files", "v1.36.0", "{{range .}}", "slice"]

    enum Answer: Equatable {
        case output(String)
        /// Go's text, and that in which Helm 4 sets it.
        case error([String])
        /// The template calls a function that is none of these.
        case unknownFunction
    }

    static func answer(_ template: String, _ values: Value) -> Answer {
        let options = TemplateOptions(missingKey: .zero, name: "gotpl")
        var templates = TemplateSet(functions: functions, options: options)
        do {
            try templates.parse(ByteString(template), named: file)
            return .output(withoutMissing(try templates.execute(file, root(values))).text)
        } catch {
            let text = error.goDescription.text
            if text.contains("function \""), text.hasSuffix("not defined") { return .unknownFunction }
            return .error([text, helm4(error)])
        }
    }

    private static func helm4(_ error: TemplateError) -> String {
        if error.kind == .parse, let frame = error.frames.first {
            let cause = error.message.text.components(separatedBy: ": ").last ?? ""
            return "parse error at (\(frame.source.text):\(frame.line)): \(cause)"
        }
        let steps = error.frames.map { frame in
            let place = "\(frame.source.text):\(frame.line):\(frame.column ?? 0)"
            let lead = frame.lead.text.hasSuffix(": ") ? String(frame.lead.text.dropLast()) : frame.lead.text
            let name = GoFormat.quote(frame.executing ?? "").text
            return "\(place)\n  executing \(name) at <\(frame.expression.text)>:\n    \(lead)"
        }
        guard let last = error.frames.last else { return error.goDescription.text }
        let text = steps.joined(separator: "\n")
        return text + (last.lead.bytes.isEmpty ? "" : "\n") + error.message.text
    }

    private static func root(_ values: Value) -> Value {
        let release = MapValue([
            "Name": .text("release-name"), "Namespace": .text("default"), "Service": .text("Helm"),
            "IsInstall": .bool(true),
            "IsUpgrade": .bool(false), "Revision": .int(1),
        ])
        let template = MapValue(["Name": .string(file), "BasePath": .text("t/templates")])
        let entries: [ByteString: Value] = ["Values": values, "Release": .map(release), "Template": .map(template)]
        return .map(MapValue(entries, type: valuesType))
    }

    private static func withoutMissing(_ text: ByteString) -> ByteString {
        ByteString(text.text.replacingOccurrences(of: "<no value>", with: ""))
    }

    private static let functions: FunctionTable = {
        var table = FunctionTable()
        table["include"] = TemplateFunction(Signature(.string, .any)) { arguments, context in
            guard case .string(let name) = arguments[0] else { return .null }
            return .string(try context.execute(name, arguments[1]))
        }
        table["tpl"] = TemplateFunction(Signature(.string, .any)) { arguments, context in
            guard case .string(let text) = arguments[0] else { return .null }
            do {
                return .string(withoutMissing(try context.execute(text: text, named: "gotpl", arguments[1])))
            } catch let error as TemplateError {
                let lead = error.kind == .parse ? "cannot parse template" : "error during tpl function execution for"
                throw error.prefixed(by: ByteString("\(lead) \(GoFormat.quote(text)): "))
            }
        }
        table["list"] = TemplateFunction(Signature(variadic: .any)) { .list($0.map(\.contained)) }
        table["dict"] = TemplateFunction(Signature(variadic: .any)) { arguments in
            let map = MapValue()
            for index in stride(from: 0, to: arguments.count, by: 2) {
                let value = index + 1 < arguments.count ? arguments[index + 1].contained : .text("")
                map[GoFormat.value(arguments[index])] = value
            }
            return .map(map)
        }
        table["typeOf"] = TemplateFunction(Signature(.any)) { .text($0[0].type?.name ?? "<nil>") }
        table["kindOf"] = TemplateFunction(Signature(.any)) { .text(($0[0].type?.kind ?? .invalid).rawValue) }
        return table
    }()
}
