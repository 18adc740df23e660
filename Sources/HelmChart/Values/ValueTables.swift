import GoTemplate

/// Operations on tables of values: Helm's word for mappings.
enum ValueTables {
    /// The map, if a value is a plain table; a map of another Go type is none.
    static func table(_ value: Value?) -> MapValue? {
        if case .map(let map)? = value, map.type == .map { return map }
        return nil
    }

    /// Sets in `values` all that `other` has; tables in both are joined.
    static func override(_ values: MapValue, with other: MapValue) {
        for (key, value) in other.entries {
            if let table = table(value), let existing = self.table(values[key]) {
                override(existing, with: table)
            } else {
                values[key] = value
            }
        }
    }

    /// A copy that shares no table or list with the original.
    static func copy(_ map: MapValue) -> MapValue { MapValue(map.entries.mapValues(copy), type: map.type) }

    private static func copy(_ value: Value) -> Value {
        switch value {
        case .map(let map): .map(copy(map))
        case .list(let list): .list(ListValue(list.elements.map(copy), type: list.type))
        default: value
        }
    }

    /// The table under a path whose keys are joined by dots; nil if some key is missing or holds no table.
    static func table(at path: String, in values: MapValue) -> MapValue? {
        var current = values
        for key in path.split(separator: ".", omittingEmptySubsequences: false) {
            guard case .map(let map)? = current[ByteString(key)] else { return nil }
            current = map
        }
        return current
    }

    /// What is under a path, unless it is a table or missing.
    static func leaf(at path: String, in values: MapValue) -> Value? {
        let keys = path.split(separator: ".", omittingEmptySubsequences: false)
        guard let last = keys.last else { return nil }
        let folder = keys.dropLast().joined(separator: ".")
        let owner = keys.count == 1 ? values : table(at: folder, in: values)
        guard let value = owner?[ByteString(last)], table(value) == nil else { return nil }
        return value
    }
}
