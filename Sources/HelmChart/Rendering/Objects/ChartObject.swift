import GoTemplate

/// `.Chart`: what `Chart.yaml` says. A map in Helm 4, a struct in Helm 3.
enum ChartObject {
    private typealias Field = (name: ByteString, value: Value)

    static func make(_ chart: ActiveChart, version: HelmVersion) -> Value {
        let root = Value.bool(chart.isRoot)
        switch version {
        case .v4:
            let map = MapValue()
            for field in fields(of: chart, version) { map[field.name] = field.value }
            map["IsRoot"] = root
            return .map(map)
        case .v3:
            let fields = fields(of: chart, version)
            let metadata = StructObject(
                GoType("chart.Metadata", .struct),
                fields,
                serialised: serialised(fields)
            )
            return .object(
                StructObject(
                    GoType("struct { chart.Metadata; IsRoot bool }", .struct),
                    [("Metadata", .object(metadata)), ("IsRoot", root)],
                    serialised: serialised(fields) + [("IsRoot", root)],
                    embedded: fields
                )
            )
        }
    }

    /// The fields in the order of Go's declaration.
    private static func fields(of chart: ActiveChart, _ version: HelmVersion) -> [Field] {
        let metadata = chart.metadata.source
        return [
            ("Name", .text(chart.name)),
            ("Home", .text(metadata.home)),
            ("Sources", texts(metadata.sources, version)),
            ("Version", .text(metadata.version)),
            ("Description", .text(metadata.description)),
            ("Keywords", texts(metadata.keywords, version)),
            ("Maintainers", list(metadata.maintainers.map { maintainer($0, version) }, "[]*chart.Maintainer", version)),
            ("Icon", .text(metadata.icon)),
            ("APIVersion", .text(metadata.apiVersion)),
            ("Condition", .text(metadata.condition)),
            ("Tags", .text(metadata.tags)),
            ("AppVersion", .text(metadata.appVersion)),
            ("Deprecated", .bool(metadata.isDeprecated)),
            ("Annotations", annotations(metadata.annotations)),
            ("KubeVersion", .text(metadata.kubeVersion)),
            (
                "Dependencies",
                list(
                    (chart.metadata.dependencies ?? []).map { dependency($0, version) },
                    "[]*chart.Dependency",
                    version
                )
            ),
            ("Type", .text(metadata.type)),
        ]
    }

    /// Fields by their names in `Chart.yaml`, without those that are empty.
    private static func serialised(_ fields: [Field]) -> [Field] {
        fields.filter { $0.value.isTrue }.map { (jsonName($0.name), $0.value) }
    }

    private static func jsonName(_ name: ByteString) -> ByteString {
        switch name {
        case "APIVersion": "apiVersion"
        case "AppVersion": "appVersion"
        case "KubeVersion": "kubeVersion"
        case "ImportValues": "import-values"
        default: ByteString(name.text.lowercased())
        }
    }

    private static func texts(_ texts: [String], _ version: HelmVersion) -> Value {
        .list(ListValue(texts.map(Value.text), type: version == .v4 ? .list : .strings))
    }

    private static func list(_ elements: [Value], _ type: String, _ version: HelmVersion) -> Value {
        .list(ListValue(elements, type: version == .v4 ? .list : GoType(type, .slice)))
    }

    private static func annotations(_ annotations: [String: String]?) -> Value {
        guard let annotations else { return .map(MapValue.absent(.stringMap)) }
        let map = MapValue(type: .stringMap)
        for (key, value) in annotations { map[ByteString(key)] = .text(value) }
        return .map(map)
    }

    private static func maintainer(_ maintainer: ChartMetadata.Maintainer, _ version: HelmVersion) -> Value {
        structure(
            [("Name", .text(maintainer.name)), ("Email", .text(maintainer.email)), ("URL", .text(maintainer.url))],
            type: "*chart.Maintainer",
            version
        )
    }

    private static func dependency(_ dependency: ActiveDependency, _ version: HelmVersion) -> Value {
        let source = dependency.source
        return structure(
            [
                ("Name", .text(dependency.name)), ("Version", .text(source.version)),
                ("Repository", .text(source.repository)), ("Condition", .text(source.condition)),
                ("Tags", texts(source.tags, version)), ("Enabled", .bool(dependency.isEnabled)),
                ("ImportValues", .list(source.imports.map(imported))), ("Alias", .text(source.alias)),
            ],
            type: "*chart.Dependency",
            version
        )
    }

    private static func imported(_ item: ChartDependency.Import) -> Value {
        let (child, parent) =
            switch item {
            case .export(let name): ("exports." + name, ".")
            case .table(let child, let parent): (child, parent)
            }
        return .map(MapValue(["child": .text(child), "parent": .text(parent)], type: .stringMap))
    }

    private static func structure(_ fields: [Field], type: String, _ version: HelmVersion) -> Value {
        switch version {
        case .v4:
            .map(MapValue(Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })))
        case .v3: .object(StructObject(GoType(type, .ptr), fields, serialised: serialised(fields)))
        }
    }
}
