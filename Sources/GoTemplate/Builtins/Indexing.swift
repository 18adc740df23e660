/// `index`, `slice` and `len`.
enum Indexing {
    static func index(_ arguments: [Value]) throws -> Value {
        var item = arguments[0].unwrapped
        guard !item.isNil else { throw FunctionError("index of untyped nil") }
        for index in arguments.dropFirst() {
            let index = index.unwrapped
            switch item {
            case .nilInterface, .null: throw FunctionError("index of nil pointer")
            case .list(let list):
                let position = try self.position(index, limit: list.elements.count)
                guard position < list.elements.count else {
                    throw FunctionError("reflect: slice index out of range")
                }
                item = list.elements[position]
                if list.type.elementIsInterface { item = item.contained }
            case .string(let text):
                let position = try self.position(index, limit: text.bytes.count)
                guard position < text.bytes.count else { throw FunctionError("reflect: string index out of range") }
                item = .unsigned(UInt64(text.bytes[position]), .uint8)
            case .map(let map):
                let key = try self.key(index)
                item = map.entries[key]?.contained ?? .zero(of: map.type.element ?? .any)
            default: throw FunctionError("can't index item of type \(item.type?.name ?? "")")
            }
        }
        return item
    }

    /// The key of a map. Our maps have string keys.
    private static func key(_ index: Value) throws -> ByteString {
        if case .string(let key) = index { return key }
        guard let type = index.type else { throw FunctionError("value is nil; should be of type string") }
        throw FunctionError("value has type \(type.name); should be string")
    }

    private static func position(_ index: Value, limit: Int) throws -> Int {
        let position: Int64
        switch index {
        case .integer(let value, _): position = value
        case .unsigned(let value, _): position = Int64(truncatingIfNeeded: value)
        case .null, .nilInterface: throw FunctionError("cannot index slice/array with nil")
        default: throw FunctionError("cannot index slice/array with type \(index.type?.name ?? "")")
        }
        guard position >= 0, position <= Int64(limit) else { throw FunctionError("index out of range: \(position)") }
        return Int(position)
    }

    static func slice(_ arguments: [Value]) throws -> Value {
        let item = arguments[0].unwrapped
        let indexes = arguments.dropFirst()
        if item.isNil { throw FunctionError("slice of untyped nil") }
        if indexes.count > 3 { throw FunctionError("too many slice indexes: \(indexes.count)") }
        let count: Int
        switch item {
        case .string(let text):
            if indexes.count == 3 { throw FunctionError("cannot 3-index slice a string") }
            count = text.bytes.count
        case .list(let list): count = list.elements.count
        default: throw FunctionError("can't slice item of type \(item.type?.name ?? "")")
        }
        var bounds = [0, count, count]
        for (place, index) in indexes.enumerated() { bounds[place] = try position(index.unwrapped, limit: count) }
        for (low, high) in [(bounds[0], bounds[1]), (bounds[1], bounds[2])].prefix(indexes.count == 3 ? 2 : 1)
        where low > high {
            throw FunctionError("invalid slice index: \(low) > \(high)")
        }
        switch item {
        case .string(let text): return .string(ByteString(Array(text.bytes[bounds[0]..<bounds[1]])))
        case .list(let list):
            return .list(ListValue(Array(list.elements[bounds[0]..<bounds[1]]), type: list.type))
        default: return item
        }
    }

    static func length(_ arguments: [Value]) throws -> Value {
        switch arguments[0] {
        case .nilInterface: throw FunctionError("len of nil pointer")
        // What Go's reflection says when it is asked for the type of nothing.
        case .null: throw FunctionError("reflect: call of reflect.Value.Type on zero Value")
        case .string(let text): return .int(text.bytes.count)
        case .list(let list): return .int(list.elements.count)
        case .map(let map): return .int(map.entries.count)
        case .object(let object):
            if let elements = object.rangeElements { return .int(elements.count) }
        default: break
        }
        throw FunctionError("len of type \(arguments[0].type?.name ?? "")")
    }
}
