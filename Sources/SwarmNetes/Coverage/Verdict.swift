package import Diagnostics

/// What a conversion does with a field.
package enum Verdict: Sendable, Hashable {
    /// The destination says the same, so that the way back restores the field from what the destination runs.
    case kept
    /// The destination does what the field asks for without being told; the field travels as a remark for the way back.
    case implied
    /// The destination does something close.
    case approximated(FindingCode, String, remedy: String?)
    /// The destination does not act on the field.
    case dropped(FindingCode, String, remedy: String?)
    /// A person has to act before the result works.
    case decision(FindingCode, String, remedy: String?)

    /// Whether nothing is lost.
    var isKept: Bool { self == .kept || self == .implied }

    /// The finding for the field at `path`; nil if it is kept.
    func finding(at location: SourceLocation?, path: String) -> Finding? {
        switch self {
        case .kept, .implied: nil
        case .approximated(let code, let message, let remedy):
            Finding(code, .approximated, message, remedy: remedy, location: location, path: path)
        case .dropped(let code, let message, let remedy):
            Finding(code, .dropped, message, remedy: remedy, location: location, path: path)
        case .decision(let code, let message, let remedy):
            Finding(code, .decisionNeeded, message, remedy: remedy, location: location, path: path)
        }
    }
}
