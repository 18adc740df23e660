import GoTemplate

/// Go's `reflect.DeepEqual`: equal types and equal contents, so that the integer 1 is not the float 1.
enum DeepEquality {
    static func areEqual(_ a: Value, _ b: Value) throws(FunctionError) -> Bool {
        var walk = ValueWalk()
        return try areEqual(a, b, 0, &walk)
    }

    private static func areEqual(
        _ a: Value,
        _ b: Value,
        _ depth: Int,
        _ walk: inout ValueWalk
    ) throws(FunctionError) -> Bool {
        switch (a.unwrapped, b.unwrapped) {
        case (.null, .null): return true
        case (.bool(let a), .bool(let b)): return a == b
        case (.integer(let a, let type), .integer(let b, let other)): return a == b && type == other
        case (.unsigned(let a, let type), .unsigned(let b, let other)): return a == b && type == other
        case (.float(let a), .float(let b)): return a == b
        case (.string(let a), .string(let b)): return a == b
        case (.list(let a), .list(let b)): return try areEqual(a, b, depth, &walk)
        case (.map(let a), .map(let b)): return try areEqual(a, b, depth, &walk)
        case (.object(let a), .object(let b)): return try areEqual(a, b, depth, &walk)
        default: return false
        }
    }

    private static func areEqual(
        _ a: ListValue,
        _ b: ListValue,
        _ depth: Int,
        _ walk: inout ValueWalk
    ) throws(FunctionError) -> Bool {
        guard a.type == b.type, a.isAbsent == b.isAbsent, a.elements.count == b.elements.count else { return false }
        try walk.enter(a.elements.count, depth: depth)
        for (first, second) in zip(a.elements, b.elements) {
            guard try areEqual(first, second, depth + 1, &walk) else { return false }
        }
        return true
    }

    private static func areEqual(
        _ a: MapValue,
        _ b: MapValue,
        _ depth: Int,
        _ walk: inout ValueWalk
    ) throws(FunctionError) -> Bool {
        guard a.type == b.type, a.isAbsent == b.isAbsent, a.entries.count == b.entries.count else { return false }
        if a === b { return true }
        try walk.enter(a.entries.count, depth: depth)
        for (key, value) in a.entries {
            guard let other = b[key], try areEqual(value, other, depth + 1, &walk) else { return false }
        }
        return true
    }

    /// Objects show their fields, and those that hide them their text.
    private static func areEqual(
        _ a: any TemplateObject,
        _ b: any TemplateObject,
        _ depth: Int,
        _ walk: inout ValueWalk
    ) throws(FunctionError) -> Bool {
        if a === b { return true }
        guard a.type == b.type, a.stringForm == b.stringForm else { return false }
        let (fields, others) = (a.fields, b.fields)
        guard fields.count == others.count, !fields.isEmpty || a.stringForm != nil else { return false }
        try walk.enter(fields.count, depth: depth)
        for (field, other) in zip(fields, others) {
            guard try areEqual(field.value, other.value, depth + 1, &walk) else { return false }
        }
        return true
    }
}
