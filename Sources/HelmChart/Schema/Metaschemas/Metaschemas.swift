import GoTemplate

/// The schemas that schemas must satisfy.
enum Metaschemas {
    /// The documents by their URLs without a scheme.
    private static let texts: [String: String] = [
        "//json-schema.org/draft-07/schema": Draft7Metaschema.text,
        "//json-schema.org/draft/2020-12/schema": Draft2020Metaschema.schema,
        "//json-schema.org/draft/2020-12/meta/core": Draft2020Metaschema.core,
        "//json-schema.org/draft/2020-12/meta/applicator": Draft2020Metaschema.applicator,
        "//json-schema.org/draft/2020-12/meta/unevaluated": Draft2020Metaschema.unevaluated,
        "//json-schema.org/draft/2020-12/meta/validation": Draft2020Metaschema.validation,
        "//json-schema.org/draft/2020-12/meta/meta-data": Draft2020Metaschema.metadata,
        "//json-schema.org/draft/2020-12/meta/format-annotation": Draft2020Metaschema.format,
        "//json-schema.org/draft/2020-12/meta/content": Draft2020Metaschema.content,
    ]

    static func document(_ url: SchemaURL) -> Value? {
        text(url).flatMap { try? GoJSON.read(ByteString($0)) }
    }

    /// Whether this is one of them, which need no check.
    static func isKnown(_ url: SchemaURL) -> Bool { text(url) != nil }

    private static func text(_ url: SchemaURL) -> String? {
        texts[String(url.description.drop { $0 != ":" }.dropFirst())]
    }

    /// Refuses a schema that does not satisfy the schema of its draft.
    static func check(_ schema: Value, against metaschema: String, location: String) throws(SchemaFault) {
        guard let url = SchemaURL(metaschema), let document = document(url) else { return }
        let node = try SchemaCompiler(assertsFormats: true).compile(document, url: url)
        let lines = try SchemaValidator.lines(schema, node)
        if lines.isEmpty { return }
        let lead = "\"\(location)\" is not valid against metaschema: jsonschema validation failed with '\(metaschema)#'"
        throw SchemaFault(description: ([lead] + lines).joined(separator: "\n"))
    }
}
