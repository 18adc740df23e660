import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// What the writer writes, the reader reads back as an equal tree.
@Suite struct WriterPropertyTests {
    static let writers = [
        YAMLWriter(), YAMLWriter(sequenceIndent: false), YAMLWriter(quotes: .asRead),
    ]

    @Test(arguments: writers) func randomTreesComeBack(writer: YAMLWriter) throws {
        for seed in 0..<2000 as Range<UInt64> {
            var random = RandomTree(seed: seed)
            let documents = (0..<(1 + seed % 3)).map { _ in random.node(depth: 4) }
            let text = writer.text(documents)
            let read = try YAMLReader(expandsMergeKeys: false).documents(in: text, file: "random.yaml")
            try #require(read == documents, "seed \(seed):\n\(text)")
            try #require(writer.text(read) == text, "seed \(seed): the second text differs")
        }
    }
}
