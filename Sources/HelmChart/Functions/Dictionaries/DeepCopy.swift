import GoTemplate

/// Copies of lists and dictionaries with all that is in them, so that changes of one are not seen in the other.
enum DeepCopy {
    static func copy(_ value: Value) throws -> Value {
        var walk = ValueWalk()
        return try copy(value, depth: 0, &walk)
    }

    private static func copy(_ value: Value, depth: Int, _ walk: inout ValueWalk) throws -> Value {
        switch value {
        case .map(let map) where !map.isAbsent:
            try walk.enter(map.entries.count, depth: depth)
            let entries = try map.entries.mapValues { try copy($0, depth: depth + 1, &walk) }
            return .map(MapValue(entries, type: map.type, methods: map.methods))
        case .list(var list):
            try walk.enter(list.elements.count, depth: depth)
            list.elements = try list.elements.map { try copy($0, depth: depth + 1, &walk) }
            return .list(list)
        default:
            return value
        }
    }
}
