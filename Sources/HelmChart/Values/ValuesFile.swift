import GoTemplate

/// Reads values files as Helm's loaders do.
enum ValuesFile {
    /// The values of a file.
    static func read(_ bytes: [UInt8], version: HelmVersion) throws(FunctionError) -> MapValue {
        switch version {
        case .v3: return try HelmYAML.readMap(ByteString(bytes))
        case .v4:
            let values = MapValue()
            for document in try YAMLDocuments.split(bytes) {
                let next: MapValue
                do {
                    next = try HelmYAML.readMap(ByteString(document))
                } catch {
                    throw FunctionError("cannot unmarshal yaml document: " + error.message)
                }
                ValueTables.override(values, with: next)
            }
            return values
        }
    }
}
