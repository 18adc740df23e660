import GoTemplate

/// Moves the values that charts import from the charts in them: `import-values`.
struct ImportedValues {
    var version: HelmVersion

    /// Does so in a chart, the innermost charts first.
    func move(in chart: ActiveChart) throws(ChartError) {
        for sub in chart.dependencies { try move(in: sub) }
        guard let declared = chart.metadata.dependencies else { return }
        let merging = Coalescing(version: version, keepsNulls: true)
        let values = try merging.values(MapValue(), for: chart)
        let imported = MapValue()
        // In Helm 3 charts of one name share their declarations, which are used up by the first that imports.
        for dependency in declared where !dependency.hasImported {
            for item in dependency.source.imports {
                guard let table = table(item, of: dependency, in: values) else { continue }
                merging.join(imported, with: table)
            }
            dependency.hasImported = true
        }
        // What the parent says itself has precedence.
        let result = ValueTables.copy(values)
        merging.join(result, with: imported)
        chart.values = result
    }

    /// What a declaration adds to the values of the parent.
    private func table(
        _ item: ChartDependency.Import,
        of dependency: ActiveDependency,
        in values: MapValue
    ) -> MapValue? {
        switch item {
        case .export(let name):
            return ValueTables.table(at: "\(dependency.name).exports.\(name)", in: values)
        case .table(let child, let parent):
            guard var table = ValueTables.table(at: "\(dependency.name).\(child)", in: values) else { return nil }
            if parent == "." { return table }
            for key in parent.split(separator: ".", omittingEmptySubsequences: false).reversed() {
                table = MapValue([ByteString(key): .map(table)])
            }
            return table
        }
    }
}
