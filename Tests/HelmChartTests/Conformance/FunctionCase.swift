import Foundation
import GoTemplate

@testable import HelmChart

/// A template with the answer of Helm's engine.
struct FunctionCase {
    var identifier: String
    var template: String
    var values: Value
    /// The output, or the error.
    var expected: String

    /// The cases of a file, one JSON object in each line, but those with settings.
    static func cases(of file: URL) throws -> [FunctionCase] {
        try Data(contentsOf: file).split(separator: 0x0A).compactMap { line in
            let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
            guard object["set"] == nil, let template = object["tpl"] as? String, let values = values(of: object) else {
                return nil
            }
            return FunctionCase(
                identifier: object["id"] as? String ?? "",
                template: template,
                values: values,
                expected: object["out"] as? String ?? object["err"] as? String ?? ""
            )
        }
    }

    /// Nil for values that are refused before a template runs.
    private static func values(of object: [String: Any]) -> Value? {
        guard let text = object["valuesYaml"] as? String else {
            return value(object["values"] ?? [String: Any](), type: FunctionHost.valuesType)
        }
        guard case .map(let map)? = try? HelmYAML.read(ByteString(text)) else { return nil }
        return .map(MapValue(converting: map, type: FunctionHost.valuesType))
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
