import CSQLite

/// A SQLite database, used by one task at a time.
///
/// It writes ahead and waits for the disk at each commit, so that what was noted survives a loss of power.
final class Database {
    private var handle: OpaquePointer?

    /// Opens or creates the file; `:memory:` keeps nothing.
    init(_ path: String) throws(JournalError) {
        guard sqlite3_open_v2(path, &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK else {
            let error = fault()
            sqlite3_close_v2(handle)
            handle = nil
            throw error
        }
        sqlite3_busy_timeout(handle, 5000)
        try run("PRAGMA journal_mode = WAL")
        try run("PRAGMA synchronous = FULL")
    }

    deinit { sqlite3_close_v2(handle) }

    /// A value that stands for a `?` of a statement.
    enum Binding {
        case text(String)
        case integer(Int64)
    }

    /// Runs one statement; `row` is called with each row of the result. Returns how many rows the statement changed.
    @discardableResult
    func run(
        _ sql: String,
        _ bindings: [Binding] = [],
        row: (Row) -> Void = { _ in }
    ) throws(JournalError) -> Int {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { throw fault() }
        defer { sqlite3_finalize(statement) }
        for (index, binding) in bindings.enumerated() {
            let status =
                switch binding {
                case .text(let text): transload_bind_text(statement, Int32(index + 1), text, Int32(text.utf8.count))
                case .integer(let number): sqlite3_bind_int64(statement, Int32(index + 1), number)
                }
            guard status == SQLITE_OK else { throw fault() }
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: row(Row(statement: statement))
            case SQLITE_DONE: return Int(sqlite3_changes(handle))
            default: throw fault()
            }
        }
    }

    /// Runs several statements as one: all of them count, or none.
    func transaction<Result>(_ body: () throws(JournalError) -> Result) throws(JournalError) -> Result {
        try run("BEGIN IMMEDIATE")
        do {
            let result = try body()
            try run("COMMIT")
            return result
        } catch {
            _ = try? run("ROLLBACK")
            throw error
        }
    }

    /// A row of a result, only while it is being read.
    struct Row {
        fileprivate let statement: OpaquePointer?

        func text(_ column: Int32) -> String {
            sqlite3_column_text(statement, column).map { String(cString: $0) } ?? ""
        }

        func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(statement, column) }
    }

    private func fault() -> JournalError {
        JournalError(handle.map { String(cString: sqlite3_errmsg($0)) } ?? "out of memory")
    }
}

/// Why a journal cannot be read or written.
public struct JournalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What the database says.
    public let message: String

    init(_ message: String) { self.message = message }

    /// One sentence with what to do.
    public var description: String {
        "the journal cannot be used: \(message). Check the path, its permissions and the space on its disk."
    }
}
