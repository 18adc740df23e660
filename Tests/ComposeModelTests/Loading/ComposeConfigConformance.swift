import ComposeModel
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

/// Compares the canonical tree of each file of the corpus with what the reference loaders print for it.
@Suite struct ComposeConfigConformance {
    /// How many files must come out right; raise it with every improvement.
    static let floor = 1096

    @Test(.enabled(if: Checkout.corpus != nil, "the corpus is not here"))
    func agreesWithTheReferences() throws {
        let corpus = try #require(Checkout.corpus).appending(path: "compose")
        let current = Expectations(corpus, tool: "compose-go")
        let old = Expectations(corpus, tool: "dc1.29")
        var failures: [String] = []
        var count = 0
        for file in current.accepted.sorted() {
            count += 1
            let expected = try current.output(of: file)
            if let difference = Self.difference(expected, Self.load(file, corpus)) {
                failures.append("\(file): \(difference)")
            }
        }
        for file in current.refused.intersection(old.accepted).sorted() {
            count += 1
            let expected = try old.output(of: file)
            if let difference = Self.serviceDifference(expected, Self.load(file, corpus)) {
                failures.append("\(file): \(difference)")
            }
        }
        for file in current.refused.intersection(old.refused).sorted() {
            count += 1
            if case .success = Self.load(file, corpus) { failures.append("\(file): every reference refuses it") }
        }
        print(failures.joined(separator: "\n"))
        print("compose-config: \(count - failures.count)/\(count) right")
        #expect(count - failures.count >= Self.floor)
    }

    private static func load(_ file: String, _ corpus: URL) -> Result<Node, InvalidInput> {
        let url = corpus.appending(path: file)
        let options = ComposeLoader.Options(
            environment: ["PATH": "/usr/bin", "HOME": "/tmp/emptyhome", "LANG": "C.UTF-8"],
            workingDirectory: url.deletingLastPathComponent().path
        )
        do {
            let tree = try ComposeLoader(options: options).canonicalTree([url.path], from: DiskSource()).value
            return .success(printed(tree, corpus.path + "/"))
        } catch {
            return .failure(error)
        }
    }

    /// The tree as the reference prints it: dollars doubled, the corpus named by one word.
    private static func printed(_ node: Node, _ root: String) -> Node {
        switch node.content {
        case .mapping(let mapping): .mapping(mapping.mapValues { printed($0.value, root) })
        case .sequence(let items): .sequence(items.map { printed($0, root) })
        case .scalar(let scalar):
            node.string() == nil
                ? node
                : .string(scalar.text.replacing("$", with: "$$").replacing(root, with: "/CORPUS/"))
        }
    }

    // MARK: Comparing

    private static func difference(_ expected: Node, _ actual: Result<Node, InvalidInput>) -> String? {
        switch actual {
        case .failure(let error): "refused: \(error)"
        case .success(let tree): difference(expected, tree, "")
        }
    }

    private static func isNothing(_ node: Node?) -> Bool {
        guard let node else { return true }
        return node.isNullOrEmpty || (node.mapping?.entries.allSatisfy { isNothing($0.value) } ?? false)
    }

    private static func difference(_ expected: Node, _ actual: Node, _ path: String) -> String? {
        switch (expected.content, actual.content) {
        case (.mapping(let left), .mapping(let right)):
            for name in Set(left.names + right.names).sorted() {
                let (one, other) = (left[name], right[name])
                if isNothing(one), isNothing(other) { continue }
                guard let one else { return "\(path).\(name): only in ours" }
                guard let other else { return "\(path).\(name): missing in ours" }
                if let found = difference(one, other, "\(path).\(name)") { return found }
            }
            return nil
        case (.sequence(let left), .sequence(let right)):
            if left.count != right.count { return "\(path): \(left.count) items, ours \(right.count)" }
            for index in left.indices {
                if let found = difference(left[index], right[index], "\(path)[\(index)]") { return found }
            }
            return nil
        case (.scalar(let left), .scalar(let right)):
            let schema = ScalarSchema.core
            if expected.isNull(), actual.isNull() { return nil }
            if (expected.string() == nil) == (actual.string() == nil) {
                if left.text == right.text { return nil }
                if expected.string() == nil, let one = schema.double(left.text), one == schema.double(right.text) {
                    return nil
                }
            }
            return "\(path): \(left.text), ours \(right.text)"
        default: return "\(path): \(expected.kindDescription()), ours \(actual.kindDescription())"
        }
    }

    /// docker-compose prints short forms: services, images and variables are compared.
    private static func serviceDifference(_ expected: Node, _ actual: Result<Node, InvalidInput>) -> String? {
        guard case .success(let tree) = actual else {
            if case .failure(let error) = actual { return "refused: \(error)" }
            return nil
        }
        let left = expected["services"]?.mapping ?? Mapping()
        let right = tree["services"]?.mapping ?? Mapping()
        if Set(left.names) != Set(right.names) { return "services \(left.names), ours \(right.names)" }
        for entry in left.entries {
            let other = right[entry.name]
            if entry.value["image"]?.text != other?["image"]?.text { return "\(entry.name).image" }
            let (one, two) = (variables(entry.value), variables(other))
            if one != two { return "\(entry.name).environment \(one), ours \(two)" }
        }
        return nil
    }

    private static func variables(_ service: Node?) -> [String: String] {
        var variables: [String: String] = [:]
        for entry in service?["environment"]?.mapping?.entries ?? [] where !entry.value.isNull() {
            variables[entry.name] = entry.value.text?.replacing("$$", with: "$")
        }
        return variables
    }
}

/// What a reference prints for the files of the corpus.
private struct Expectations {
    private let folder: URL
    let accepted: Set<String>
    let refused: Set<String>

    init(_ corpus: URL, tool: String) {
        let folder = corpus.appending(path: "expected/\(tool)")
        func names(_ suffix: String) -> Set<String> {
            Set(
                Checkout.files(below: folder, suffixes: [suffix]).map { file in
                    String(file.path.dropFirst(folder.path.count + 1).dropLast(suffix.count))
                }
            )
        }
        self.folder = folder
        accepted = names(".out.yaml")
        refused = names(".stderr")
    }

    func output(of file: String) throws -> Node {
        let data = try Data(contentsOf: folder.appending(path: file + ".out.yaml"))
        return try YAMLReader().document(in: [UInt8](data), file: SourceFile(file))
    }
}
