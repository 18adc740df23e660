import GoTemplate

/// What `Chart.lock` says: the versions that were chosen for the dependencies.
public struct ChartLock: Sendable, Hashable {
    /// When the file was written, as it stands.
    public var generated = ""
    /// The digest of the dependencies that `Chart.yaml` had then.
    public var digest = ""
    /// The dependencies with the versions chosen.
    public var dependencies: [ChartDependency] = []

    private static let shape = GoShape.structure(
        "Lock",
        type: "chart.Lock",
        [
            ("generated", .string), ("digest", .string),
            ("dependencies", .list(ChartMetadata.dependency, type: "[]*chart.Dependency")),
        ]
    )

    init(_ bytes: [UInt8]) throws(FunctionError) {
        let fields = try FieldReader(GoStructure.read(bytes, as: Self.shape))
        fields.text("generated", into: &generated)
        fields.text("digest", into: &digest)
        dependencies = (fields.list("dependencies") ?? []).map(ChartDependency.init)
    }
}
