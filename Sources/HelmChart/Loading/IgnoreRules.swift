/// The rules of a `.helmignore` file: which files are no part of the chart.
struct IgnoreRules {
    static let fileName = ".helmignore"

    private struct Rule {
        var pattern: [UInt8]
        /// What the rule does not match is excluded.
        var isNegated: Bool
        var isForFolders: Bool
        /// Whether the whole path is compared, not only the name.
        var comparesPath: Bool
    }

    private var rules: [Rule] = []

    init() {}

    /// Reads the rules, one a line; `#` begins a comment.
    init(_ bytes: [UInt8]) throws(ChartError) {
        for line in ChartFile.withoutMark(bytes).split(separator: UInt8(ascii: "\n")) {
            try add(Array(GoSpace.trimming(line)))
        }
    }

    /// Excludes dot files in `templates/`, as Helm always does.
    mutating func addDefaults() {
        rules.append(
            Rule(pattern: Array("templates/.?*".utf8), isNegated: false, isForFolders: false, comparesPath: true)
        )
    }

    private mutating func add(_ line: [UInt8]) throws(ChartError) {
        if line.isEmpty || line[0] == UInt8(ascii: "#") { return }
        if zip(line, line.dropFirst()).contains(where: { $0 == UInt8(ascii: "*") && $1 == UInt8(ascii: "*") }) {
            throw ChartError(.file, "double-star (**) syntax is not supported")
        }
        guard PathPatternMatch.matches(Array("abc".utf8), line) != .malformed else {
            throw ChartError(.file, "syntax error in pattern")
        }
        var rule = Rule(pattern: line, isNegated: false, isForFolders: false, comparesPath: false)
        if rule.pattern.first == UInt8(ascii: "!") {
            rule.isNegated = true
            rule.pattern.removeFirst()
        }
        if rule.pattern.last == UInt8(ascii: "/") {
            rule.isForFolders = true
            rule.pattern.removeLast()
        }
        rule.comparesPath = rule.pattern.contains(UInt8(ascii: "/"))
        if rule.pattern.first == UInt8(ascii: "/") { rule.pattern.removeFirst() }
        rules.append(rule)
    }

    /// Whether a file or folder is excluded. The first rule that decides counts.
    func ignores(_ path: String, isFolder: Bool) -> Bool {
        let path = Array(path.utf8)
        if path.isEmpty { return false }
        let name = Array(path.split(separator: UInt8(ascii: "/")).last ?? [])
        for rule in rules {
            let matches = PathPatternMatch.matches(rule.comparesPath ? path : name, rule.pattern) == .matches
            if rule.isNegated {
                if (rule.isForFolders && !isFolder) || !matches { return true }
            } else if matches, !rule.isForFolders || isFolder {
                return true
            }
        }
        return false
    }
}
