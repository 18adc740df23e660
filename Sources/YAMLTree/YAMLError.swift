public import Diagnostics

extension FindingCode {
    /// The text is not well-formed YAML.
    public static let yamlSyntax: FindingCode = "yaml.syntax"
    /// A key stands twice in one mapping.
    public static let yamlDuplicateKey: FindingCode = "yaml.duplicate-key"
    /// An alias names no anchor that precedes it.
    public static let yamlUnknownAlias: FindingCode = "yaml.unknown-alias"
    /// A merge key (`<<`) holds something other than mappings.
    public static let yamlMergeKey: FindingCode = "yaml.merge-key"
    /// The bytes are not UTF-8, or hold characters that YAML forbids.
    public static let yamlEncoding: FindingCode = "yaml.encoding"
    /// A limit on size, depth or aliases was passed.
    public static let yamlLimit: FindingCode = "yaml.limit"
    /// The text is not well-formed JSON.
    public static let jsonSyntax: FindingCode = "json.syntax"
}

/// A text cannot be read as YAML or JSON.
public struct YAMLError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kind of fault.
    public let code: FindingCode
    /// What is wrong.
    public let message: String
    /// Where.
    public let location: SourceLocation
    /// What to do about it.
    public let remedy: String?
    /// What the parser itself says, for those who must say it as other programs do.
    package var parserFault: ParserFault?

    /// The fault in libyaml's words, with lines counted from 0.
    package struct ParserFault: Sendable, Hashable {
        package var problem: String
        package var problemLine: Int
        package var contextLine: Int
        /// Whether the text could not be split into tokens, rather than the tokens not be understood.
        package var isOfScanner: Bool
    }

    /// Creates an error.
    public init(_ code: FindingCode, _ message: String, at location: SourceLocation, remedy: String? = nil) {
        self.code = code
        self.message = message
        self.location = location
        self.remedy = remedy
    }

    /// The error as a finding.
    public var finding: Finding {
        Finding(code, .invalid, message, remedy: remedy, location: location)
    }

    /// The finding as text.
    public var description: String { finding.description }
}
