import Diagnostics
import HelmChart
import Testing

/// Charts of a few lines, each about one rule.
@Suite struct ChartRenderingTests {
    private static let metadata = ChartFile(name: "Chart.yaml", text: "apiVersion: v2\nname: shop\nversion: 1.0.0\n")

    private static func render(
        _ files: [ChartFile],
        values: String = "",
        version: HelmVersion = .v4
    ) throws -> RenderedChart {
        let chart = try ChartLoader(version: version).chart(files: [metadata] + files)
        let options = ChartRenderer.Options(
            environment: .reproducible,
            version: version,
            release: Release(name: "demo")
        )
        return try ChartRenderer(options: options)
            .render(chart, values: ChartValues(yaml: Array(values.utf8), version: version))
    }

    private static func text(_ rendered: RenderedChart) throws -> String {
        try String(decoding: rendered.stream(), as: UTF8.self)
    }

    @Test func manifestsComeInTheOrderOfInstallation() throws {
        let rendered = try Self.render([
            ChartFile(name: "templates/a.yaml", text: "kind: Deployment\n---\nkind: Zebra\n---\nkind: Service\n"),
            ChartFile(name: "templates/b.yaml", text: "kind: Namespace"),
        ])
        #expect(rendered.manifests.map(\.kind) == ["Namespace", "Service", "Deployment", "Zebra"])
    }

    @Test func hooksAreNoManifests() throws {
        let hook = """
            kind: Job
            metadata:
              name: migrate
              annotations: {"helm.sh/hook": "pre-install, test", "helm.sh/hook-weight": "-5"}
            """
        let rendered = try Self.render([ChartFile(name: "templates/a.yaml", text: hook)])
        #expect(rendered.manifests.isEmpty)
        #expect(rendered.hooks.map(\.events) == [[.preInstall, .test]])
        #expect(rendered.hooks.first?.weight == -5)
        #expect(try rendered.stream(.init(hooks: .withoutTests)) == Array("\n".utf8))
    }

    @Test func aNullDeletesADefault() throws {
        let files = [
            ChartFile(name: "values.yaml", text: "a: {b: 1, c: 2}\n"),
            ChartFile(name: "templates/a.yaml", text: "{{ range $k, $v := .Values.a }}{{ $k }}{{ end }}: x"),
        ]
        #expect(try Self.text(Self.render(files, values: "a: {b: null}")).contains("\nc: x"))
    }

    @Test func dependenciesCanBeSwitchedOffAndRenamed() throws {
        let files = [
            ChartFile(
                name: "requirements.yaml",
                text: """
                    dependencies:
                    - {name: db, version: 1.x, alias: main, condition: main.enabled}
                    - {name: db, version: 1.x, alias: spare, condition: spare.enabled}
                    """
            ),
            ChartFile(name: "charts/db/Chart.yaml", text: "apiVersion: v2\nname: db\nversion: 1.4.0\n"),
            ChartFile(name: "charts/db/templates/a.yaml", text: "name: {{ .Chart.Name }}"),
        ]
        let rendered = try Self.render(files, values: "spare: {enabled: false}")
        #expect(rendered.manifests.map(\.source) == ["shop/charts/main/templates/a.yaml"])
        #expect(rendered.manifests.map(\.text) == ["name: main"])
    }

    @Test("Helm 3 uses the imports of a chart that is there twice up at the first", arguments: HelmVersion.allCases)
    func importsOfAChartThatIsThereTwice(_ version: HelmVersion) throws {
        let files = [
            ChartFile(
                name: "requirements.yaml",
                text: """
                    dependencies:
                    - {name: db, version: 1.x, alias: first}
                    - {name: db, version: 1.x, alias: second}
                    """
            ),
            ChartFile(
                name: "charts/db/Chart.yaml",
                text: """
                    apiVersion: v2
                    name: db
                    version: 1.4.0
                    dependencies: [{name: base, version: 1.x, import-values: [{child: given, parent: taken}]}]
                    """
            ),
            ChartFile(name: "charts/db/templates/a.yaml", text: "a: {{ dig \"taken\" \"a\" \"none\" .Values.AsMap }}"),
            ChartFile(
                name: "charts/db/charts/base/Chart.yaml",
                text: "apiVersion: v2\nname: base\nversion: 1.0.0\n"
            ),
            ChartFile(name: "charts/db/charts/base/values.yaml", text: "given: {a: 42}\n"),
        ]
        let rendered = try Self.render(files, version: version)
        #expect(rendered.manifests.map(\.text) == ["a: 42", version == .v3 ? "a: none" : "a: 42"])
    }

    @Test func faultsTellTheWay() throws {
        let files = [
            ChartFile(name: "templates/_a.tpl", text: "{{ define \"a\" }}\n{{ .Values.x.y }}{{ end }}"),
            ChartFile(name: "templates/a.yaml", text: "{{ include \"a\" . }}"),
        ]
        let error = #expect(throws: ChartError.self) { try Self.render(files) }
        #expect(error?.kind == .execution)
        #expect(error?.location?.file.name == "shop/templates/_a.tpl")
        #expect(error?.location?.line == 2)
        #expect(error?.trace.map(\.file.name) == ["shop/templates/a.yaml", "shop/templates/_a.tpl"])
        #expect(
            error?.message == """
                shop/templates/a.yaml:1:3
                  executing "shop/templates/a.yaml" at <include "a" .>:
                    error calling include:
                shop/templates/_a.tpl:2:10
                  executing "a" at <.Values.x.y>:
                    nil pointer evaluating interface {}.y
                """
        )
    }

    @Test func templatesThatIncludeThemselvesEnd() throws {
        let files = [
            ChartFile(name: "templates/_a.tpl", text: "{{ define \"a\" }}{{ include \"a\" . }}{{ end }}"),
            ChartFile(name: "templates/a.yaml", text: "{{ include \"a\" . }}"),
        ]
        #expect(throws: ChartError.self) { try Self.render(files) }
    }

    @Test func functionsOfOtherProductsSayWhatIsMissing() throws {
        let files = [ChartFile(name: "templates/a.yaml", text: "a: {{ sha256sum \"x\" }}")]
        let error = #expect(throws: ChartError.self) { try Self.render(files) }
        #expect(error?.message.contains("HelmCryptography") == true)
    }

    @Test(arguments: [
        ("a: 1\n---\nb: 1", ["a: 1", "b: 1"]), ("---a: 1", ["a: 1"]), ("a: 1\n --- x\n", ["a: 1\n --- x\n"]),
        ("a: 1\n---\n---\nb: 1", ["a: 1", "---\nb: 1"]),
    ])
    func documentsAreSplitWhereALineBeginsWithDashes(_ text: String, _ documents: [String]) throws {
        let rendered = try Self.render([ChartFile(name: "templates/a.yaml", text: text)])
        #expect(rendered.manifests.map(\.text) == documents)
    }
}
