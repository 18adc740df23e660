import ComposeModel
import Diagnostics
import Foundation
import KubeModel
import OrderedCollections
import SwarmNetes
import TestSupport
import Testing
import YAMLTree

/// There and back over the corpus: canonical Compose projects as the reference loader prints them, and real manifests.
@Suite struct CorpusRoundTripConformance {
    @Test func composeToKubernetesAndBack() throws {
        guard let corpus = Checkout.corpus else {
            print("skipped: no corpus beside the checkout")
            return
        }
        let files = Checkout.files(
            below: corpus.appending(path: "compose/expected/compose-go"),
            suffixes: [".out.yaml"]
        )
        var failures: [String] = []
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            guard let tree = try? YAMLReader().document(in: bytes, file: SourceFile(file.lastPathComponent)),
                let project = ComposeProject(reading: tree, ReadingContext(schema: .core))
            else { continue }
            if let failure = Self.difference(of: project) { failures.append("\(file.path): \(failure)") }
        }
        print("compose -> kubernetes -> compose: \(files.count - failures.count)/\(files.count) right")
        #expect(failures.isEmpty, "\(failures.prefix(40).joined(separator: "\n"))")
    }

    /// What the way there and back changes; nil when nothing.
    static func difference(of project: ComposeProject) -> String? {
        do {
            let objects = try ComposeToKubernetes().convert(project).value
            if let refusal = objects.lazy.flatMap({ ObjectValidator().validate($0).findings })
                .first(where: { $0.severity == .invalid })
            {
                return "a server would say: \(refusal)"
            }
            let text = ManifestStream().write(objects)
            let reread = try ManifestStream().read(text, file: "manifests.yaml").value
            let back = try KubernetesToCompose().convert(reread).value.project
            return Self.firstDifference(project.makeNode(), back.makeNode())
        } catch {
            return "\(error)"
        }
    }

    /// The first place where two trees differ; the order of keys does not count.
    static func firstDifference(_ left: Node, _ right: Node, at path: NodePath = NodePath()) -> String? {
        switch (left.content, right.content) {
        case (.mapping(let l), .mapping(let r)):
            for entry in l.entries {
                guard let other = r[entry.name] else { return "\(path.appending(entry.name)) is missing" }
                if let found = firstDifference(entry.value, other, at: path.appending(entry.name)) { return found }
            }
            return r.entries.first { !l.contains($0.name) }.map { "\(path.appending($0.name)) is new" }
        case (.sequence(let l), .sequence(let r)):
            if l.count != r.count { return "\(path) has \(r.count) items instead of \(l.count)" }
            for (index, pair) in zip(l, r).enumerated() {
                if let found = firstDifference(pair.0, pair.1, at: path.appending(index)) { return found }
            }
            return nil
        default:
            return left == right || (left.string() != nil && left.string() == right.string()) ? nil : "\(path) differs"
        }
    }

    @Test func kubernetesToComposeAndBack() throws {
        guard let corpus = Checkout.corpus else {
            print("skipped: no corpus beside the checkout")
            return
        }
        let files = Checkout.files(below: corpus.appending(path: "compose/reverse"), suffixes: [".yaml", ".yml"])
        var failures: [String] = []
        var converted = 0
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: file))
            guard let objects = try? ManifestStream().read(bytes, file: SourceFile(file.lastPathComponent)).value else {
                continue
            }
            do {
                let bundle = try KubernetesToCompose().convert(objects).value
                converted += 1
                let contents = Dictionary(
                    bundle.files.map { ($0.path, $0.bytes) },
                    uniquingKeysWith: { first, _ in first }
                )
                let reader = ComposeApplicationReader(fileContents: { contents[$0] })
                let back = try ComposeToKubernetes(reader: reader).convert(bundle.project).value
                if let failure = Self.difference(objects, back) { failures.append("\(file.path): \(failure)") }
            } catch {
                if !error.report.findings.contains(where: { $0.code == .noWorkload }) {
                    failures.append("\(file.path): \(error)")
                }
            }
        }
        print("kubernetes -> compose -> kubernetes: \(converted - failures.count)/\(converted) right")
        #expect(failures.isEmpty, "\(failures.prefix(40).joined(separator: "\n"))")
    }

    /// What the way there and back changes, up to empty values, our annotations, and Secrets' `stringData`.
    static func difference(_ originals: [AnyKubernetesObject], _ regenerated: [AnyKubernetesObject]) -> String? {
        func key(_ object: AnyKubernetesObject) -> String {
            "\(object.groupVersionKind) \(object.metadata.namespace ?? "") \(object.metadata.name ?? "")"
        }
        let made = Dictionary(regenerated.map { (key($0), $0) }, uniquingKeysWith: { first, _ in first })
        for object in originals where object.groupVersionKind.kind != "Secret" {
            guard var other = made[key(object)] else { return "\(key(object)) is missing" }
            other.metadata.annotations["transload.dev/compose"] = nil
            other.metadata.annotations["transload.dev/compose-project"] = nil
            if let found = firstDifference(pruned(object.makeNode()), pruned(other.makeNode())) {
                return "\(key(object)): \(found)"
            }
        }
        return regenerated.count == originals.count ? nil : "\(regenerated.count) objects instead of \(originals.count)"
    }

    /// The tree without nulls and empty collections.
    static func pruned(_ node: Node) -> Node {
        switch node.content {
        case .scalar: return node
        case .sequence(let items): return .sequence(items.map(pruned))
        case .mapping(let mapping):
            return .mapping(
                Mapping(
                    mapping.entries.map { ($0.name, pruned($0.value)) }.filter { !$0.1.isNullOrEmpty }
                )
            )
        }
    }
}
