import GoTemplate

/// The Go type that a YAML file is decoded into: what is converted, what is an error, and what the error says.
indirect enum GoShape: Sendable {
    case any
    case bool
    case string
    case list(GoShape, type: String)
    case map(GoShape, type: String)
    case structure(_ name: String, type: String, [(name: String, shape: GoShape)])

    /// The type as Go prints it.
    var type: String {
        switch self {
        case .any: "interface {}"
        case .bool: "bool"
        case .string: "string"
        case .list(_, let type), .map(_, let type), .structure(_, let type, _): type
        }
    }
}

/// Decodes values as `sigs.k8s.io/yaml` and `encoding/json` do: scalars become strings where strings are wanted, names
/// of fields match in any case, and the first mismatch is reported after all else is decoded.
struct GoStructure {
    private var fault: FunctionError?
    private var structure = ""
    private var path: [String] = []
    private var isInStructure = false

    /// Reads a YAML text as `shape`. A structure becomes a map by the names of its fields.
    static func read(_ bytes: [UInt8], as shape: GoShape) throws(FunctionError) -> Value {
        try decoded(TypedYAML.read(bytes), as: shape)
    }

    static func decoded(_ value: Value, as shape: GoShape) throws(FunctionError) -> Value {
        var decoder = GoStructure()
        let decoded = decoder.value(value, as: shape)
        if let fault = decoder.fault {
            throw FunctionError("error unmarshaling JSON: while decoding JSON: " + fault.message)
        }
        return decoded
    }

    private mutating func value(_ value: Value, as shape: GoShape) -> Value {
        if value.isNil { return .null }
        switch (shape, value) {
        case (.any, _): return value
        case (.bool, .bool), (.string, .string): return value
        case (.string, .bool(let flag)): return .text(flag ? "true" : "false")
        case (.string, .integer(let number, _)): return .text(String(number))
        case (.string, .unsigned(let number, _)): return .text(String(number))
        case (.string, .float(let number)): return .string(GoFormat.sprintf("%v", [.float(number)]))
        case (.list(let element, _), .list(let list)):
            return .list(list.elements.map { self.value($0, as: element) })
        case (.map(let element, _), .map(let map)):
            let entries = MapValue()
            for key in map.sortedKeys {
                let decoded = self.value(map[key] ?? .null, as: element)
                entries[key] = decoded.isNil && element.type == "string" ? .text("") : decoded
            }
            return .map(entries)
        case (.structure(let name, _, let fields), .map(let map)):
            return .map(fieldValues(of: map, structure: name, fields))
        default:
            report(value, shape)
            return .null
        }
    }

    private mutating func fieldValues(
        of map: MapValue,
        structure name: String,
        _ fields: [(name: String, shape: GoShape)]
    ) -> MapValue {
        let outer = (structure, isInStructure)
        structure = name
        isInStructure = true
        defer { (structure, isInStructure) = outer }
        let result = MapValue()
        for key in map.sortedKeys {
            let text = key.text
            guard
                let field = fields.first(where: { $0.name == text })
                    ?? fields.first(where: { $0.name.lowercased() == text.lowercased() })
            else { continue }
            path.append(field.name)
            let decoded = value(map[key] ?? .null, as: field.shape)
            path.removeLast()
            if !decoded.isNil { result[ByteString(field.name)] = decoded }
        }
        return result
    }

    private mutating func report(_ value: Value, _ shape: GoShape) {
        guard fault == nil else { return }
        let found =
            switch value {
            case .list: "array"
            case .map: "object"
            case .bool: "bool"
            case .string: "string"
            default: "number"
            }
        let place = isInStructure ? "struct field \(structure).\(path.joined(separator: "."))" : "value"
        fault = FunctionError("json: cannot unmarshal \(found) into Go \(place) of type \(shape.type)")
    }
}
