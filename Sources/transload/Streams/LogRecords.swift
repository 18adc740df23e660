import ArgumentParser
import Foundation
import Logging

/// How messages of long work are written.
enum LogFormat: String, ExpressibleByArgument, CaseIterable {
    /// A line for people.
    case text
    /// A JSON object on each line, for programs that collect logs.
    case json
}

/// Writes log records to standard error.
struct LogRecords: LogHandler {
    private let format: LogFormat
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    static func logger(_ format: LogFormat, isQuiet: Bool) -> Logger {
        Logger(label: "transload") { _ in LogRecords(format: format, logLevel: isQuiet ? .warning : .info) }
    }

    private init(format: LogFormat, logLevel: Logger.Level) {
        self.format = format
        self.logLevel = logLevel
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
        switch format {
        case .text:
            let details = fields.map { " \($0.key)=\($0.value)" }.joined()
            StandardStream.error.show("\(event.level): \(event.message)\(details)\n")
        case .json:
            var record = ["level": "\(event.level)", "message": "\(event.message)"]
            record["time"] = Date.now.formatted(.iso8601)
            for (key, value) in fields { record[key] = "\(value)" }
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            guard let line = try? encoder.encode(record) else { return }
            StandardStream.error.show(String(decoding: line, as: UTF8.self) + "\n")
        }
    }
}
