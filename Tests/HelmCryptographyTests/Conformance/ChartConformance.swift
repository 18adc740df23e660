import Crypto
import Dispatch
import Foundation
import HelmChart
import HelmCryptography
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
        var v3_sha256: String?
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
        let chosen = all.filter { only.map($0.id.contains) ?? true }
        #if DEBUG
            // Debug builds are slow: every tenth chart stands for all.
            let cases = chosen.enumerated().filter { $0.offset.isMultiple(of: 10) || only != nil }.map(\.element)
        #else
            let cases = chosen
        #endif
        let score = CorpusScore(version == .v4 ? "helm/cases" : "helm/cases-v3")
        DispatchQueue.concurrentPerform(iterations: cases.count) { index in
            score.count(cases[index].id, Self.difference(cases[index], in: corpus, version))
        }
        score.report()
        #expect(score.share > 0.97)
    }

    /// What is wrong with our answer.
    private static func difference(_ item: Case, in corpus: URL, _ version: HelmVersion) -> String? {
        let ok = version == .v4 ? item.ok : item.v3_ok
        do {
            let output = try render(item, in: corpus, version)
            guard ok else { return "renders, but Helm refuses it" }
            if version == .v3, digest(output) == item.v3_sha256 { return nil }
            guard let expected = expected(item, ".yaml", in: corpus, version) else { return "has another digest" }
            return item.order_nd ? difference(linesOf: output, expected) : CorpusScore.difference(output, expected)
        } catch {
            if ok { return "fails: \("\(error)".prefix(300).debugDescription)" }
            // The file holds the path at which the chart stood then.
            let message = "\(error)".replacing(corpus.path, with: "/tmp/corpus/helm")
            guard let expected = expected(item, ".err", in: corpus, version) else { return nil }
            return CorpusScore.difference(trimmed(message), trimmed(expected))
        }
    }

    private static func trimmed(_ text: String) -> String { text.trimmingCharacters(in: .newlines) }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    /// For outputs whose order Go leaves to chance.
    private static func difference(linesOf ours: String, _ theirs: String) -> String? {
        ours.split(separator: "\n").sorted() == theirs.split(separator: "\n").sorted() ? nil : "differs as data"
    }

    /// Helm's answer; nil where only the digest of that of Helm 3 is known.
    private static func expected(_ item: Case, _ suffix: String, in corpus: URL, _ version: HelmVersion) -> String? {
        let folder = version == .v4 ? "expected" : "expected-v3"
        let file = corpus.appending(path: folder).appending(path: item.id + suffix)
        return FileManager.default.contents(atPath: file.path).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func render(_ item: Case, in corpus: URL, _ version: HelmVersion) throws -> String {
        let values = try item.values.reduce(ChartValues()) { values, file in
            let bytes = try DiskFiles().contents(of: corpus.appending(path: file).path)
            return values.overridden(by: try ChartValues(yaml: bytes, version: version))
        }
        let chart = try DiskFiles.chart(at: corpus.appending(path: item.path).path, version: version)
        var options = ChartRenderer.Options(
            environment: .reproducible,
            version: version,
            release: Release(name: "demo")
        )
        options.addCryptography()
        let rendered = try ChartRenderer(options: options).render(chart, values: values)
        return try String(decoding: rendered.stream(), as: UTF8.self)
    }
}
