import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

/// Random changes of texts: what is asked for happens, and nothing else.
@Suite struct YAMLEditorPropertyTests {
    static let texts: [String] = [
        "a: 1 # one\nb:\n  - x\n  - y: 2\n    z: {p: q, r: [s, 't']}\n\n# tail\nc: |\n  lit\n  eral\nd: \"q\"\n",
        "- - a\n  - b: c\n    d:\n- # note\n  e\n-\n  f: g\n",
        "{\"a\": [1, {\"b\": null}], \"c\": {}}\n",
        "a:\r\n    b:\r\n    - 1\r\n    - 2 # two\r\n    c: >-\r\n        folded\r\n        text\r\nd: e",
    ]

    /// Changes every value of `text` to some other, and checks each result; answers how many were refused.
    private static func changeAll(_ text: String, _ name: String, limit: Int = .max) throws -> (
        done: Int, refused: [String]
    ) {
        var editor = try YAMLEditor(text, file: SourceFile(name))
        let original = editor
        var paths: [NodePath] = []
        editor.document.forEachLeaf { path, _ in paths.append(path) }
        var refused: [String] = []
        var done = 0
        var random = SeededGenerator(seed: UInt64(text.utf8.count))
        let values: [Node] = ["changed", 7, ["k": "v: w", "l": [1, "two"]], ["i", "it's"], "two\nlines\n", .null()]
        paths.shuffle(using: &random)
        for path in paths.prefix(limit) where !path.elements.isEmpty {
            let value = values[Int.random(in: 0..<values.count, using: &random)]
            for removes in [false, true] {
                editor = original
                do throws(YAMLError) {
                    if removes { try editor.remove(at: path) } else { try editor.set(value, at: path) }
                    done += 1
                } catch {
                    if error.code == .yamlEditNotation { refused.append("\(path): \(error)") }
                    #expect(editor.text == original.text)
                    continue
                }
                var wanted = original.document
                wanted[path] = removes ? nil : value
                let result = try YAMLReader(expandsMergeKeys: false).document(in: editor.text, file: SourceFile(name))
                #expect(result == wanted, "\(name): \(path)")
                if let added = comments(text).first(where: { !editor.text.contains($0) }) {
                    // A comment goes only with the value on its line.
                    #expect(removes || value.scalar == nil || value.text == "two\nlines\n", "\(name) \(path): \(added)")
                }
            }
        }
        return (done, refused)
    }

    private static func comments(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).filter { $0.drop { $0 == " " }.hasPrefix("#") }.map(String.init)
    }

    @Test(arguments: texts) func everyValueCanChange(_ text: String) throws {
        let (done, refused) = try Self.changeAll(text, "text.yaml")
        #expect(done > 5)
        #expect(refused == [])
    }

    @Test(.enabled(if: Checkout.corpus != nil, "needs the corpus"))
    func everyValueOfTheCorpusCanChange() throws {
        let folder = try #require(Checkout.corpus).appending(path: "compose")
        var done = 0
        var refused: [String] = []
        for (index, file) in Checkout.files(below: folder, suffixes: [".yml", ".yaml"]).enumerated()
        where index % 5 == 0 {
            guard let data = FileManager.default.contents(atPath: file.path), data.count < 20_000,
                let text = String(data: data, encoding: .utf8), (try? YAMLEditor(text, file: "x")) != nil
            else { continue }
            let result = try Self.changeAll(text, file.path, limit: 4)
            done += result.done
            refused += result.refused
        }
        print("editor: \(done)/\(done + refused.count) changes of the corpus")
        print(refused.prefix(12).joined(separator: "\n"))
        #expect(done > 1000)
        #expect(refused.count * 100 < done)
    }
}
