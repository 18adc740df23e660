public import Diagnostics

extension FindingCode {
    /// A value has another type than its field.
    public static let wrongType: FindingCode = "tree.wrong-type"
    /// A document has so many problems that not all are listed.
    public static let tooManyProblems: FindingCode = "tree.too-many-problems"
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
    /// How many problems there were, listed or not.
    public private(set) var problemCount = 0
    /// The code of the problem that a field unknown to the type of its value is; nil where such fields are kept quietly.
    public let unknownFieldCode: FindingCode?

    /// How many problems of a document are listed; a hostile one could have millions.
    static let problemLimit = 1000

    /// Creates a context for a document whose root has the path `path`.
    public init(schema: ScalarSchema, path: NodePath = NodePath(), unknownFieldCode: FindingCode? = nil) {
        self.schema = schema
        self.path = path
        self.unknownFieldCode = unknownFieldCode
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

    /// Whether a node reads as the empty value of any type: a null item of a list or value of a map, where the format treats
    /// those as a Kubernetes API server does. Fields that are null are absent, and not asked about.
    public func readsAsEmpty(_ node: Node) -> Bool { schema == .kubernetes && node.isNull(schema) }

    /// Records a finding.
    public func add(_ finding: Finding) {
        if finding.severity == .invalid {
            problemCount += 1
            if problemCount > Self.problemLimit {
                if problemCount == Self.problemLimit + 1 {
                    findings.append(Finding(.tooManyProblems, .invalid, "further problems are not listed"))
                }
                return
            }
        }
        findings.append(finding)
    }

    /// Records an invalid value at the current path.
    public func problem(_ code: FindingCode, _ message: String, at location: SourceLocation?, remedy: String? = nil) {
        guard problemCount < Self.problemLimit else { return add(Finding(code, .invalid, message)) }
        add(Finding(code, .invalid, message, remedy: remedy, location: location, path: path.description))
    }

    /// Records that `node` is not what was expected.
    public func wrongType(_ node: Node, expected: String) {
        var remedy: String?
        if expected == "a string", let scalar = node.scalar, scalar.isPlain, !node.isNull(schema) {
            remedy = "Put the value in quotes."
        }
        problem(
            .wrongType,
            "expected \(expected), found \(node.kindDescription(schema))",
            at: node.location,
            remedy: remedy
        )
    }
}
