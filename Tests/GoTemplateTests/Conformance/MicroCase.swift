import Foundation
import GoTemplate

/// A template with the answer of Helm's engine.
struct MicroCase {
    var identifier: String
    var template: String
    var values: Value
    var output: String?
    var error: String?

    /// The cases of a file, one JSON object in each line. Those that need more of Helm are left out.
    static func cases(of file: URL) throws -> [MicroCase] {
        let lines = try Data(contentsOf: file).split(separator: 0x0A)
        return try lines.compactMap { line in
            let object = try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:]
            let text = String(decoding: line, as: UTF8.self)
            if MicroHost.beyond.contains(where: text.contains) { return nil }
            guard object["valuesYaml"] == nil, object["set"] == nil, let template = object["tpl"] as? String else {
                return nil
            }
            return MicroCase(
                identifier: object["id"] as? String ?? "",
                template: template,
                values: value(object["values"] ?? [String: Any](), type: MicroHost.valuesType),
                output: object["out"] as? String,
                error: object["err"] as? String
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
