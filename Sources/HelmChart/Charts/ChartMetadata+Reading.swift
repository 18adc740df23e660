import GoTemplate

extension ChartMetadata {
    /// The fields of `Chart.yaml` with their Go types, which decide what is an error and what is converted.
    private static let shape = GoShape.structure(
        "Metadata",
        type: "chart.Metadata",
        [
            ("name", .string), ("home", .string), ("sources", .list(.string, type: "[]string")),
            ("version", .string), ("description", .string), ("keywords", .list(.string, type: "[]string")),
            ("maintainers", .list(maintainer, type: "[]*chart.Maintainer")), ("icon", .string),
            ("apiVersion", .string), ("condition", .string), ("tags", .string), ("appVersion", .string),
            ("deprecated", .bool), ("annotations", .map(.string, type: "map[string]string")),
            ("kubeVersion", .string), ("dependencies", .list(dependency, type: "[]*chart.Dependency")),
            ("type", .string),
        ]
    )

    private static let maintainer = GoShape.structure(
        "Maintainer",
        type: "chart.Maintainer",
        [("name", .string), ("email", .string), ("url", .string)]
    )

    static let dependency = GoShape.structure(
        "Dependency",
        type: "chart.Dependency",
        [
            ("name", .string), ("version", .string), ("repository", .string), ("condition", .string),
            ("tags", .list(.string, type: "[]string")), ("enabled", .bool),
            ("import-values", .list(.any, type: "[]interface {}")), ("alias", .string),
        ]
    )

    /// Nothing yet: the state before any file is read.
    static let blank = ChartMetadata(name: "", version: "", apiVersion: "")

    /// Takes over what a file says; what it does not mention stays as it was.
    mutating func read(_ bytes: [UInt8]) throws(FunctionError) {
        let fields = try FieldReader(GoStructure.read(bytes, as: Self.shape))
        fields.text("name", into: &name)
        fields.text("home", into: &home)
        fields.text("version", into: &version)
        fields.text("description", into: &description)
        fields.text("icon", into: &icon)
        fields.text("apiVersion", into: &apiVersion)
        fields.text("condition", into: &condition)
        fields.text("tags", into: &tags)
        fields.text("appVersion", into: &appVersion)
        fields.text("kubeVersion", into: &kubeVersion)
        fields.text("type", into: &type)
        if case .bool(let value)? = fields["deprecated"] { isDeprecated = value }
        if let all = fields.list("sources") { sources = all.map(FieldReader.text) }
        if let all = fields.list("keywords") { keywords = all.map(FieldReader.text) }
        if let all = fields.list("maintainers") { maintainers = all.map(Maintainer.init) }
        if let all = fields.list("dependencies") { dependencies = all.map(ChartDependency.init) }
        if case .map(let map)? = fields["annotations"] {
            annotations = Dictionary(
                map.entries.map { ($0.text, FieldReader.text($1)) },
                uniquingKeysWith: { first, _ in first }
            )
        }
    }
}

extension ChartMetadata.Maintainer {
    fileprivate init(_ value: Value) {
        let fields = FieldReader(value)
        self.init(name: "")
        isAbsent = value.isNil
        fields.text("name", into: &name)
        fields.text("email", into: &email)
        fields.text("url", into: &url)
    }
}

extension ChartDependency {
    init(_ value: Value) {
        let fields = FieldReader(value)
        self.init(name: "")
        isAbsent = value.isNil
        fields.text("name", into: &name)
        fields.text("version", into: &version)
        fields.text("repository", into: &repository)
        fields.text("condition", into: &condition)
        fields.text("alias", into: &alias)
        tags = (fields.list("tags") ?? []).map(FieldReader.text)
        imports = (fields.list("import-values") ?? []).compactMap(Import.init)
    }
}

extension ChartDependency.Import {
    /// Entries of other types are passed over, as Helm does.
    fileprivate init?(_ value: Value) {
        switch value {
        case .string(let name): self = .export(name.text)
        case .map(let map):
            let child = GoFormat.sprintf("%v", [map["child"]?.unwrapped ?? .null])
            let parent = GoFormat.sprintf("%v", [map["parent"]?.unwrapped ?? .null])
            self = .table(child: child.text, parent: parent.text)
        default: return nil
        }
    }
}
