import Dispatch
import Foundation
import HelmChart
import Synchronization
import TestSupport
import Testing

/// Real charts with the outputs and errors of Helm itself.
@Suite struct ChartConformance {
    struct Case: Decodable, Sendable {
        var id: String
        var path: String
        var values: [String]
        var ok: Bool
        var order_nd: Bool
        var v3_ok: Bool
        var v3_diff: String?
    }

    @Test(arguments: HelmVersion.allCases)
    func chartsRenderAsHelmRendersThem(_ version: HelmVersion) throws {
        guard let corpus = Checkout.corpus?.appending(path: "helm"),
            let data = FileManager.default.contents(atPath: corpus.appending(path: "cases.json").path)
        else {
            print("helm/cases: no corpus, skipped")
            return
        }
        let only = ProcessInfo.processInfo.environment["TRANSLOAD_ONLY"]
        let all = try JSONDecoder().decode([Case].self, from: data)
        let cases = all.filter { only.map($0.id.contains) ?? true }
        let score = CorpusScore(version == .v4 ? "helm/cases" : "helm/cases-v3")
        DispatchQueue.concurrentPerform(iterations: cases.count) { index in
            score.count(cases[index].id, Self.difference(cases[index], in: corpus, version))
        }
        score.report()
        #expect(score.share > 0.95)
    }

    /// What is wrong with our answer.
    private static func difference(_ item: Case, in corpus: URL, _ version: HelmVersion) -> String? {
        let ok = version == .v4 ? item.ok : item.v3_ok
        let expected = Self.expected(item, in: corpus, version)
        do {
            let output = try render(item, in: corpus, version)
            guard ok else { return "renders, but Helm says: \(expected.prefix(200).debugDescription)" }
            if item.order_nd { return sameLines(output, expected) }
            return CorpusScore.difference(output, expected)
        } catch {
            if ok { return "fails: \("\(error)".prefix(300).debugDescription)" }
            let message = "\(error)".replacing(corpus.path, with: "/tmp/corpus/helm")
            return CorpusScore.difference(trimmed(message), trimmed(expected))
        }
    }

    private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .newlines) }

    /// For outputs whose order Go leaves to chance.
    private static func sameLines(_ ours: String, _ theirs: String) -> String? {
        ours.split(separator: "\n").sorted() == theirs.split(separator: "\n").sorted() ? nil : "differs as data"
    }

    private static func expected(_ item: Case, in corpus: URL, _ version: HelmVersion) -> String {
        let suffix = (version == .v4 ? item.ok : item.v3_ok) ? ".yaml" : ".err"
        for folder in version == .v4 ? ["expected"] : ["expected-v3", "expected"] {
            let file = corpus.appending(path: folder).appending(path: item.id + suffix)
            guard let data = FileManager.default.contents(atPath: file.path) else { continue }
            let text = String(decoding: data, as: UTF8.self)
            return folder == "expected" && version == .v3 && item.v3_diff == "ws" ? withoutBlankLines(text) : text
        }
        return ""
    }

    /// Helm 3 trims documents where Helm 4 does not; of these outputs only the digests are known.
    private static func withoutBlankLines(_ text: String) -> String { text }

    private static func render(_ item: Case, in corpus: URL, _ version: HelmVersion) throws -> String {
        let values = try item.values.reduce(ChartValues()) { values, file in
            let bytes = try DiskFiles().contents(of: corpus.appending(path: file).path)
            return values.overridden(by: try ChartValues(yaml: bytes, version: version))
        }
        let chart = try DiskFiles.chart(at: corpus.appending(path: item.path).path, version: version)
        let renderer = ChartRenderer(
            options: .init(environment: .reproducible, version: version, release: Release(name: "demo"))
        )
        return try String(decoding: renderer.render(chart, values: values).stream(), as: UTF8.self)
    }
}
