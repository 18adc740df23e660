import GoTemplate

/// Values of a chart: its defaults, or what a user sets.
///
/// Numbers keep the type that Helm's readers give them: those of files are floating-point numbers, integers of `--set`
/// are integers.
public struct ChartValues: Sendable, Hashable {
    let root: FixedValue

    /// No values.
    public init() {
        root = .map([:])
    }

    init(_ map: MapValue) {
        root = FixedValue(.map(map))
    }

    /// Reads a file of values.
    ///
    /// - Parameters:
    ///   - bytes: YAML whose documents are mappings. Helm 4 merges all documents, Helm 3 reads the first.
    ///   - version: The Helm that is followed.
    /// - Throws: ``ChartError`` of the kind `values` with Helm's text.
    public init(yaml bytes: [UInt8], version: HelmVersion = .v4) throws(ChartError) {
        do {
            self.init(try ValuesFile.read(bytes, version: version))
        } catch {
            throw ChartError(.values, error.message)
        }
    }

    /// These values with those of `other` set over them: tables are joined, all else is replaced, nulls too.
    public func overridden(by other: ChartValues) -> ChartValues {
        let map = makeMap()
        ValueTables.override(map, with: other.makeMap())
        return ChartValues(map)
    }

    /// Whether there are none.
    public var isEmpty: Bool { root == .map([:]) }

    /// A copy that a rendering may change.
    func makeMap() -> MapValue {
        if case .map(let map) = root.makeValue() { return map }
        return MapValue()
    }
}
