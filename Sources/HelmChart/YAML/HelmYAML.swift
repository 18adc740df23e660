import GoTemplate

/// YAML as Helm reads and writes it: `sigs.k8s.io/yaml`, which goes through JSON.
enum HelmYAML {
    /// The first document of a text; all numbers are floating-point numbers.
    static func read(_ text: ByteString) throws(FunctionError) -> Value {
        try YAMLValueReader().read(text.bytes)
    }

    /// A value as a document that ends with a line feed.
    static func write(_ value: Value) -> ByteString {
        var writer = YAMLValueWriter()
        writer.document(value)
        return ByteString(writer.output)
    }

    /// A value as `toYaml` prints it: without the line feed at the end.
    static func trimmedText(of value: Value) -> ByteString {
        var text = write(value)
        if text.bytes.last == UInt8(ascii: "\n") { text.bytes.removeLast() }
        return text
    }
}
