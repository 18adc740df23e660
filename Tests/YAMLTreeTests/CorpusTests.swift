import Diagnostics
import Foundation
import TestSupport
import Testing
import YAMLTree

/// Real files come back after a round trip.
@Suite struct CorpusTests {
    static let files: [URL] = {
        guard let corpus = Checkout.corpus else { return [] }
        return ["compose", "kubernetes"].flatMap { part in
            let files = Checkout.files(below: corpus.appending(path: part), suffixes: [".yaml", ".yml"])
            // Evenly spaced, so that all parts of a large corpus are seen in a short time.
            return stride(from: 0, to: files.count, by: max(1, files.count / 1500)).map { files[$0] }
        }
    }()

    @Test(.enabled(if: Checkout.corpus != nil, "there is no corpus"))
    func filesComeBack() throws {
        let writer = YAMLWriter()
        var readable = 0
        for file in Self.files {
            let bytes = [UInt8](try Data(contentsOf: file))
            guard bytes.count < 300_000,
                let documents = try? YAMLReader().documents(in: bytes, file: SourceFile(file.lastPathComponent))
            else { continue }
            readable += 1
            let read = try YAMLReader().documents(in: writer.bytes(documents), file: "emitted.yaml")
            let difference = difference(read, documents)
            #expect(difference == nil, "\(file.lastPathComponent)")
        }
        // Templates and broken examples are in the corpus too.
        #expect(readable * 10 > Self.files.count * 8, "\(readable) of \(Self.files.count) files can be read")
    }
}
