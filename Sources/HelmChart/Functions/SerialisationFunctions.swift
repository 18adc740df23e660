import GoTemplate

extension FunctionTheme {
    /// YAML: values to texts and back.
    package static let yaml = FunctionTheme { environment in
        var table = FunctionTable()
        table["toYaml"] = TemplateFunction(Signature(.any)) { .string(HelmYAML.trimmedText(of: $0.first ?? .null)) }
        table["mustToYaml"] = table["toYaml"]
        table["fromYaml"] = TemplateFunction(Signature(.string)) { fromYAML($0.first ?? .null) }
        table["fromYamlArray"] = TemplateFunction(Signature(.string)) { fromYAMLArray($0.first ?? .null) }
        return table
    }

    private static func fromYAML(_ argument: Value) -> Value {
        guard case .string(let text) = argument else { return .map(MapValue()) }
        do {
            let value = try HelmYAML.read(text)
            switch value {
            case .map: return value
            case .null: return .map(MapValue())
            default: throw mismatch(value, "map[string]interface {}")
            }
        } catch {
            return .map(MapValue(["Error": .text("\(error)")]))
        }
    }

    private static func fromYAMLArray(_ argument: Value) -> Value {
        guard case .string(let text) = argument else { return .list([]) }
        do {
            let value = try HelmYAML.read(text)
            switch value {
            case .list: return value
            case .null: return .list([])
            default: throw mismatch(value, "[]interface {}")
            }
        } catch {
            return .list([.text("\(error)")])
        }
    }

    private static func mismatch(_ value: Value, _ type: String) -> FunctionError {
        let found =
            switch value {
            case .map: "object"
            case .list: "array"
            case .string: "string"
            case .bool: "bool"
            default: "number"
            }
        return FunctionError(
            "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal \(found) into Go value of type \(type)"
        )
    }
}
