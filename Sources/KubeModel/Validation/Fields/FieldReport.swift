import Diagnostics
import YAMLTree

/// Collects what the rules find in one object, and looks up where it stands in the text.
final class FieldReport {
    /// What the rules need to know beside the object.
    let options: ObjectValidator.Options
    private let tree: () -> Node
    private lazy var root = tree()
    private(set) var findings: [Finding] = []
    /// How many findings there are.
    var count: Int { findings.count }
    private var isFull = false

    /// How many findings of an object are listed; a hostile one could have millions.
    static let limit = 1000

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - options: What the rules need to know beside the object.
    ///   - tree: The tree of the object; asked for at the first finding.
    init(_ options: ObjectValidator.Options, tree: @escaping () -> Node) {
        self.options = options
        self.tree = tree
    }

    /// The object itself, from which rules go on to its fields.
    var object: Field { Field(path: .root, report: self) }

    func add(_ code: FindingCode, _ message: String, remedy: String?, at path: FieldPath) {
        guard !isFull else { return }
        guard findings.count < FieldReport.limit else {
            isFull = true
            findings.append(Finding(.tooManyProblems, .invalid, "further problems are not listed"))
            return
        }
        findings.append(
            Finding(
                code,
                .invalid,
                message,
                remedy: remedy,
                location: root.location(of: path),
                path: path.description
            )
        )
    }
}
