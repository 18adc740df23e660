import GoTemplate

/// Why values do not satisfy a schema, or why the schema cannot be used: the text that Helm shows.
package struct SchemaFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// For faults of values a line each, indented below what they belong to, with a newline at the end.
    package var description: String
}

/// A value that does not satisfy a schema, with the faults that this comes from.
struct SchemaFinding {
    enum Kind {
        case fault(String)
        /// Several faults of one schema, shown in its place.
        case group
        /// Faults of a schema that was referred to; one alone is shown in its place.
        case reference
    }

    var path: [ByteString]
    var kind: Kind
    var causes: [SchemaFinding] = []

    /// The lines of findings, each with its causes below.
    static func write(_ findings: [SchemaFinding], depth: Int = 0, into lines: inout [String]) {
        for finding in findings {
            let text: String
            switch finding.kind {
            case .reference where finding.causes.count == 1:
                write(finding.causes, depth: depth, into: &lines)
                continue
            case .fault(let message): text = message
            case .group, .reference: text = "validation failed"
            }
            let place = SchemaText.quoted(ByteString(SchemaPointer.text(finding.path)))
            lines.append(String(repeating: "  ", count: depth) + "- at \(place): \(text)")
            write(finding.causes, depth: depth + 1, into: &lines)
        }
    }
}
