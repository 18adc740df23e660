import ArgumentParser
import HelmChart
import HelmCryptography

/// `transload template`: prints what `helm template` prints.
struct TemplateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Renders a Helm chart, as helm template does."
    )

    @OptionGroup var chart: ChartOptions

    @Option(help: ArgumentHelp("The name of the release.", valueName: "name"))
    var releaseName = "release-name"

    @Option(name: .shortAndLong, help: ArgumentHelp("The namespace of the release.", valueName: "namespace"))
    var namespace = "default"

    @Flag(help: "Render for an upgrade instead of a first installation.")
    var isUpgrade = false

    @Option(help: ArgumentHelp("The version of Kubernetes that templates see.", valueName: "version"))
    var kubeVersion: String?

    @Option(
        name: [.customShort("a"), .customLong("api-versions")],
        help: ArgumentHelp("Versions of the API that templates see, with commas between them.", valueName: "versions")
    )
    var apiVersions: [String] = []

    @Flag(name: .customLong("include-crds"), help: "Print the files in crds/ too.")
    var includesCRDs = false

    @Option(
        name: [.customShort("s"), .customLong("show-only")],
        help: ArgumentHelp("Print only what this template writes; patterns are allowed.", valueName: "template")
    )
    var showOnly: [String] = []

    @Flag(name: .customLong("no-hooks"), help: "Print no hooks.")
    var hidesHooks = false

    @Flag(name: .customLong("skip-tests"), help: "Print no tests.")
    var hidesTests = false

    @Flag(name: .customLong("skip-schema-validation"), help: "Do not hold values against the schemas of charts.")
    var skipsSchemas = false

    @Flag(help: "Answer with fixed stand-ins where Helm asks the clock or draws lots, so that the output repeats.")
    var reproducible = false

    func run() throws {
        do {
            let chart = try chart.load()
            let rendered = try ChartRenderer(options: options()).render(chart, values: self.chart.values())
            let stream = try rendered.stream(
                .init(
                    hooks: hidesHooks ? .none : hidesTests ? .withoutTests : .all,
                    includesCustomResources: includesCRDs,
                    templates: showOnly
                )
            )
            try StandardStream.output.write(stream)
        } catch let error as ChartError {
            StandardStream.error.show("error: \(error)\n")
            throw ExitStatus.failed
        }
    }

    private func options() throws(ChartError) -> ChartRenderer.Options {
        var options = ChartRenderer.Options(
            environment: reproducible ? .reproducible : .system,
            version: chart.version,
            release: Release(name: releaseName, namespace: namespace, operation: isUpgrade ? .upgrade : .install),
            kubernetes: try kubeVersion.map { text throws(ChartError) in try KubernetesVersion(text) } ?? .standard,
            apiVersions: apiVersions.flatMap { $0.split(separator: ",").map(String.init) },
            skipsSchemas: skipsSchemas
        )
        options.addCryptography()
        return options
    }
}
