import GoTemplate

/// One rendering of a chart: the steps in Helm's order, each of which may find a fault.
struct ChartRendering {
    private let options: ChartRenderer.Options

    init(_ options: ChartRenderer.Options) {
        self.options = options
    }

    func run(_ chart: Chart, values: ChartValues) throws(ChartError) -> RenderedChart {
        guard ["", "application"].contains(chart.metadata.type) else {
            throw ChartError(.metadata, "\(chart.metadata.type) charts are not installable")
        }
        try DependencyProcessing.checkPresence(in: chart)
        try options.release.validate()

        let owner = ActiveChartOwner()
        let root = ActiveChart(chart, owner: owner)
        try processDependencies(of: root, values: values.makeMap())
        let coalesced = try Coalescing(version: options.version).values(values.makeMap(), for: root)
        if !options.skipsSchemas { try ChartSchemas.check(root, coalesced) }
        try checkKubernetes(chart.metadata)

        var outputs = try outputs(of: tree(root, coalesced), chart: root)
        let notes = takeNotes(from: &outputs, chart: root)
        let sorted = try ManifestSorting(outputs, version: options.version)
        return RenderedChart(
            manifests: sorted.manifests,
            hooks: sorted.hooks,
            notes: notes,
            customResources: customResources(of: root),
            version: options.version
        )
    }

    private func processDependencies(of root: ActiveChart, values: MapValue) throws(ChartError) {
        do {
            try DependencyProcessing(version: options.version).process(root, values: values)
        } catch {
            guard options.version == .v4 else { throw error }
            throw ChartError(.dependencies, "chart dependencies processing failed: " + error.message)
        }
    }

    private func checkKubernetes(_ metadata: ChartMetadata) throws(ChartError) {
        let wanted = metadata.kubeVersion
        let version = options.kubernetes
        if wanted.isEmpty || VersionRange.accepts(wanted, version.normalized) { return }
        let shown = options.version == .v4 ? version.full : version.normalized
        throw ChartError(
            .release,
            "chart requires kubeVersion: \(wanted) which is incompatible with Kubernetes \(shown)"
        )
    }

    private func tree(_ root: ActiveChart, _ values: MapValue) -> RenderTree {
        let release = options.release
        return RenderTree(
            root,
            values: values,
            release: .map(
                MapValue([
                    "Name": .text(release.name),
                    "Namespace": .text(release.namespace),
                    "IsUpgrade": .bool(release.operation == .upgrade),
                    "IsInstall": .bool(release.operation == .install),
                    "Revision": .int(release.revision),
                    "Service": .text("Helm"),
                ])
            ),
            capabilities: CapabilitiesObject.make(
                options.kubernetes,
                apiVersions: options.apiVersions,
                helm: options.version
            ),
            version: options.version
        )
    }

    /// Parses all templates, then runs those that are no partials.
    private func outputs(
        of tree: RenderTree,
        chart: ActiveChart
    ) throws(ChartError) -> [(source: ByteString, text: ByteString)] {
        let errors = RenderErrorText(version: options.version)
        let order = tree.order
        var set = TemplateSet(
            functions: HelmFunctions.table(options),
            options: TemplateOptions(missingKey: .zero, limits: options.limits, name: "gotpl")
        )
        for name in order {
            guard let template = tree.templates[name] else { continue }
            do {
                try set.parse(ByteString(template.file.bytes), named: name)
            } catch {
                throw errors.parseError(error)
            }
        }
        var outputs: [(source: ByteString, text: ByteString)] = []
        for name in order where !RenderTree.isPartial(name.text) {
            guard let template = tree.templates[name] else { continue }
            template.data["Template"] = .map(
                ValuesObject.make(
                    MapValue(["Name": .string(name), "BasePath": .text(template.folder)]),
                    version: options.version
                )
            )
            do {
                outputs.append((name, NoValue.removed(from: try set.execute(name, .map(template.data)))))
            } catch {
                throw errors.executionError(error, file: name)
            }
        }
        return outputs
    }

    /// Removes what is for the user's eyes.
    private func takeNotes(
        from outputs: inout [(source: ByteString, text: ByteString)],
        chart: ActiveChart
    ) -> String {
        let suffix = Array("NOTES.txt".utf8)
        let own = ByteString(chart.fullPath + "/templates/NOTES.txt")
        let notes = outputs.filter { $0.source.bytes.suffix(suffix.count).elementsEqual(suffix) }
        outputs.removeAll { $0.source.bytes.suffix(suffix.count).elementsEqual(suffix) }
        return
            notes
            .filter { options.includesNotesOfDependencies || $0.source == own }
            .sorted { $0.source == own || ($1.source != own && $0.source < $1.source) }
            .map(\.text.text).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    private func customResources(of chart: ActiveChart) -> [ChartFile] {
        chart.source.customResourceFiles.map { ChartFile(name: chart.fullPath + "/" + $0.name, bytes: $0.bytes) }
            + chart.dependencies.flatMap(customResources)
    }
}
