import GoTemplate

/// Splits a stream of YAML documents as Kubernetes' reader does: at lines that begin with `---`.
enum YAMLDocuments {
    /// The documents with their line ends as `\n`.
    static func split(_ bytes: [UInt8]) throws(FunctionError) -> [[UInt8]] {
        var documents: [[UInt8]] = []
        var current: [UInt8] = []
        for line in lines(bytes) {
            if line.starts(with: "---".utf8) {
                let rest = GoSpace.trimming(line.dropFirst(3))
                if let first = rest.first, first != UInt8(ascii: "#") {
                    throw FunctionError(
                        "error reading yaml document: invalid Yaml document separator: "
                            + String(decoding: rest, as: UTF8.self)
                    )
                }
                if !current.isEmpty {
                    documents.append(current)
                    current = []
                    continue
                }
            }
            current += line
            current.append(UInt8(ascii: "\n"))
        }
        if !current.isEmpty { documents.append(current) }
        return documents
    }

    /// The lines without `\n` and `\r\n`; an unfinished last line counts.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.map { $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0 }
    }
}
