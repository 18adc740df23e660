import Diagnostics
import TestSupport
import Testing
import YAMLTree

/// What a writer writes, the reader reads back as an equal tree.
@Suite struct WriterPropertyTests {
    static let writers = [
        YAMLWriter(), YAMLWriter(sequenceIndent: false), YAMLWriter(quotes: .asRead),
    ]

    @Test(arguments: writers) func randomTreesComeBack(writer: YAMLWriter) throws {
        for seed in 0..<3000 as Range<UInt64> {
            var random = RandomTree(seed: seed)
            let documents = (0..<(1 + seed % 3)).map { _ in random.node(depth: 4) }
            let text = writer.text(documents)
            let read = try YAMLReader(expandsMergeKeys: false).documents(in: text, file: "random.yaml")
            let difference = difference(read, documents)
            try #require(difference == nil, "seed \(seed)")
            let again = writer.text(read)
            try #require(again == text, "seed \(seed): the second text differs")
        }
    }

    @Test(arguments: [JSONWriter.Layout.compact, .pretty]) func randomTreesComeBackFromJSON(layout: JSONWriter.Layout)
        throws
    {
        for seed in 0..<3000 as Range<UInt64> {
            var random = RandomTree(seed: seed)
            let document = random.jsonNode(depth: 4)
            let text = JSONWriter(layout: layout).text(document)
            let read = try JSONReader().document(in: text, file: "random.json")
            let difference = difference([read], [document])
            try #require(difference == nil, "seed \(seed)")
        }
    }
}
