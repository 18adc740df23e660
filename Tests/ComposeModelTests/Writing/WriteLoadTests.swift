import ComposeModel
import Diagnostics
import Foundation
import OrderedCollections
import TestSupport
import Testing
import YAMLTree

/// What the writer writes, the loader reads as the same project.
@Suite(.enabled(if: !CanonicalOutputs.files.isEmpty, CanonicalOutputs.isThere))
struct WriteLoadTests {
    /// Loads a text as the file of a project of its own.
    private func load(_ text: String) throws -> ComposeProject {
        let source = InMemoryFileSource(["/work/compose.yaml": text])
        let options = ComposeLoader.Options(workingDirectory: "/work", envFiles: .none)
        return try ComposeLoader(options: options).load(["compose.yaml"], from: source).value
    }

    @Test func everyProjectComesBack() throws {
        for file in CanonicalOutputs.files {
            let project = try ComposeProject(canonical: try CanonicalOutputs.tree(file))
            let text = ComposeWriter().text(project).value
            do {
                let loaded = try load(text)
                #expect(missing(loaded, project) == [], "\(file.path)")
                let again = try load(ComposeWriter().text(loaded).value)
                #expect(Bool(again == loaded), "\(file.path): \(difference(again, loaded))")
            } catch let error as InvalidInput {
                Issue.record("\(file.path): \(error)")
            }
        }
    }

    @Test func stackFilesLoadToo() throws {
        let writer = ComposeWriter(options: .init(flavour: .stack(.v3_13)))
        for file in CanonicalOutputs.files {
            let project = try ComposeProject(canonical: try CanonicalOutputs.tree(file))
            // A stack's services all need an image to load.
            guard project.services.values.allSatisfy({ $0.image != nil }) else { continue }
            do {
                let loaded = try load(writer.text(project).value)
                #expect(loaded.services.keys.sorted() == project.services.keys.sorted(), "\(file.path)")
            } catch let error as InvalidInput {
                Issue.record("\(file.path): \(error)")
            }
        }
    }

    /// What a project lacks of another one; the loader may add what the reference left to later steps.
    private func missing(_ project: ComposeProject, _ other: ComposeProject) -> [String] {
        let tree = project.makeNode()
        var missing: [String] = []
        other.makeNode().forEachLeaf { path, leaf in
            // A dependency on a disabled service cannot be loaded.
            if tree[path] != leaf, !path.elements.contains(.key("depends_on")) { missing.append("\(path)") }
        }
        return missing
    }

    private func difference(_ left: ComposeProject, _ right: ComposeProject) -> String {
        CorpusRoundTripTests.firstDifference(left.makeNode(), right.makeNode())
    }
}
