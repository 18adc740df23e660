/// A trace that cannot be read, and where.
public struct TraceError: Error, Sendable, Hashable {
    /// What is wrong.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        /// A field should be a whole number, and is not, or not one that fits.
        case invalidNumber
        /// A line has fewer columns than the format says.
        case missingColumn
        /// The header does not name a column that is asked for.
        case unknownColumn
        /// The column that names the object is empty.
        case emptyName
        /// A line is longer than ``TraceReader/lineLimit``.
        case lineTooLong
        /// The last record is not complete.
        case truncatedRecord
        /// The next use that a record names is not after the record.
        case invalidNextUse
        /// More objects than a replay can number.
        case tooManyObjects
    }

    /// Where it is.
    public enum Place: Sendable, Hashable {
        /// Line and column (in bytes), from 1.
        case line(Int, column: Int)
        /// The record, from 1, and the byte at which it begins, from 0.
        case record(Int, byte: Int)
    }

    /// What is wrong.
    public let code: Code
    /// Where; nil if it is about the whole.
    public let place: Place?
    /// The file, as the reader was told.
    public let file: String?

    /// Creates an error.
    public init(_ code: Code, at place: Place? = nil, in file: String? = nil) {
        self.code = code
        self.place = place
        self.file = file
    }
}

extension TraceError: CustomStringConvertible {
    /// `file:line:column: what is wrong`.
    public var description: String {
        var prefix = file ?? "trace"
        switch place {
        case .line(let line, let column): prefix += ":\(line):\(column)"
        case .record(let record, let byte): prefix += ": record \(record) at byte \(byte)"
        case nil: break
        }
        return "\(prefix): \(code.sentence)"
    }
}

extension TraceError.Code {
    fileprivate var sentence: String {
        switch self {
        case .invalidNumber: "expected a whole number of 64 bits; check the format and its columns"
        case .missingColumn: "the line has fewer columns than the format needs"
        case .unknownColumn: "the header has no column of that name"
        case .emptyName: "the request names no object"
        case .lineTooLong: "the line is longer than \(TraceReader.lineLimit) bytes; is this text?"
        case .truncatedRecord: "the last record is cut off; is this the format, and the whole file?"
        case .invalidNextUse: "the next use must come after the record"
        case .tooManyObjects: "there are more different objects than 32 bits can number"
        }
    }
}
