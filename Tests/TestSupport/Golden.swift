public import Foundation

/// Expected outputs kept as files beside the tests.
public enum Golden {
    /// Whether this run rewrites the files instead of comparing: `TRANSLOAD_RECORD=1 swift test`.
    public static let isRecording = ProcessInfo.processInfo.environment["TRANSLOAD_RECORD"] == "1"

    /// Compares `actual` with the file; answers nil when they agree, else what differs first.
    ///
    /// When recording, writes the file and answers nil.
    public static func difference(_ actual: String, from file: URL) throws -> String? {
        if isRecording {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(actual.utf8).write(to: file)
            return nil
        }
        guard let data = FileManager.default.contents(atPath: file.path) else {
            return "\(file.lastPathComponent) is missing; record it with TRANSLOAD_RECORD=1"
        }
        let expected = String(decoding: data, as: UTF8.self)
        if expected == actual { return nil }
        let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
        for (line, pair) in zip(expectedLines, actualLines).enumerated() where pair.0 != pair.1 {
            return "\(file.lastPathComponent):\(line + 1): expected «\(pair.0)», got «\(pair.1)»"
        }
        return "\(file.lastPathComponent): expected \(expectedLines.count) lines, got \(actualLines.count)"
    }
}
