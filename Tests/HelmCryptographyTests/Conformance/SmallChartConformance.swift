import Foundation
import HelmChart
import HelmCryptography
import TestSupport
import Testing

/// Small charts, each about one rule of Helm: dependencies, values, hooks, splitting, errors.
@Suite struct SmallChartConformance {
    private struct Case: Decodable {
        var id: String
        var chart: String
        var name: String?
        var namespace: String?
        var valuesYaml: String?
        var set: [String]?
        var setString: [String]?
        var setJson: [String]?
        var setLiteral: [String]?
        var kubeVersion: String?
        var apiVersions: [String]?
        var includeCrds: Bool?
        var isUpgrade: Bool?
        var noHooks: Bool?
        var skipTests: Bool?
        var skipSchema: Bool?
        var subNotes: Bool?
        var showOnly: [String]?
        var out: String?
        var err: String?
        var notesOut: String?
        var v3_out: String?
        var v3_err: String?
    }

    @Test(arguments: HelmVersion.allCases)
    func chartsRenderAsHelmRendersThem(_ version: HelmVersion) throws {
        guard let corpus = Checkout.corpus,
            let data = FileManager.default.contents(atPath: corpus.appending(path: "helm-micro/charts.jsonl").path)
        else {
            print("helm-micro/charts: no corpus, skipped")
            return
        }
        let score = CorpusScore(version == .v4 ? "helm-micro/charts" : "helm-micro/charts-v3")
        for line in data.split(separator: UInt8(ascii: "\n")) {
            let item = try JSONDecoder().decode(Case.self, from: line)
            score.count(item.id, Self.difference(item, in: corpus.appending(path: "helm"), version))
        }
        score.report()
        #expect(score.share > 0.97)
    }

    private static func difference(_ item: Case, in corpus: URL, _ version: HelmVersion) -> String? {
        let differs = version == .v3 && (item.v3_out != nil || item.v3_err != nil)
        let expected = differs ? item.v3_out : item.out
        let fault = differs ? item.v3_err : item.err
        do {
            let (output, notes) = try render(item, in: corpus, version)
            guard let expected else { return "\(item.chart) renders, but Helm says \(fault ?? "nothing")" }
            if let difference = CorpusScore.difference(output, expected) { return "\(item.chart) \(difference)" }
            guard version == .v4, let wanted = item.notesOut else { return nil }
            return CorpusScore.difference(notes, wanted).map { "\(item.chart) notes: \($0)" }
        } catch {
            guard let fault else { return "\(item.chart) fails: \("\(error)".debugDescription)" }
            return CorpusScore.difference("\(error)", fault).map { "\(item.chart) \($0)" }
        }
    }

    private static func render(
        _ item: Case,
        in corpus: URL,
        _ version: HelmVersion
    ) throws -> (output: String, notes: String) {
        var settings = ValueSettings()
        if let text = item.valuesYaml { settings.files = [.init(name: "inline", bytes: Array(text.utf8))] }
        settings.typed = item.set ?? []
        settings.strings = item.setString ?? []
        settings.json = item.setJson ?? []
        settings.literals = item.setLiteral ?? []
        let values = try settings.values(version)
        let chart = try DiskFiles.chart(at: corpus.appending(path: item.chart).path, version: version)
        var options = ChartRenderer.Options(
            environment: .reproducible,
            version: version,
            release: Release(
                name: item.name ?? "demo",
                namespace: item.namespace ?? "default",
                operation: item.isUpgrade == true ? .upgrade : .install
            ),
            kubernetes: try item.kubeVersion.map(KubernetesVersion.init) ?? .standard,
            apiVersions: item.apiVersions ?? [],
            skipsSchemas: item.skipSchema ?? false,
            includesNotesOfDependencies: item.subNotes ?? false
        )
        options.addCryptography()
        let rendered = try ChartRenderer(options: options).render(chart, values: values)
        let stream = try rendered.stream(
            .init(
                hooks: item.noHooks == true ? .none : item.skipTests == true ? .withoutTests : .all,
                includesCustomResources: item.includeCrds ?? false,
                templates: item.showOnly ?? []
            )
        )
        return (String(decoding: stream, as: UTF8.self), rendered.notes)
    }
}
