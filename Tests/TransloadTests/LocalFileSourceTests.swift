import ComposeModel
import Foundation
import Testing
import transload

@Suite struct LocalFileSourceTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func readsBytesAsTheyAre() throws {
        let bytes: [UInt8] = [0, 0xFF, 0x0A, 0xC3]
        try Data(bytes).write(to: folder.url.appending(path: "a"))
        #expect(try LocalFileSource().contents(of: folder.path("a")) == bytes)
        #expect(try LocalFileSource().contents(of: "/dev/null") == [])
    }

    @Test func saysWhyAFileCannotBeRead() throws {
        try folder.write("file", "12345")
        let source = LocalFileSource(limit: 4)
        #expect(throws: FileFault.notFound) { try source.contents(of: folder.path("missing")) }
        #expect(throws: FileFault.notFound) { try source.contents(of: folder.path("file/below")) }
        #expect(throws: FileFault.isDirectory) { try source.contents(of: folder.path) }
        #expect(throws: FileFault.unreadable("it has more than 4 bytes")) {
            try source.contents(of: folder.path("file"))
        }
        #expect(throws: FileFault.unreadable("it has more than 4 bytes")) { try source.contents(of: "/dev/zero") }
    }

    @Test func knowsWhatIsThere() throws {
        try folder.write("dir/file", "x")
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "dir/file")
        let source = LocalFileSource()
        #expect(source.kind(of: folder.path("dir")) == .directory)
        #expect(source.kind(of: folder.path("link")) == .file)
        #expect(source.kind(of: folder.path("none")) == nil)
        #expect(source.kind(of: "-") == .file)
        #expect(
            source.resolvingSymbolicLinks(in: folder.path("link"))
                == source.resolvingSymbolicLinks(in: folder.path("dir/file"))
        )
    }
}
