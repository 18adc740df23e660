import ComposeModel
import Diagnostics
import Foundation
import OrderedCollections
import TestSupport
import Testing
import YAMLTree

/// The canonical outputs of the reference loader.
enum CanonicalOutputs {
    static let folder = Checkout.corpus?.appending(path: "compose/expected/compose-go")
    static let files = folder.map { Checkout.files(below: $0, suffixes: [".out.yaml"]) } ?? []
    static let isThere: Comment = "needs the corpus of Compose files"

    static func tree(_ file: URL) throws -> Node {
        try YAMLReader().document(in: Array(Data(contentsOf: file)), file: SourceFile(file.lastPathComponent))
    }
}

@Suite(.enabled(if: !CanonicalOutputs.files.isEmpty, CanonicalOutputs.isThere))
struct CorpusRoundTripTests {
    @Test func everyCanonicalOutputComesBack() throws {
        for file in CanonicalOutputs.files {
            let tree = try CanonicalOutputs.tree(file)
            let project = try ComposeProject(canonical: tree)
            let written = project.makeNode()
            #expect(Bool(written == tree), "\(file.path): \(Self.firstDifference(written, tree))")
        }
    }

    @Test func everyCanonicalOutputComesBackFromValuesAlone() throws {
        for file in CanonicalOutputs.files {
            let tree = try CanonicalOutputs.tree(file)
            let project = try ComposeProject(canonical: tree)
            let rewritten = try ComposeProject(canonical: project.makeNode())
            #expect(rewritten == project, "\(file.path)")
        }
    }

    @Test func onlyExtensionsAreUnknown() throws {
        for file in CanonicalOutputs.files {
            let project = try ComposeProject(canonical: try CanonicalOutputs.tree(file))
            for (name, service) in project.services {
                let unknown = service.fields.unknown.map(\.name).filter { !$0.hasPrefix("x-") }
                #expect(unknown.isEmpty, "\(file.path): \(name)")
            }
        }
    }

    static func firstDifference(_ left: Node, _ right: Node) -> String {
        var found = ""
        right.forEachLeaf { path, leaf in
            if found.isEmpty, left[path] != leaf { found = "\(path)" }
        }
        left.forEachLeaf { path, leaf in
            if found.isEmpty, right[path] != leaf { found = "added \(path)" }
        }
        return found
    }
}
