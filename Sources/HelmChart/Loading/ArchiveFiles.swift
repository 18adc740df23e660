/// Reads the files of a chart out of a gzipped tar archive, and refuses all that would lead out of the chart.
///
/// The messages are Helm's.
enum ArchiveFiles {
    static func read(_ archive: [UInt8], limits: LoadingLimits) throws(ChartError) -> [ChartFile] {
        // Headers and padding come on top of the files.
        let (unpackedLimit, overflows) = limits.totalSize.multipliedReportingOverflow(by: 2)
        var tar = try TarReader(GzipStream.unpacked(archive, limit: overflows ? limits.totalSize : unpackedLimit))
        var files: [ChartFile] = []
        var remaining = limits.totalSize
        while let entry = try tar.next() {
            if entry.kind == UInt8(ascii: "5") || entry.name.hasSuffix("/") { continue }
            let name = try path(of: entry.name)
            guard entry.size <= remaining else {
                throw ChartError(.limit, "decompressed chart is larger than the maximum size \(limits.totalSize)")
            }
            guard entry.size <= limits.fileSize else {
                throw ChartError(
                    .limit,
                    "decompressed chart file \"\(entry.name)\" is larger than the maximum file size \(limits.fileSize)"
                )
            }
            guard files.count < limits.files else {
                throw ChartError(.limit, "the chart archive has more than \(limits.files) files")
            }
            remaining -= entry.content.count
            guard remaining > 0 else {
                throw ChartError(.limit, "decompressed chart is larger than the maximum size \(limits.totalSize)")
            }
            files.append(ChartFile(name: name, bytes: ChartFile.withoutMark(Array(entry.content))))
        }
        guard !files.isEmpty else { throw ChartError(.archive, "no files in chart archive") }
        return files
    }

    /// The path within the chart: without the folder in which the archive holds it.
    private static func path(of name: String) throws(ChartError) -> String {
        // Archives made on Windows may have backslashes.
        let delimiter: Character = name.contains("\\") ? "\\" : "/"
        let parts = name.split(separator: delimiter, omittingEmptySubsequences: false)
        let inner = parts.dropFirst().joined(separator: "/")
        if inner.hasPrefix("/") { throw ChartError(.archive, "chart illegally contains absolute paths") }
        let path = cleaned(inner)
        if path == "." {
            throw ChartError(
                .archive,
                "chart illegally contains content outside the base directory: \"\(name)\""
            )
        }
        if path.hasPrefix("..") { throw ChartError(.archive, "chart illegally references parent directory") }
        let start = Array(path.utf8.prefix(3))
        if start.count == 3, start[1] == UInt8(ascii: ":"), start[2] == UInt8(ascii: "/"),
            Character(Unicode.Scalar(start[0])).isLetter, start[0] < 0x80
        {
            throw ChartError(.archive, "chart contains illegally named files")
        }
        if parts[0] == "Chart.yaml" { throw ChartError(.archive, "chart yaml not in base directory") }
        return path
    }

    /// Go's `path.Clean` of a relative path.
    static func cleaned(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return parts.isEmpty ? "." : parts.joined(separator: "/")
    }
}
