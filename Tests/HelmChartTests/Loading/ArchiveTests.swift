import Testing

@testable import HelmChart

/// Archives of strangers.
@Suite struct ArchiveTests {
    private static let metadata = "apiVersion: v2\nname: shop\nversion: 1.0.0\n"

    private static func archive(_ files: [(String, String)]) throws -> [UInt8] {
        var tar = TarWriter()
        for (path, text) in files { tar.add(path, Array(text.utf8)) }
        tar.finish()
        return try GzipStream.packed(tar.bytes)
    }

    @Test func aChartIsReadFromAnArchive() throws {
        let chart = try ChartLoader().chart(
            archive: Self.archive([("shop/Chart.yaml", Self.metadata), ("shop/templates/a.yaml", "a: 1")])
        )
        #expect(chart.name == "shop")
        #expect(chart.templates.map(\.name) == ["templates/a.yaml"])
    }

    @Test(arguments: [
        ("shop/../../etc/passwd", "chart illegally references parent directory"),
        ("shop//etc/passwd", "chart illegally contains absolute paths"),
        ("passwd", "chart illegally contains content outside the base directory: \"passwd\""),
        ("shop/c:/windows", "chart contains illegally named files"),
        ("shop\\..\\..\\x", "chart illegally references parent directory"),
    ])
    func pathsThatLeadOutOfTheChartAreRefused(_ path: String, _ message: String) throws {
        let archive = try Self.archive([("shop/Chart.yaml", Self.metadata), (path, "x")])
        let error = #expect(throws: ChartError.self) { try ChartLoader().chart(archive: archive) }
        #expect(error?.kind == .archive)
        #expect(error?.message == message)
    }

    @Test func bombsAreNotUnpacked() throws {
        let zeros = String(repeating: "\0", count: 1 << 20)
        let archive = try Self.archive((0..<8).map { ("shop/files/\($0)", zeros) })
        #expect(archive.count < 1 << 16)
        let loader = ChartLoader(limits: LoadingLimits(totalSize: 2 << 20))
        let error = #expect(throws: ChartError.self) { try loader.chart(archive: archive) }
        #expect(error?.kind == .limit)
    }

    @Test func filesHaveALimit() throws {
        let archive = try Self.archive([("shop/Chart.yaml", Self.metadata), ("shop/big", "12345")])
        let loader = ChartLoader(limits: LoadingLimits(fileSize: 4))
        #expect(throws: ChartError.self) { try loader.chart(archive: archive) }
    }

    @Test func chartsNestOnlySoDeep() throws {
        var path = "shop/"
        var files: [(String, String)] = []
        for _ in 0..<6 {
            files.append((path + "Chart.yaml", Self.metadata))
            path += "charts/shop/"
        }
        let archive = try Self.archive(files)
        _ = try ChartLoader().chart(archive: archive)
        let error = #expect(throws: ChartError.self) {
            try ChartLoader(limits: LoadingLimits(depth: 3)).chart(archive: archive)
        }
        #expect(error?.kind == .limit)
    }

    @Test func damagedArchivesAreErrors() throws {
        let archive = try Self.archive([("shop/Chart.yaml", Self.metadata)])
        for length in 0..<archive.count {
            #expect(throws: ChartError.self) { try ChartLoader().chart(archive: Array(archive[..<length])) }
        }
        for position in stride(from: 10, to: archive.count, by: 3) {
            var damaged = archive
            damaged[position] ^= 0x55
            // Whatever comes of it, it ends.
            _ = try? ChartLoader().chart(archive: damaged)
        }
    }

    @Test func longPathsSurvive() throws {
        let path = "templates/" + String(repeating: "long-", count: 40) + ".yaml"
        let chart = try ChartLoader().chart(
            archive: Self.archive([("shop/Chart.yaml", Self.metadata), ("shop/" + path, "a: 1")])
        )
        #expect(chart.templates.first?.name == path)
    }
}
