#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Files that appear together: all of them, or none.
///
/// Each is first written beside its target under a name of its own; only when all are on the disk are they renamed.
/// When a renaming fails, those before it are undone, so that files which were there before are there again.
package struct StagedFiles: ~Copyable {
    private struct Entry {
        let file: OutputFile
        let target: String
        /// Where the new text is; nil for a pipe or a device, which is written at the end.
        let temporary: String?
        /// Where the old text is kept until all is done; nil if there was none.
        var backup: String?
        var isInPlace = false
    }

    private var entries: [Entry] = []
    private var targets: Set<String> = []
    private var newFolders: [String] = []

    /// Creates an empty stage.
    package init() {}

    /// Creates `folders` with their parents where they are not there, writes `files`, runs `body`, and puts the files
    /// into place. An error on the way leaves everything as it was.
    package static func write(
        _ files: [OutputFile],
        creating folders: [String] = [],
        then body: () throws(SystemFault) -> Void = {}
    ) throws(SystemFault) {
        var stage = StagedFiles()
        do throws(SystemFault) {
            for folder in Set(folders).sorted() { try stage.createFolder(folder) }
            for file in files { try stage.add(file) }
            try body()
            try stage.commit()
        } catch {
            stage.discard()
            throw error
        }
    }

    private mutating func createFolder(_ path: String) throws(SystemFault) {
        switch FileOnDisk.kind(of: path) {
        case .directory: return
        case .regular, .special:
            throw SystemFault("cannot create the folder \(path)", number: EEXIST, remedy: "Name another folder.")
        case nil: break
        }
        let trimmed = String(path.prefix(upTo: path.lastIndex { $0 != "/" }.map(path.index(after:)) ?? path.endIndex))
        let parent = FileOnDisk.split(trimmed).folder
        if parent != trimmed { try createFolder(parent) }
        guard mkdir(trimmed, 0o777) == 0 else { throw SystemFault("cannot create the folder \(trimmed)") }
        newFolders.append(trimmed)
    }

    private mutating func add(_ file: OutputFile) throws(SystemFault) {
        let target = FileOnDisk.resolved(file.path)
        switch FileOnDisk.kind(of: target) {
        case .directory:
            throw SystemFault("cannot write \(file.path)", number: EISDIR, remedy: "Name a file.")
        case .special: entries.append(Entry(file: file, target: target, temporary: nil))
        case .regular(let mode):
            guard access(target, W_OK) == 0 else { throw SystemFault("cannot write \(file.path)") }
            try stage(file, at: target, mode: mode)
        case nil: try stage(file, at: target, mode: nil)
        }
    }

    private mutating func stage(_ file: OutputFile, at target: String, mode: mode_t?) throws(SystemFault) {
        guard targets.insert(target).inserted else {
            throw SystemFault(
                "cannot write two files to \(file.path)",
                number: EEXIST,
                remedy: "Give the output and the report different names."
            )
        }
        let temporary = Self.unusedName(beside: target)
        let descriptor: Descriptor
        do {
            descriptor = try Descriptor(
                opening: temporary,
                O_WRONLY | O_CREAT | O_EXCL,
                mode: file.isPrivate ? 0o600 : 0o666
            )
        } catch {
            throw SystemFault("cannot write \(file.path)", number: error.number)
        }
        entries.append(Entry(file: file, target: target, temporary: temporary))
        if let mode, !file.isPrivate { fchmod(descriptor.number, mode) }
        do {
            try descriptor.writeAll(file.bytes, name: file.path)
        } catch {
            try? descriptor.finish(file.path)
            throw error
        }
        try descriptor.finish(file.path)
    }

    private mutating func commit() throws(SystemFault) {
        for index in entries.indices {
            guard let temporary = entries[index].temporary else { continue }
            let target = entries[index].target
            let backup = Self.unusedName(beside: target)
            if link(target, backup) == 0 {
                entries[index].backup = backup
            } else if errno != ENOENT {
                // A file system without hard links: the old file steps aside.
                guard rename(target, backup) == 0 else {
                    throw SystemFault("cannot replace \(entries[index].file.path)")
                }
                entries[index].backup = backup
                entries[index].isInPlace = true
            }
            guard rename(temporary, target) == 0 else { throw SystemFault("cannot write \(entries[index].file.path)") }
            entries[index].isInPlace = true
        }
        for entry in entries where entry.temporary == nil {
            let descriptor = try Descriptor(opening: entry.target, O_WRONLY)
            defer { try? descriptor.finish(entry.file.path) }
            try descriptor.writeAll(entry.file.bytes, name: entry.file.path)
        }
        for entry in entries { if let backup = entry.backup { unlink(backup) } }
    }

    /// Restores what was there.
    private mutating func discard() {
        for entry in entries.reversed() {
            if let temporary = entry.temporary { unlink(temporary) }
            switch (entry.backup, entry.isInPlace) {
            case (let backup?, true): _ = rename(backup, entry.target)
            case (let backup?, false): unlink(backup)
            case (nil, true): unlink(entry.target)
            case (nil, false): break
            }
        }
        for folder in newFolders.reversed() { rmdir(folder) }
    }

    private static func unusedName(beside target: String) -> String {
        let parts = FileOnDisk.split(target)
        let number = String(UInt64.random(in: .min ... .max), radix: 36)
        return (parts.folder == "/" ? "" : parts.folder) + "/.transload-\(number).tmp"
    }
}
