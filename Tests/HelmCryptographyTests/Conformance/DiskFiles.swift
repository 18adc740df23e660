import Foundation
import HelmChart

/// Files of the disk for tests.
struct DiskFiles: ChartFileSource {
    func entries(of folder: String) throws(ChartError) -> [ChartEntry] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).map { name in
                var isFolder: ObjCBool = false
                let path = folder + "/" + name
                _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
                if isFolder.boolValue { return ChartEntry(name: name, kind: .folder) }
                let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
                return ChartEntry(name: name, kind: .file(size: size ?? 0))
            }
        } catch {
            throw ChartError(.file, "\(folder): \(error)")
        }
    }

    func contents(of path: String) throws(ChartError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ChartError(.file, "error reading \(path)")
        }
        return Array(data)
    }

    /// Loads the chart in a folder or archive.
    static func chart(at path: String, version: HelmVersion) throws -> Chart {
        var isFolder: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let loader = ChartLoader(version: version)
        if isFolder.boolValue { return try loader.chart(folder: path, in: DiskFiles()) }
        return try loader.chart(archive: DiskFiles().contents(of: path), named: path)
    }
}
