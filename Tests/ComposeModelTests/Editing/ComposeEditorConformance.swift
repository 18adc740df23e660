import ComposeModel
import Diagnostics
import Foundation
import OrderedCollections
import TestSupport
import Testing
import YAMLTree

/// Changes an image, a variable and a label of each file of the corpus in place, and loads the result.
@Suite struct ComposeEditorConformance {
    @Test(.enabled(if: Checkout.corpus != nil, "the corpus is not here"))
    func editsTheFilesOfTheCorpus() throws {
        let corpus = try #require(Checkout.corpus).appending(path: "compose")
        let accepted = Checkout.files(
            below: corpus.appending(path: "expected/compose-go"),
            suffixes: [".out.yaml"]
        )
        let root = corpus.appending(path: "expected/compose-go").path + "/"
        var (right, refused, all) = (0, 0, 0)
        var wrong: [String] = []
        for (index, output) in accepted.enumerated() where index % 4 == 0 {
            let file = corpus.path + "/" + output.path.dropFirst(root.count).dropLast(".out.yaml".count)
            let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
            let loader = ComposeLoader(options: .init(workingDirectory: folder))
            guard let project = try? loader.load([file], from: DiskSource()).value,
                let (name, service) = project.services.elements.first
            else { continue }
            let services = NodePath.Element.key("services")
            func path(_ keys: String...) -> NodePath { NodePath([services, .key(name)] + keys.map { .key($0) }) }
            var changes: [(NodePath, Node)] = [
                (path("hostname"), "changed"), (path("labels", "com.example.x"), "a $ b"),
            ]
            if service.image != nil { changes.append((path("image"), "example/changed:2")) }
            if let variable = service.environment.keys.first {
                changes.append((path("environment", variable), "changed"))
            }
            for (path, value) in changes {
                all += 1
                do throws(InvalidInput) {
                    // The editor compares what the new text loads as with what was asked for.
                    let text = try ComposeEditor(loader: loader, source: DiskSource())
                        .text(of: file, setting: value, at: path)
                    let old = String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
                    if Self.changedLines(old, text) > 4 { wrong.append("\(file) \(path): many lines") }
                    right += 1
                } catch {
                    let codes = Set(error.report.findings.filter { $0.severity == .invalid }.map(\.code))
                    if codes.isSubset(of: [.yamlEditShared, .composeEdit]) {
                        refused += 1
                    } else {
                        wrong.append("\(file) \(path): \(error)")
                    }
                }
            }
        }
        print(wrong.prefix(10).joined(separator: "\n"))
        print("compose-editor: \(right + refused)/\(all) right, \(refused) of them refusals")
        #expect(wrong.count * 50 <= all)
        #expect(refused * 4 < all)
    }

    /// How many lines of `new` stand between what it has in common with `old` at both ends.
    private static func changedLines(_ old: String, _ new: String) -> Int {
        let (old, new) = (old.split(separator: "\n"), new.split(separator: "\n"))
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old.dropFirst(head).reversed(), new.dropFirst(head).reversed()).prefix { $0 == $1 }.count
        return new.count - head - tail
    }
}
