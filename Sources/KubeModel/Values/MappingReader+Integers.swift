import YAMLTree

extension MappingReader {
    /// The value of a field that the API declares as an integer of 32 bits; one beyond is a problem.
    mutating func int32(_ key: String) -> Int? {
        guard let node = present(key) else { return nil }
        return context.within(.key(key)) {
            guard let value = Int(reading: node, context) else { return nil }
            if Int32(exactly: value) != nil { return value }
            context.wrongType(node, expected: "an integer of 32 bits")
            return nil
        }
    }

    /// The same, or `fallback` when the field is absent, null or not readable.
    mutating func int32(_ key: String, default fallback: Int) -> Int { int32(key) ?? fallback }
}
