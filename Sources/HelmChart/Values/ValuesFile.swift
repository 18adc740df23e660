import GoTemplate

/// Reads values files as Helm's loaders do.
enum ValuesFile {
    /// The values of a file.
    static func read(_ bytes: [UInt8], version: HelmVersion) throws(FunctionError) -> MapValue {
        switch version {
        case .v3: return try mapping(HelmYAML.read(ByteString(bytes)))
        case .v4:
            let values = MapValue()
            for document in try YAMLDocuments.split(bytes) {
                let next: MapValue
                do {
                    next = try mapping(HelmYAML.read(ByteString(document)))
                } catch {
                    throw FunctionError("cannot unmarshal yaml document: " + error.message)
                }
                ValueTables.override(values, with: next)
            }
            return values
        }
    }

    /// The mapping of a document; a document without content has none.
    private static func mapping(_ value: Value) throws(FunctionError) -> MapValue {
        switch value {
        case .map(let map): return map
        case .null, .nilInterface: return MapValue()
        case .list: throw mismatch("array")
        case .string: throw mismatch("string")
        case .bool: throw mismatch("bool")
        default: throw mismatch("number")
        }
    }

    private static func mismatch(_ found: String) -> FunctionError {
        FunctionError(
            "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal \(found) into Go value of type "
                + "map[string]interface {}"
        )
    }
}
