/// One thing that a loader, a validator or a conversion has to say about one place of its input.
///
/// A finding names the place and the key, and never repeats the value that stands there: values may be passwords, and
/// reports end up in logs and in code review. What a closed list allows (`always`, `on-failure`) may be said.
public struct Finding: Sendable, Hashable {
    /// How much a finding matters, from least to most.
    @nonexhaustive public enum Severity: String, Sendable, Hashable, CaseIterable {
        /// Carried over exactly, in a way worth knowing.
        case kept
        /// Nothing is lost, but the author should know: an obsolete form, a default that was made explicit.
        case notice
        /// Carried over with a meaning that is close but not the same.
        case approximated
        /// Not carried over: the destination has no such thing, or the conversion does not know it.
        case dropped
        /// Cannot be settled without a choice by a person.
        case decisionNeeded = "decision-needed"
        /// The input is wrong; there is no result.
        case invalid
    }

    /// The kind of finding.
    public var code: FindingCode
    /// How much it matters.
    public var severity: Severity
    /// What is the case, in one sentence without a final full stop.
    public var message: String
    /// What the reader can do about it.
    public var remedy: String?
    /// Where in the input, if the input was text.
    public var location: SourceLocation?
    /// The path of the value in its document, such as `services.web.ports[0]`.
    public var path: String?
    /// The section of a specification that states the rule.
    public var reference: String?

    /// Creates a finding.
    public init(
        _ code: FindingCode,
        _ severity: Severity,
        _ message: String,
        remedy: String? = nil,
        location: SourceLocation? = nil,
        path: String? = nil,
        reference: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.remedy = remedy
        self.location = location
        self.path = path
        self.reference = reference
    }
}

extension Finding.Severity: Comparable {
    private var rank: Int {
        switch self {
        case .kept: 0
        case .notice: 1
        case .approximated: 2
        case .dropped: 3
        case .decisionNeeded: 4
        case .invalid: 5
        }
    }

    /// Orders from `kept`, the least, to `invalid`, the most serious.
    public static func < (lhs: Finding.Severity, rhs: Finding.Severity) -> Bool { lhs.rank < rhs.rank }
}

extension Finding: CustomStringConvertible {
    /// `file:line:column: severity: message (path) [code]`, followed by the remedy on a line of its own.
    ///
    /// Control characters of the input are shown as escapes, so that a hostile file cannot steer a terminal.
    public var description: String { FindingLine(self).text(PlainText()) }
}
