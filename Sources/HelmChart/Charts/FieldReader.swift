import GoTemplate

/// Reads fields of a value that ``GoStructure`` has brought into shape.
struct FieldReader {
    private let map: MapValue?

    init(_ value: Value) {
        if case .map(let map) = value { self.map = map } else { map = nil }
    }

    subscript(name: ByteString) -> Value? { map?[name] }

    func text(_ name: ByteString, into target: inout String) {
        if case .string(let text)? = map?[name] { target = text.text }
    }

    func list(_ name: ByteString) -> [Value]? {
        if case .list(let list)? = map?[name] { return list.elements }
        return nil
    }

    static func text(_ value: Value) -> String {
        if case .string(let text) = value { return text.text }
        return ""
    }
}
