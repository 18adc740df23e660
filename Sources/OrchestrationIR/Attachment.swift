/// Something that a source says and the IR does not model, verbatim.
///
/// A writer of the same system puts it back; a writer of another one carries it along where its format has a place for
/// remarks, so that the way back restores it.
public struct Attachment: Sendable, Equatable {
    /// An orchestrator's configuration language.
    public struct System: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
        /// The name in lower case.
        public let rawValue: String

        /// Creates a system from its name.
        public init(rawValue: String) { self.rawValue = rawValue }

        /// Creates a system from a literal name.
        public init(stringLiteral value: String) { self.rawValue = value }
    }

    /// The language.
    public var system: System
    /// What the attachment is about, in the terms of the language.
    public var subject: String
    /// The text in the language, such as a JSON value.
    public var text: String

    /// Creates an attachment.
    public init(_ system: System, subject: String, text: String) {
        self.system = system
        self.subject = subject
        self.text = text
    }
}

extension [Attachment] {
    /// The text of the attachment of `system` about `subject`.
    public subscript(_ system: Attachment.System, _ subject: String) -> String? {
        first { $0.system == system && $0.subject == subject }?.text
    }
}
