import Foundation
import Testing
import transload

@Suite struct StagedFilesTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func file(_ name: String, _ text: String = "new") -> OutputFile {
        OutputFile(path: folder.path(name), text: text)
    }

    @Test func writesAllAndLeavesNothingElse() throws {
        try folder.write("a", "old")
        try StagedFiles.write(
            [file("a"), file("b", ""), file("sub/deep/c")],
            creating: [folder.path("sub") + "//deep//"]
        )
        #expect(try folder.names() == ["a", "b", "sub", "sub/deep", "sub/deep/c"])
        #expect(folder.text("a") == "new" && folder.text("b")?.isEmpty == true && folder.text("sub/deep/c") == "new")
    }

    @Test(arguments: [
        ["a", "b", "taken"], ["taken", "a", "b"], ["a", "missing/b"], ["a", "b", "a"], ["a", "sub/../a"],
    ])
    func writesNoneWhenOneCannotBe(names: [String]) throws {
        try folder.write("a", "old")
        try folder.write("taken/x", "old")
        try folder.write("sub/x", "old")
        let before = try folder.names()
        #expect(throws: SystemFault.self) {
            try StagedFiles.write(names.map { file($0) }, creating: [folder.path("made/deep")])
        }
        #expect(try folder.names() == before)
        #expect(folder.text("a") == "old")
    }

    @Test func writesNoneWhenTheStepBetweenFails() throws {
        try folder.write("a", "old")
        #expect(throws: SystemFault.self) {
            try StagedFiles.write([file("a"), file("b")]) { () throws(SystemFault) in
                throw SystemFault("cannot go on", number: 5)
            }
        }
        #expect(try folder.names() == ["a"])
        #expect(folder.text("a") == "old")
    }

    @Test func keepsPermissionsAndFollowsLinks() throws {
        let target = try folder.write("a", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
        try FileManager.default.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "a")
        try StagedFiles.write([file("link")])
        let attributes = try FileManager.default.attributesOfItem(atPath: target)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(folder.text("a") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "a")
    }

    @Test func hidesPrivateFilesFromOthers() throws {
        try folder.write("old", "old")
        try StagedFiles.write(["new", "old"].map { OutputFile(path: folder.path($0), bytes: [1], isPrivate: true) })
        for name in ["new", "old"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder.path(name))
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test func writesIntoDevicesInsteadOfReplacingThem() throws {
        try StagedFiles.write([OutputFile(path: "/dev/null", text: "x"), file("a")])
        #expect(folder.text("a") == "new")
        let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
        #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
        #expect(throws: SystemFault.self) {
            try StagedFiles.write([file("a", "newer"), file("b"), OutputFile(path: "/dev/full", text: "x")])
        }
        #expect(folder.text("a") == "new")
        #expect(try folder.names() == ["a"])
    }

    @Test func doesNotTakeAFileForAFolder() throws {
        let path = try folder.write("a", "old")
        let fault = #expect(throws: SystemFault.self) { try StagedFiles.write([], creating: [path]) }
        #expect(fault?.description == "cannot create the folder \(path): File exists\n    Name another folder.")
    }
}
