extension RetainedFields {
    /// Whether the text gave the field a value; null counts as none. True for a value made by a program, which sets all.
    package func has(_ key: String) -> Bool {
        guard let mapping, let node = mapping[key] else { return mapping == nil }
        return !node.isNull(storage?.schema ?? .core)
    }
}
