public import Foundation

/// Folders of the checkout that tests read.
public enum Checkout {
    /// The root of the package.
    public static let root: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The corpus of real files that the conformance suites read, if it is there: the folder named by the
    /// environment variable `TRANSLOAD_CORPUS`, else `../shared/corpus` beside the checkout.
    public static let corpus: URL? = {
        let named = ProcessInfo.processInfo.environment["TRANSLOAD_CORPUS"].map { URL(filePath: $0) }
        let folder = named ?? root.deletingLastPathComponent().appending(path: "shared/corpus")
        return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
    }()

    /// All regular files below `folder` whose name ends in one of `suffixes`, in the order of their paths.
    public static func files(below folder: URL, suffixes: [String]) -> [URL] {
        guard let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        else {
            return []
        }
        var files: [URL] = []
        for case let file as URL in walk where suffixes.contains(where: { file.lastPathComponent.hasSuffix($0) }) {
            if (try? file.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true { files.append(file) }
        }
        return files.sorted { $0.path < $1.path }
    }
}
