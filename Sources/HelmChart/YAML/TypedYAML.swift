import GoTemplate

/// Reads YAML for decoding into typed fields, where it matters whether a number was an integer.
enum TypedYAML {
    static func read(_ bytes: [UInt8]) throws(FunctionError) -> Value {
        try YAMLValueReader(numbers: .asWritten).read(bytes)
    }
}
