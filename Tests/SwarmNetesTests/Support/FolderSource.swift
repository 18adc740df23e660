import ComposeModel
import Foundation

/// The files below a folder of the disk, for suites that read the corpus.
struct FolderSource: FileSource {
    func contents(of path: String) throws(FileFault) -> [UInt8] {
        switch kind(of: path) {
        case nil: throw .notFound
        case .directory?: throw .isDirectory
        case .file?:
            guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable("no permission") }
            return [UInt8](data)
        }
    }

    func kind(of path: String) -> FileKind? {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { return nil }
        return isDirectory.boolValue ? .directory : .file
    }
}
