public import Diagnostics

extension FindingCode {
    /// A key that the Compose Specification does not have at its place.
    public static let composeUnknownKey: FindingCode = "compose.unknown-key"
    /// A value whose type its key does not take.
    public static let composeWrongType: FindingCode = "compose.wrong-type"
    /// A value that is none of those that its key takes.
    public static let composeValue: FindingCode = "compose.value"
    /// A key that a mapping must have is missing.
    public static let composeMissingKey: FindingCode = "compose.missing-key"
    /// An item of a list repeats an earlier one.
    public static let composeRepeatedItem: FindingCode = "compose.repeated-item"
    /// A name has characters that names cannot have.
    public static let composeName: FindingCode = "compose.name"
}
