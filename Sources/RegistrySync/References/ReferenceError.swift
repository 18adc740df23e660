/// Why a text is no reference to an image, or no part of one.
public struct ReferenceError: Error, Sendable, Hashable, CustomStringConvertible {
    /// Which part of a reference the text was to be.
    @nonexhaustive public enum Part: String, Sendable, Hashable {
        /// Host and port of a registry.
        case registry
        /// The path of a repository.
        case repository
        /// A tag.
        case tag
        /// A digest.
        case digest
        /// A whole reference.
        case reference
    }

    /// The part that is wrong.
    public let part: Part
    /// The text as it was given.
    public let text: String
    /// What is wrong with it, in words that follow its name.
    public let reason: String

    init(_ part: Part, _ text: String, _ reason: String) {
        self.part = part
        self.text = text
        self.reason = reason
    }

    /// One sentence: the part, the text, the reason.
    public var description: String { "'\(text)' is no \(part.rawValue): \(reason)" }
}
