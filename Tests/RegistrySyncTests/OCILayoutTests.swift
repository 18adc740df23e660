import Foundation
import RegistrySync
import Testing

@Suite(.timeLimit(.minutes(10))) struct OCILayoutTests {
    private func withFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("layout-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await body(folder)
    }

    @Test("An image goes from a registry through a folder to another repository, byte for byte")
    func roundTrip() async throws {
        try await withFolder { folder in
            try await TestSetting.with { setting in
                let image = try TestImage(layers: [2_500_000, 1])
                setting.registry.put(image, in: "source")
                let index = try TestImage.index([("linux/amd64", image)])
                setting.registry.put(index, in: "source", tag: "v1")
                let v1 = ManifestReference.tag(try Tag("v1"))
                let layout = try await OCILayout(creatingAt: folder)
                try await ImageCopy(from: try setting.repository("source"), v1, to: layout, as: v1)()
                #expect(try await layout.names() == ["v1"])
                let opened = try await OCILayout(opening: folder)
                let plan = try await ImageCopy(from: opened, v1, to: try setting.repository("target"), as: v1)()
                #expect(plan.root == index.digest)
                #expect(setting.registry.digest(of: "v1", in: "target") == index.digest)
                // A name that is given again goes over to the new image.
                setting.registry.put(image, in: "source", tag: "v1")
                try await ImageCopy(from: try setting.repository("source"), v1, to: layout, as: v1)()
                #expect(try await layout.index().map(\.digest) == [image.manifest.digest])
            }
        }
    }

    @Test("A damaged blob is noticed by the copy that reads it, and no part of a blob ever has its name")
    func damage() async throws {
        try await withFolder { folder in
            try await TestSetting.with { setting in
                let image = try TestImage(layers: [100_000])
                setting.registry.put(image, in: "source", tag: "v1")
                let v1 = ManifestReference.tag(try Tag("v1"))
                let layout = try await OCILayout(creatingAt: folder)
                setting.registry.fail(TestFault("GET", "/blobs/", times: 99, .corrupt(at: 1)))
                await #expect(throws: ContentMismatch.self) {
                    try await ImageCopy(from: try setting.repository("source"), v1, to: layout, as: v1)()
                }
                let blobs = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/blobs/sha256")
                #expect(blobs.isEmpty)
                #expect(try await layout.names().isEmpty)
            }
        }
    }

    @Test("Two copies into one layout at a time both get their names")
    func together() async throws {
        try await withFolder { folder in
            try await TestSetting.with { setting in
                let layout = try await OCILayout(creatingAt: folder)
                let names = ["a", "b", "c", "d"]
                for (seed, name) in names.enumerated() {
                    setting.registry.put(try TestImage(layers: [50], seed: UInt8(seed)), in: "source", tag: name)
                }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for name in names {
                        let reference = ManifestReference.tag(try Tag(name))
                        let source = try setting.repository("source")
                        group.addTask { try await ImageCopy(from: source, reference, to: layout, as: reference)() }
                    }
                    try await group.waitForAll()
                }
                #expect(try await layout.names().sorted() == names)
            }
        }
    }

    @Test("A folder that is no layout is refused", arguments: ["", "{", #"{"imageLayoutVersion":"2.0.0"}"#])
    func noLayout(marker: String) async throws {
        try await withFolder { folder in
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(marker.utf8).write(to: URL(fileURLWithPath: "\(folder)/oci-layout"))
            await #expect(throws: LayoutError.self) { try await OCILayout(opening: folder) }
        }
    }
}
