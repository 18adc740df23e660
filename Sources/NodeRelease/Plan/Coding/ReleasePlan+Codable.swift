import Diagnostics
import YAMLTree

/// Plans in any format of `Codable`; the fields are those of the stored form.
extension ReleasePlan: Codable {
    /// Reads a plan.
    ///
    /// Throws `DecodingError.dataCorrupted` with all that is wrong. `init(json:file:)` says also where it stands.
    public init(from decoder: any Decoder) throws {
        let tree = try CodedTree(from: decoder)
        let context = ReadingContext(schema: .core)
        guard let plan = ReleasePlan(reading: tree.node, context), context.problemCount == 0 else {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(
                    codingPath: decoder.codingPath,
                    debugDescription: context.findings.map(\.description).joined(separator: "\n")
                )
            )
        }
        self = plan
    }

    /// Writes the plan.
    public func encode(to encoder: any Encoder) throws {
        try CodedTree(node: makeNode()).encode(to: encoder)
    }
}
