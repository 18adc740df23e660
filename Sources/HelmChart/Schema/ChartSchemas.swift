import GoTemplate

/// The schemas of a chart and its dependencies, each of which its own part of the values must satisfy.
struct ChartSchemas {
    private var text = ""

    /// Refuses values that do not satisfy them.
    ///
    /// - Throws: the findings of all charts with Helm's text.
    static func check(_ chart: ActiveChart, _ values: MapValue) throws(ChartError) {
        var schemas = ChartSchemas()
        schemas.collect(chart, values)
        if schemas.text.isEmpty { return }
        let lead = "values don't meet the specifications of the schema(s) in the following chart(s):\n"
        throw ChartError(.schema, lead + schemas.text)
    }

    private mutating func collect(_ chart: ActiveChart, _ values: MapValue) {
        if let schema = chart.source.schema {
            do throws(SchemaFault) {
                try SchemaValidator.validate(.map(values), against: schema)
            } catch {
                text += "\(chart.name):\n\(error)"
            }
        }
        for dependency in chart.dependencies {
            switch values[ByteString(dependency.name)] {
            case nil, .null, .nilInterface: continue
            case .map(let part): collect(dependency, part)
            case let other?:
                let type = other.type?.name ?? "<nil>"
                text += "\(dependency.name):\ninvalid type for values: expected object (map), got \(type)\n"
            }
        }
    }
}
