package import GoTemplate

/// `values.schema.json`: whether values satisfy it.
package enum SchemaValidator {
    private static let place = "file:///values.schema.json"

    /// Checks values against the text of a schema, in any draft from 4 to 2020-12.
    ///
    /// Nothing outside of the chart is read: references to other documents are faults, but those to the schemas of
    /// JSON Schema itself.
    ///
    /// - Throws: the fault with Helm's text, of the schema or of the values.
    package static func validate(_ values: Value, against schema: [UInt8]) throws(SchemaFault) {
        try StackSpace.withLargeStack { () throws(SchemaFault) in
            let root = try parse(schema)
            guard let url = SchemaURL(place) else { return }
            let node = try SchemaCompiler().compile(root, url: url)
            let lines = try lines(values, node)
            if !lines.isEmpty { throw SchemaFault(description: lines.joined(separator: "\n") + "\n") }
        }
    }

    /// A line for each finding.
    static func lines(_ values: Value, _ node: SchemaNode) throws(SchemaFault) -> [String] {
        let checker = SchemaChecker()
        let finding = checker.finding(values, node)
        if let fault = checker.limitFault { throw fault }
        guard let finding else { return [] }
        var lines: [String] = []
        let causes = if case .group = finding.kind { finding.causes } else { [finding] }
        SchemaFinding.write(causes, into: &lines)
        return lines
    }

    private static func parse(_ schema: [UInt8]) throws(SchemaFault) -> Value {
        do throws(FunctionError) {
            return try GoJSON.read(ByteString(schema))
        } catch {
            // Helm reads schemas as a stream, whose end is told otherwise.
            if error.message == "unexpected end of JSON input" {
                let isBlank = schema.allSatisfy { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
                throw SchemaFault(description: isBlank ? "EOF" : "unexpected EOF")
            }
            let isTrailing = error.message.hasSuffix("after top-level value")
            throw SchemaFault(description: isTrailing ? "invalid character after top-level value" : error.message)
        }
    }
}
