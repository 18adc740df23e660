import GoTemplate

/// What Helm reads of a manifest: kind, name and annotations.
struct ManifestHead {
    var apiVersion = ""
    var kind = ""
    var name = ""
    var annotations: [ByteString: String] = [:]

    private static let metadataShape = GoShape.structure(
        "",
        type: #"struct { Name string "json:\"name\""; Annotations map[string]string "json:\"annotations\"" }"#,
        [("name", .string), ("annotations", .map(.string, type: "map[string]string"))]
    )

    private static func shape(_ version: HelmVersion) -> GoShape {
        .structure(
            "SimpleHead",
            type: version == .v4 ? "util.SimpleHead" : "releaseutil.SimpleHead",
            [("apiVersion", .string), ("kind", .string), ("metadata", metadataShape)]
        )
    }

    init(_ bytes: [UInt8], version: HelmVersion) throws(FunctionError) {
        let fields = try FieldReader(GoStructure.read(bytes, as: Self.shape(version)))
        fields.text("apiVersion", into: &apiVersion)
        fields.text("kind", into: &kind)
        guard let metadata = fields["metadata"] else { return }
        let inner = FieldReader(metadata)
        inner.text("name", into: &name)
        if case .map(let map)? = inner["annotations"] {
            annotations = map.entries.mapValues(FieldReader.text)
        }
    }
}
