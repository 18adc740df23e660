import GoTemplate

/// YAML as Helm reads and writes it: `sigs.k8s.io/yaml`, which goes through JSON.
enum HelmYAML {
    /// The first document of a text; all numbers are floating-point numbers.
    static func read(_ text: ByteString) throws(FunctionError) -> Value {
        try YAMLValueReader().read(text.bytes)
    }

    /// The map of a text, as `fromYaml` reads it; an empty one if the text holds nothing.
    static func readMap(_ text: ByteString) throws(FunctionError) -> MapValue {
        switch try read(text) {
        case .null, .nilInterface: return MapValue()
        case .map(let map): return map
        case let other: throw decoding(GoJSON.mismatch(other, wanted: .map))
        }
    }

    /// The list of a text, as `fromYamlArray` reads it; an empty one if the text holds nothing.
    static func readList(_ text: ByteString) throws(FunctionError) -> Value {
        switch try read(text) {
        case .null, .nilInterface: return .list([])
        case .list(let list): return .list(list)
        case let other: throw decoding(GoJSON.mismatch(other, wanted: .list))
        }
    }

    private static func decoding(_ error: FunctionError) -> FunctionError {
        FunctionError("error unmarshaling JSON: while decoding JSON: " + error.message)
    }

    /// A value as a document that ends with a line feed; nothing if it cannot be written.
    static func write(_ value: Value) -> ByteString {
        do throws(FunctionError) {
            return try HelmYAMLWriter.document(value, .v2)
        } catch {
            return ByteString()
        }
    }

    /// A value as `toYaml` prints it: without the line feed at the end.
    static func trimmedText(of value: Value) -> ByteString {
        trimmed(write(value))
    }

    /// What `mustToYaml` prints.
    static func strictText(of value: Value) throws(FunctionError) -> ByteString {
        trimmed(try HelmYAMLWriter.document(value, .v2))
    }

    /// What `toYamlPretty` prints: lists indented, nothing folded, numbers as Go has them.
    static func prettyText(of value: Value) -> ByteString {
        do throws(FunctionError) {
            return trimmed(try HelmYAMLWriter.document(value, .v3))
        } catch {
            return ByteString()
        }
    }

    private static func trimmed(_ text: ByteString) -> ByteString {
        var text = text
        if text.bytes.last == 0x0A { text.bytes.removeLast() }
        return text
    }
}
