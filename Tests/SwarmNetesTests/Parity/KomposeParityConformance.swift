import ComposeModel
import Diagnostics
import Foundation
import KubeModel
import SwarmNetes
import TestSupport
import Testing
import YAMLTree

/// kompose's own fixtures: what its output says is in ours, or explained in `Documentation/KomposeDifferences.md`.
@Suite struct KomposeParityConformance {
    /// A run of kompose with the output that it expects.
    private struct Case {
        let arguments: [String]
        let expected: URL
        let folder: URL

        /// The values of an option.
        func values(_ option: String) -> [String] {
            zip(arguments, arguments.dropFirst()).filter { $0.0 == option }.map(\.1)
        }

        /// Options that ask kompose for something that is no conversion of the files as they are.
        var isComparable: Bool {
            !values("-f").isEmpty
                && !arguments.contains { $0.hasPrefix("--volumes") || $0 == "--emptyvols" || $0 == "--no-interpolate" }
                && !arguments.contains { $0.hasPrefix("--service-group-mode=volume") }
        }
    }

    private static func cases() throws -> [Case] {
        guard let corpus = Checkout.corpus else { return [] }
        let folder = corpus.appending(path: "compose/kompose/HEAD")
        let index = try YAMLReader().document(
            in: [UInt8](Data(contentsOf: folder.appending(path: "cases.json"))),
            file: "cases.json"
        )
        return (index.sequence ?? []).compactMap { entry in
            guard entry["provider"]?.text == "kubernetes", let expected = entry["expected"]?.text else { return nil }
            return Case(
                arguments: entry["args"]?.sequence?.compactMap(\.text) ?? [],
                expected: folder.appending(path: expected),
                folder: folder
            )
        }
    }

    private static func converted(_ example: Case) throws -> [AnyKubernetesObject] {
        let options = ComposeLoader.Options(workingDirectory: example.folder.path)
        let files = example.values("-f").map { example.folder.appending(path: $0).path }
        let project = try ComposeLoader(options: options).load(files, from: FolderSource()).value
        var choices = KubernetesApplicationWriter.Options(namespace: example.values("-n").first)
        if example.values("--controller").first == "statefulset" { choices.replicatedKind = .statefulSet }
        let reader = ComposeApplicationReader { try? FolderSource().contents(of: $0) }
        return try ComposeToKubernetes(choices, reader: reader).convert(project).value
    }

    @Test func everythingIsThereOrExplained() throws {
        guard Checkout.corpus != nil else {
            print("skipped: no corpus beside the checkout")
            return
        }
        var unexplained: [String] = []
        var (right, all) = (0, 0)
        for example in try Self.cases() where example.isComparable {
            let expected = try ManifestStream().read([UInt8](Data(contentsOf: example.expected)), file: "expected")
                .value
            let ours = Dictionary(
                grouping: try Self.converted(example),
                by: { "\($0.groupVersionKind.kind)/\($0.metadata.name ?? "")" }
            )
            all += 1
            var missing: [String] = []
            for object in expected {
                let kind = object.groupVersionKind.kind
                let name = object.metadata.name ?? ""
                // What is published has a Service of its own.
                let parts = (ours["\(kind)/\(name)"] ?? []) + (ours["\(kind)/\(name)-published"] ?? [])
                guard !parts.isEmpty else {
                    // Grouped services are in the pod of the first.
                    let containers = Self.containers(object)
                    let isGrouped = ours.values.joined().contains {
                        { $0.count > 1 && containers.isSubset(of: $0) }(Self.containers($0))
                    }
                    if containers.isEmpty || !isGrouped,
                        !KomposeDifference.ofObjects.contains(where: { $0.covers(kind, name) })
                    {
                        missing.append("\(kind)/\(name)")
                    }
                    continue
                }
                let known = Set(parts.flatMap { Self.leaves($0.makeNode()) })
                for leaf in Self.leaves(object.makeNode()) where !known.contains(leaf) {
                    let path = "\(kind).\(leaf.path)"
                    guard !KomposeDifference.ofValues.contains(where: { $0.covers(path, leaf.value) }) else { continue }
                    missing.append("\(path) = \(leaf.value) of \(name)")
                }
            }
            if missing.isEmpty { right += 1 }
            unexplained += missing.map { "\(example.expected.lastPathComponent) \(example.values("-f")): \($0)" }
        }
        print("kompose parity: \(right)/\(all) right")
        #expect(unexplained.isEmpty, "\(unexplained.joined(separator: "\n"))")
    }

    @Test func everyDifferenceIsExplained() throws {
        let page = Checkout.root.appending(path: "Documentation/KomposeDifferences.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let headings = Set(
            text.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3).lowercased() }
        )
        for name in (KomposeDifference.ofValues + KomposeDifference.ofObjects).map(\.name) + ["groups"] {
            #expect(headings.contains(name), "\(name)")
        }
    }

    /// The names of the containers in the pods of an object.
    private static func containers(_ object: AnyKubernetesObject) -> Set<String> {
        let template = object.makeNode()["spec"]?["template"]?["spec"]
        return Set(template?["containers"]?.sequence?.compactMap { $0["name"]?.text } ?? [])
    }

    private struct Leaf: Hashable {
        let path: String
        let value: String
    }

    /// The scalars of a tree with their paths, in which positions do not count.
    private static func leaves(_ node: Node, _ path: String = "") -> [Leaf] {
        switch node.content {
        case .mapping(let mapping):
            return mapping.entries.flatMap { entry in
                leaves(entry.value, path.isEmpty ? entry.name : "\(path).\(entry.name)")
            }
        case .sequence(let items): return items.flatMap { leaves($0, path + "[]") }
        case .scalar:
            let text = node.text ?? ""
            // One amount has several spellings.
            return [
                Leaf(
                    path: path,
                    value: path.contains("resources") ? Quantity(text).map { "\($0.milliUnits)" } ?? text : text
                )
            ]
        }
    }
}
