import Diagnostics
import YAMLTree

/// Accounts for every field of an input: the table's verdicts, checked against what the way back really restores.
enum Accounting {
    /// The findings for all fields that are not kept.
    ///
    /// - Parameters:
    ///   - tree: The input.
    ///   - table: What the conversion says it does.
    ///   - residue: What the way back does not restore by itself.
    ///   - carried: The verdict on fields that the table calls kept and the way back does not restore.
    ///   - subject: What stands before the paths, such as `Deployment/web`.
    /// - Returns: The findings, in the order of the input.
    static func findings(
        for tree: Node,
        _ table: CoverageTable,
        residue: Residue,
        carried: Verdict,
        subject: String = ""
    ) -> [Finding] {
        let unrestored = PathTree(residue.changes.lazy.filter { $0.change != .remove }.map(\.path))
        var findings: [Finding] = []
        var last: (path: ArraySlice<NodePath.Element>, verdict: Verdict)?
        table.forEachLeaf(of: tree) { field in
            var verdict = field.verdict
            var depth = field.depth
            if verdict == .kept {
                guard !residue.isEmpty, let carriedDepth = unrestored.depth(covering: field.path) else { return }
                verdict = carried
                depth = carriedDepth
            }
            guard !verdict.isKept else { return }
            let reported = field.path.elements.prefix(depth)
            if let last, last.verdict == verdict, last.path == reported { return }
            last = (reported, verdict)
            let path = NodePath(Array(reported)).description
            let text = subject.isEmpty ? path : path.hasPrefix("[") ? subject + path : "\(subject).\(path)"
            if let finding = verdict.finding(at: field.location, path: text) { findings.append(finding) }
        }
        return findings
    }
}
