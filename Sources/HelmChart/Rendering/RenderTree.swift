import GoTemplate

/// The templates of a chart and all charts in it, each with the data that it sees.
struct RenderTree {
    struct Template {
        var file: ChartFile
        var data: MapValue
        var folder: String
    }

    private(set) var templates: [ByteString: Template] = [:]
    private let version: HelmVersion
    private let release: Value
    private let capabilities: Value

    init(_ chart: ActiveChart, values: MapValue, release: Value, capabilities: Value, version: HelmVersion) {
        self.version = version
        self.release = release
        self.capabilities = capabilities
        _ = add(chart, values: ValuesObject.make(values, version: version))
    }

    /// Adds a chart and those in it; answers what templates see of it as a sub-chart.
    private mutating func add(_ chart: ActiveChart, values: MapValue) -> Value {
        let subcharts = MapValue()
        let data = MapValue([
            "Chart": ChartObject.make(chart, version: version),
            "Files": FilesObject.make(chart.source.files),
            "Release": release,
            "Capabilities": capabilities,
            "Values": .map(values),
            "Subcharts": .map(subcharts),
        ])
        for sub in chart.dependencies {
            let table = ValueTables.table(at: sub.name, in: values) ?? MapValue()
            subcharts[ByteString(sub.name)] = add(sub, values: ValuesObject.make(table, version: version))
        }
        let path = chart.fullPath
        let view = ValuesObject.make(data, version: version)
        for file in chart.source.templates where !chart.metadata.source.isLibrary || Self.isPartial(file.name) {
            templates[ByteString(path + "/" + file.name)] = Template(
                file: file,
                data: view,
                folder: path + "/templates"
            )
        }
        return .map(data)
    }

    /// The names in the order in which Helm parses and renders: deep paths first, then from the end of the alphabet.
    var order: [ByteString] {
        templates.keys.map { (depth: $0.bytes.count { $0 == UInt8(ascii: "/") }, name: $0) }
            .sorted { $0.depth != $1.depth ? $0.depth > $1.depth : $0.name > $1.name }
            .map(\.name)
    }

    /// Whether a template only serves others: its last name begins with `_`.
    static func isPartial(_ name: String) -> Bool {
        name.utf8.split(separator: UInt8(ascii: "/")).last?.first == UInt8(ascii: "_")
    }
}
