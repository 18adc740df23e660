/// What a pre-synchroniser has to do and what it has done, in a file that survives the program.
///
/// Whatever is noted stays until it is finished: a program that is killed at any moment finds it again. What was finished is
/// remembered, so that it is not done twice.
public actor SyncJournal {
    private let database: Database

    /// How many events are remembered to recognise repetitions.
    private static let eventsKept: Int64 = 100_000

    private static let schema = [
        """
        CREATE TABLE IF NOT EXISTS work (
            number INTEGER PRIMARY KEY AUTOINCREMENT, route TEXT NOT NULL, repository TEXT NOT NULL, kind TEXT NOT NULL,
            name TEXT NOT NULL, size INTEGER NOT NULL, attempts INTEGER NOT NULL, after INTEGER NOT NULL,
            generation INTEGER NOT NULL, UNIQUE (route, repository, kind, name))
        """,
        """
        CREATE TABLE IF NOT EXISTS images (
            route TEXT NOT NULL, repository TEXT NOT NULL, tag TEXT NOT NULL, digest TEXT NOT NULL,
            PRIMARY KEY (route, repository, tag)) WITHOUT ROWID
        """,
        "CREATE TABLE IF NOT EXISTS events (number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE)",
    ]

    /// Opens or creates a journal.
    ///
    /// - Parameter path: The file; `:memory:` for a journal that is forgotten.
    /// - Throws: ``JournalError``
    public init(path: String) throws(JournalError) {
        database = try Database(path)
        for statement in Self.schema { try database.run(statement) }
    }

    /// Notes what an event asks for, unless an event of that name was noted before. The name and the work are one step on
    /// the disk: an event that was not noted whole is new when its sender repeats it.
    func note(_ work: [SyncWork], ofEvent name: String) throws(JournalError) {
        try database.transaction { () throws(JournalError) in
            let isNew = try database.run("INSERT OR IGNORE INTO events (name) VALUES (?)", [.text(name)]) > 0
            guard isNew else { return }
            try database.run(
                "DELETE FROM events WHERE number <= (SELECT MAX(number) FROM events) - ?",
                [.integer(Self.eventsKept)]
            )
            for work in work { try note(work) }
        }
    }

    /// Notes work. The same work is there once; noted again, it is tried at once, and once more if it is under way.
    func note(_ work: SyncWork) throws(JournalError) {
        let (kind, name, size) = work.task.columns
        try database.run(
            """
            INSERT INTO work (route, repository, kind, name, size, attempts, after, generation)
            VALUES (?, ?, ?, ?, ?, 0, 0, 0)
            ON CONFLICT (route, repository, kind, name) DO UPDATE SET generation = generation + 1, after = 0
            """,
            [.text(work.route), .text(work.repository.path), .text(kind), .text(name), .integer(size)]
        )
    }

    /// The work to do next: of the given routes, in the order in which it was noted.
    func next(of routes: [String], at now: Int64) throws(JournalError) -> PendingWork? {
        guard !routes.isEmpty else { return nil }
        let marks = routes.map { _ in "?" }.joined(separator: ", ")
        var found: PendingWork?
        try database.run(
            """
            SELECT route, repository, kind, name, size, attempts, generation FROM work
            WHERE route IN (\(marks)) AND after <= ? ORDER BY number LIMIT 1
            """,
            routes.map { .text($0) } + [.integer(now)]
        ) { row in
            guard let repository = try? RepositoryName(row.text(1)),
                let task = SyncWork.Task(kind: row.text(2), name: row.text(3), size: row.integer(4))
            else { return }
            found = PendingWork(
                work: SyncWork(route: row.text(0), repository: repository, task: task),
                attempts: Int(row.integer(5)),
                generation: row.integer(6)
            )
        }
        return found
    }

    /// The earliest second at which something can be tried again; nil if there is nothing to do.
    func nextAttempt() throws(JournalError) -> Int64? {
        var second: Int64?
        try database.run("SELECT after FROM work ORDER BY after LIMIT 1") { second = $0.integer(0) }
        return second
    }

    /// Notes that work is done, and for an image which one the tag stands for at the destination now. Both are one step on
    /// the disk.
    func finish(_ pending: PendingWork, image digest: Digest? = nil) throws(JournalError) {
        let work = pending.work
        let (kind, name, _) = work.task.columns
        try database.transaction { () throws(JournalError) in
            try database.run(
                "DELETE FROM work WHERE route = ? AND repository = ? AND kind = ? AND name = ? AND generation = ?",
                [
                    .text(work.route), .text(work.repository.path), .text(kind), .text(name),
                    .integer(pending.generation),
                ]
            )
            let place: [Database.Binding] = [.text(work.route), .text(work.repository.path), .text(name)]
            switch (work.task, digest) {
            case (.image, let digest?):
                try database.run(
                    "INSERT OR REPLACE INTO images (route, repository, tag, digest) VALUES (?, ?, ?, ?)",
                    place + [.text(digest.description)]
                )
            case (.image, nil), (.removal, _):
                try database.run("DELETE FROM images WHERE route = ? AND repository = ? AND tag = ?", place)
            case (.blob, _): break
            }
        }
    }

    /// Puts work off after a failure.
    func postpone(_ pending: PendingWork, until second: Int64) throws(JournalError) {
        let work = pending.work
        let (kind, name, _) = work.task.columns
        try database.run(
            """
            UPDATE work SET attempts = attempts + 1, after = CASE WHEN generation = ? THEN ? ELSE 0 END
            WHERE route = ? AND repository = ? AND kind = ? AND name = ?
            """,
            [
                .integer(pending.generation), .integer(second), .text(work.route), .text(work.repository.path),
                .text(kind), .text(name),
            ]
        )
    }

    /// The images that were brought, by tag, with their digests at the source.
    func images(of route: String, in repository: RepositoryName) throws(JournalError) -> [Tag: Digest] {
        var images: [Tag: Digest] = [:]
        try database.run(
            "SELECT tag, digest FROM images WHERE route = ? AND repository = ?",
            [.text(route), .text(repository.path)]
        ) { row in
            if let tag = try? Tag(row.text(0)), let digest = try? Digest(row.text(1)) { images[tag] = digest }
        }
        return images
    }

    /// How much is waiting.
    public func waiting() throws(JournalError) -> Int {
        var count: Int64 = 0
        try database.run("SELECT COUNT(*) FROM work") { count = $0.integer(0) }
        return Int(count)
    }
}

extension SyncWork.Task {
    fileprivate var columns: (kind: String, name: String, size: Int64) {
        switch self {
        case .blob(let digest, let size): ("blob", digest.description, size)
        case .image(let tag): ("image", tag.name, 0)
        case .removal(let tag): ("removal", tag.name, 0)
        }
    }

    fileprivate init?(kind: String, name: String, size: Int64) {
        switch kind {
        case "blob":
            guard let digest = try? Digest(name) else { return nil }
            self = .blob(digest, size: size)
        case "image":
            guard let tag = try? Tag(name) else { return nil }
            self = .image(tag)
        case "removal":
            guard let tag = try? Tag(name) else { return nil }
            self = .removal(tag)
        default: return nil
        }
    }
}
