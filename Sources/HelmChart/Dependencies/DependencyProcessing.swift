import GoTemplate

/// Decides which charts within a chart take part, under which names, and moves values that parents import.
struct DependencyProcessing {
    var version: HelmVersion

    /// Prepares a root chart for rendering with the values that the user sets.
    func process(_ chart: ActiveChart, values: MapValue) throws(ChartError) {
        try selectDependencies(of: chart, values: values, path: "")
        try ImportedValues(version: version).move(in: chart)
    }

    /// Fails if declared dependencies are not among the charts.
    static func checkPresence(in chart: Chart) throws(ChartError) {
        let present = Set(chart.dependencies.map(\.name))
        let missing = (chart.metadata.dependencies ?? []).map(\.name).filter { !present.contains($0) }
        guard !missing.isEmpty else { return }
        throw ChartError(
            .dependencies,
            """
            an error occurred while checking for chart dependencies. You may need to run `helm dependency build` to \
            fetch missing dependencies: found in Chart.yaml, but missing in charts/ directory: \
            \(missing.joined(separator: ", "))
            """
        )
    }

    private func selectDependencies(
        of chart: ActiveChart,
        values: MapValue,
        path: String
    ) throws(ChartError) {
        guard let declared = chart.metadata.dependencies else { return }
        chart.setDependencies(undeclared(in: chart, declared) + aliased(in: chart, declared))
        for dependency in declared { dependency.isEnabled = true }
        let coalesced = try Coalescing(version: version).values(values, for: chart)
        applyTags(to: declared, values: coalesced)
        applyConditions(to: declared, values: coalesced, path: path)

        let disabled = Set(declared.filter { !$0.isEnabled }.map(\.name))
        let kept = chart.dependencies.filter { !disabled.contains($0.name) }
        for sub in kept { try selectDependencies(of: sub, values: coalesced, path: path + sub.name + ".") }
        let rest = declared.filter { !disabled.contains($0.name) }
        chart.metadata.dependencies = rest.isEmpty ? nil : rest
        chart.setDependencies(kept)
    }

    /// The charts that no declaration speaks of; they are always on.
    private func undeclared(in chart: ActiveChart, _ declared: [ActiveDependency]) -> [ActiveChart] {
        chart.dependencies.filter { sub in
            !declared.contains { $0.name == sub.name && VersionRange.accepts($0.source.version, sub.version) }
        }
    }

    /// A chart for each declaration, under its alias.
    private func aliased(in chart: ActiveChart, _ declared: [ActiveDependency]) -> [ActiveChart] {
        var charts: [ActiveChart] = []
        for dependency in declared {
            let found = chart.dependencies.first { sub in
                sub.name == dependency.name && VersionRange.accepts(dependency.source.version, sub.version)
            }
            if let found { charts.append(copy(of: found, alias: dependency.source.alias)) }
            if !dependency.source.alias.isEmpty { dependency.name = dependency.source.alias }
        }
        return charts
    }

    /// Helm 3 lets copies share the charts in them, Helm 4 does not.
    private func copy(of chart: ActiveChart, alias: String) -> ActiveChart {
        let copy = ActiveChart(sharing: chart)
        copy.metadata = ActiveMetadata(copying: chart.metadata, sharesDependencies: version == .v3)
        if version == .v4 { copy.setDependencies(chart.dependencies.map(ActiveChart.init(sharing:))) }
        if !alias.isEmpty { copy.metadata.name = alias }
        return copy
    }

    private func applyTags(to declared: [ActiveDependency], values: MapValue) {
        guard let tags = ValueTables.table(at: "tags", in: values) else { return }
        for dependency in declared {
            let states = dependency.source.tags.compactMap { tag -> Bool? in
                if case .bool(let state)? = tags[ByteString(tag)] { return state }
                return nil
            }
            dependency.isEnabled = states.isEmpty || states.contains(true)
        }
    }

    /// The first path of a condition that holds a Boolean decides.
    private func applyConditions(to declared: [ActiveDependency], values: MapValue, path: String) {
        for dependency in declared {
            let condition = GoSpace.trimming(ArraySlice(dependency.source.condition.utf8))
            for place in condition.split(separator: UInt8(ascii: ",")) {
                let place = path + String(decoding: place, as: UTF8.self)
                if case .bool(let state)? = ValueTables.leaf(at: place, in: values) {
                    dependency.isEnabled = state
                    break
                }
            }
        }
    }
}

extension ActiveChart {
    fileprivate var version: String { source.metadata.version }
}
