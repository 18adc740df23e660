import ComposeModel
import Diagnostics
import YAMLTree

/// Trees and projects of texts in tests.
enum Reading {
    static func tree(_ text: String, file: SourceFile = "compose.yaml") throws -> Node {
        try YAMLReader().document(in: text, file: file)
    }

    static func project(_ text: String) throws -> ComposeProject {
        try ComposeProject(canonical: tree(text))
    }

    /// The findings of a text that is no canonical project.
    static func problems(_ text: String) throws -> [Finding] {
        let tree = try tree(text)
        do throws(InvalidInput) {
            _ = try ComposeProject(canonical: tree)
            return []
        } catch {
            return error.report.findings
        }
    }
}
