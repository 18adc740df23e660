import HelmChart
import Testing

@Suite struct PackagingTests {
    private static let files: [ChartFile] = [
        ChartFile(
            name: "Chart.yaml",
            text: """
                apiVersion: v2
                name: shop
                version: 1.2.3
                dependencies:
                - name: db
                  version: 1.x
                  repository: https://charts.example.org
                  import-values: [data, {child: a.b, parent: c}]
                """
        ),
        ChartFile(name: "values.yaml", text: "# a comment\nreplicas: 1\n"),
        ChartFile(name: "templates/a.yaml", text: "a: {{ .Values.replicas }}\n"),
        ChartFile(name: "charts/db/Chart.yaml", text: "apiVersion: v2\nname: db\nversion: 1.0.0\n"),
        ChartFile(name: "charts/db/templates/b.yaml", text: "b: 1\n"),
    ]

    @Test func whatIsPackedIsLoadedAgain() throws {
        let chart = try ChartLoader().chart(files: Self.files)
        let again = try ChartLoader().chart(archive: chart.archive())
        #expect(again.metadata == chart.metadata)
        #expect(again.values == chart.values)
        #expect(again.valuesFile == chart.valuesFile)
        #expect(again.templates == chart.templates)
        #expect(again.dependencies.map(\.metadata) == chart.dependencies.map(\.metadata))
        #expect(chart.archiveName == "shop-1.2.3.tgz")
    }

    @Test func packingRepeats() throws {
        let chart = try ChartLoader().chart(files: Self.files)
        #expect(try chart.archive() == chart.archive())
    }
}
