import Diagnostics

/// Refuses mappings in which a key repeats: YAML requires keys to differ, and a repeated one hides a value.
enum DuplicateKeys {
    static func refuse(in mapping: Mapping) throws(YAMLError) {
        let entries = mapping.entries
        for position in entries.indices {
            let key = entries[position].key
            let first: Int?
            if case .scalar(let scalar) = key.content {
                first = mapping.position(of: scalar.text)
            } else {
                first = entries.firstIndex { $0.key == key }
            }
            guard let first, first < position else { continue }
            throw YAMLError(
                .yamlDuplicateKey,
                "the key \(key.text ?? "") is already set"
                    + (entries[first].key.location.map { " in line \($0.line)" } ?? ""),
                at: key.location ?? SourceLocation(file: "", line: 1, column: 1),
                remedy: "Keep one of the two."
            )
        }
    }
}
