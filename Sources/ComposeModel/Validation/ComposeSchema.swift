package import Diagnostics
package import YAMLTree

/// The schema of Compose files: which keys there are, and what their values look like in short and long forms.
///
/// It accepts and refuses what the reference loader's schema does. The texts of values (durations, ports, mounts) are
/// the business of the passes that read them.
package enum ComposeSchema {
    /// A version of the format.
    package enum Dialect: Sendable, Hashable {
        /// The Compose Specification, and the versions 3.0 to 3.8 that went into it.
        case specification
        /// The versions 2.0 to 2.4.
        case version2
        /// The first version, without a key `services`.
        case version1
    }

    /// All that is wrong with a document after interpolation and before its canonical form, in the order of the text.
    ///
    /// - Parameters:
    ///   - document: The document; merged ones are judged as they are.
    ///   - dialect: The version of the format.
    ///   - lenient: Whether unknown keys are notices in place of errors.
    /// - Returns: The findings. O(size of the document).
    package static func validate(
        _ document: Node,
        dialect: Dialect = .specification,
        lenient: Bool = false
    ) -> [Finding] {
        let project =
            switch dialect {
            case .specification: ProjectTable.project
            case .version2: LegacyTable.project2
            case .version1: Version1Table.project
            }
        var validator = ShapeValidator(unknownKeySeverity: lenient ? .notice : .invalid)
        validator.check(document, .mapping(project))
        return validator.findings
    }
}
