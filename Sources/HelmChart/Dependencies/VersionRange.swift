/// Constraints on versions in `Chart.yaml`.
enum VersionRange {
    /// Whether a text is a version, possibly one without its last numbers.
    static func isVersion(_ text: String) -> Bool { (try? SemanticVersion(text)) != nil }

    /// Whether a constraint accepts a version; false also if either is malformed.
    static func accepts(_ constraint: String, _ version: String) -> Bool {
        guard let version = try? SemanticVersion(version), let constraints = try? VersionConstraints(constraint) else {
            return false
        }
        return constraints.isSatisfied(by: version)
    }
}
