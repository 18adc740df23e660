import ComposeModel
import Diagnostics
import Foundation
import OrderedCollections
import TestSupport
import Testing
import YAMLTree

/// Loads each file of the corpus, writes the project, and loads what was written: it is the same project.
@Suite struct WriteLoadConformance {
    @Test(.enabled(if: Checkout.corpus != nil, "the corpus is not here"))
    func everyProjectComesBack() throws {
        let corpus = try #require(Checkout.corpus).appending(path: "compose")
        var inputs: Set<String> = []
        for tool in ["compose-go", "dc1.29"] {
            let folder = corpus.appending(path: "expected/\(tool)")
            for output in Checkout.files(below: folder, suffixes: [".out.yaml"]) {
                inputs.insert(String(output.path.dropFirst(folder.path.count).dropLast(".out.yaml".count)))
            }
        }
        var failures: [String] = []
        var count = 0
        for input in inputs.sorted() {
            let file = corpus.path + input
            let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
            let loader = ComposeLoader(options: .init(workingDirectory: folder))
            guard let project = try? loader.load([file], from: DiskSource()).value else { continue }
            count += 1
            let text = ComposeWriter().text(project).value
            do {
                let again = try loader.load([file], from: Rewritten(path: file, text: text)).value
                if again != project {
                    let difference = CorpusRoundTripTests.firstDifference(again.makeNode(), project.makeNode())
                    failures.append("\(input): \(difference)")
                }
            } catch {
                failures.append("\(input): \(error)")
            }
        }
        print(failures.prefix(20).joined(separator: "\n"))
        print("compose-write: \(count - failures.count)/\(count) right")
        #expect(count > 0)
        #expect(failures == [])
    }
}

/// The disk, with one file rewritten.
private struct Rewritten: FileSource {
    let path: String
    let text: String

    func contents(of path: String) throws(FileFault) -> [UInt8] {
        path == self.path ? Array(text.utf8) : try DiskSource().contents(of: path)
    }

    func kind(of path: String) -> FileKind? { DiskSource().kind(of: path) }
}
