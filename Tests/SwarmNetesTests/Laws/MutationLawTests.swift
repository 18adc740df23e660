import ComposeModel
import Diagnostics
import Foundation
import KubeModel
import OrderedCollections
@testable import SwarmNetes
import TestSupport
import Testing
import YAMLTree

/// What the table calls kept reaches Kubernetes: changing such a leaf changes more than annotations.
@Suite struct MutationLawTests {
    @Test(arguments: ["vote", "wordpress"]) func keptLeavesMatter(_ example: String) throws {
        let folder = Checkout.root.appending(path: "Examples/\(example)")
        var files: [String: [UInt8]] = [:]
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) where file != "themes" {
            files["/project/\(file)"] = [UInt8](try Data(contentsOf: folder.appending(path: file)))
        }
        let source = InMemoryFileSource(bytes: files)
        let tree = try Project.load(from: source).makeNode()
        let converter = Project.converter(source: source)
        let original = try Self.actedOn(by: converter, tree)
        let residue = try Self.residue(converter, tree)

        var mutated = 0
        var ignored: [String] = []
        for path in Self.keptLeaves(of: tree) where !residue.covers(path) {
            for replacement in Self.replacements(of: tree[path]) {
                var changed = tree
                changed[path] = replacement
                guard let project = Self.project(changed), project.makeNode() != tree,
                    let objects = try? Self.actedOn(by: converter, changed)
                else { continue }
                mutated += 1
                if objects == original { ignored.append("\(path)") }
                break
            }
        }
        #expect(mutated > 40, "only \(mutated) leaves could be changed")
        #expect(ignored == [])
    }

    private static func keptLeaves(of tree: Node) -> [NodePath] {
        var paths: [NodePath] = []
        ComposeCoverage.table.forEachLeaf(of: tree) { if $0.verdict == .kept { paths.append($0.path) } }
        return paths
    }

    private static func residue(_ converter: ComposeToKubernetes, _ tree: Node) throws -> PathTree {
        var objects = try converter.convert(#require(project(tree))).value
        return PathTree(Remarks.detach(from: &objects).changes.lazy.filter { $0.change != .remove }.map(\.path))
    }

    private static func project(_ tree: Node) -> ComposeProject? {
        let context = ReadingContext(schema: .core)
        let project = ComposeProject(reading: tree, context)
        return context.findings.isEmpty ? project : nil
    }

    /// The objects as text, without what conversions note for themselves.
    private static func actedOn(by converter: ComposeToKubernetes, _ tree: Node) throws -> String {
        var objects = try converter.convert(#require(project(tree))).value
        for index in objects.indices {
            objects[index].metadata.annotations = objects[index].metadata.annotations.filter {
                !$0.key.hasPrefix("transload.dev/")
            }
        }
        return ManifestStream().write(objects)
    }

    /// Values of the same type, the likeliest to be allowed first.
    private static func replacements(of node: Node?) -> [Node] {
        guard let text = node?.text else { return [] }
        if text == "true" || text == "false" { return [.bool(text == "false")] }
        let known: [String: Node] = [
            "tcp": "udp", "ingress": "host", "start-first": "stop-first", "stop-first": "start-first",
            "volume": "tmpfs", "always": "no", "global": "replicated",
        ]
        if let value = known[text] { return [value] }
        if let number = Int(text) { return [.integer(number + 1), .string(String(number + 1))] }
        if text.hasSuffix("s"), text.dropLast().last?.isNumber == true { return [.string("7s")] }
        if let number = Double(text) { return [.plain(String(number + 1))] }
        return [.string(text + "x"), .string("7s"), .string("128")]
    }
}
