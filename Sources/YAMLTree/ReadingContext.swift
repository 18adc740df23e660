public import Diagnostics

extension FindingCode {
    /// A value has another type than its field.
    public static let wrongType: FindingCode = "tree.wrong-type"
}

/// What the readers of one document share: the scalar rules, the path to the value at hand, and the problems so far.
///
/// Readers do not throw. They record a problem, answer nil and go on, so that one pass finds all problems of a document.
public final class ReadingContext {
    /// The rules by which scalars without quotes get their types.
    public let schema: ScalarSchema
    /// The path of the value that is being read.
    public private(set) var path: NodePath
    /// The problems so far.
    public private(set) var findings: [Finding] = []

    /// Creates a context for a document whose root has the path `path`.
    public init(schema: ScalarSchema, path: NodePath = NodePath()) {
        self.schema = schema
        self.path = path
    }

    /// Runs `body` with the path one step further.
    @inlinable
    public func within<Result>(_ element: NodePath.Element, _ body: () throws -> Result) rethrows -> Result {
        push(element)
        defer { pop() }
        return try body()
    }

    @usableFromInline func push(_ element: NodePath.Element) { path.elements.append(element) }
    @usableFromInline func pop() { path.elements.removeLast() }

    /// Records a finding.
    public func add(_ finding: Finding) {
        findings.append(finding)
    }

    /// Records an invalid value at the current path.
    public func problem(_ code: FindingCode, _ message: String, at location: SourceLocation?, remedy: String? = nil) {
        findings.append(
            Finding(code, .invalid, message, remedy: remedy, location: location, path: path.description)
        )
    }

    /// Records that `node` is not what was expected.
    public func wrongType(_ node: Node, expected: String) {
        var remedy: String?
        if expected == "a string", let scalar = node.scalar, scalar.isPlain, !node.isNull(schema) {
            remedy = "Put the value in quotes: \"\(scalar.text)\"."
        }
        problem(
            .wrongType,
            "expected \(expected), found \(node.kindDescription(schema))",
            at: node.location,
            remedy: remedy
        )
    }
}
