import Diagnostics
import Foundation

/// The names under which messages show files.
///
/// Libraries see absolute paths. A user sees what was typed, and other files of the working directory relative to it.
struct DisplayNames: Sendable {
    private let folder: String
    private let typed: [String: String]

    /// Creates names for the files that the user typed.
    init(typed: [String], workingDirectory: String = FileManager.default.currentDirectoryPath) {
        folder = workingDirectory.hasSuffix("/") ? workingDirectory : workingDirectory + "/"
        let base = folder
        self.typed = Dictionary(
            typed.map { (URL(filePath: $0.hasPrefix("/") ? $0 : base + $0).standardized.path, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// The same report with the names that the user knows.
    func applied(to report: ConversionReport) -> ConversionReport {
        var files: [String: SourceFile] = [:]
        return ConversionReport(
            report.findings.map { finding in
                guard let location = finding.location else { return finding }
                let file = files[location.file.name] ?? SourceFile(name(of: location.file.name))
                files[location.file.name] = file
                var finding = finding
                finding.location = SourceLocation(file: file, line: location.line, column: location.column)
                return finding
            }
        )
    }

    private func name(of path: String) -> String {
        if let name = typed[path] { return name }
        return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
    }
}
