import GoTemplate

/// `Chart.yaml` and `Chart.lock` as Helm writes them into archives: keys by name, nothing that is empty.
struct MetadataText {
    let bytes: [UInt8]

    init(_ metadata: ChartMetadata) {
        let map = MapValue()
        let texts: [(ByteString, String)] = [
            ("apiVersion", metadata.apiVersion), ("appVersion", metadata.appVersion),
            ("condition", metadata.condition), ("description", metadata.description), ("home", metadata.home),
            ("icon", metadata.icon), ("kubeVersion", metadata.kubeVersion), ("name", metadata.name),
            ("tags", metadata.tags), ("type", metadata.type), ("version", metadata.version),
        ]
        for (key, text) in texts where !text.isEmpty { map[key] = .text(text) }
        if metadata.isDeprecated { map["deprecated"] = .bool(true) }
        Self.add(metadata.sources.map(Value.text), "sources", to: map)
        Self.add(metadata.keywords.map(Value.text), "keywords", to: map)
        Self.add(metadata.maintainers.map(Self.maintainer), "maintainers", to: map)
        if let annotations = metadata.annotations, !annotations.isEmpty {
            let table = MapValue()
            for (key, text) in annotations { table[ByteString(key)] = .text(text) }
            map["annotations"] = .map(table)
        }
        // Format v1 keeps its dependencies in requirements.yaml.
        if metadata.apiVersion != "v1" {
            Self.add((metadata.dependencies ?? []).map(Self.dependency), "dependencies", to: map)
        }
        bytes = HelmYAML.write(.map(map)).bytes
    }

    init(_ lock: ChartLock) {
        let map = MapValue(["digest": .text(lock.digest), "generated": .text(lock.generated)])
        map["dependencies"] = .list(lock.dependencies.map(Self.dependency))
        bytes = HelmYAML.write(.map(map)).bytes
    }

    private static func add(_ elements: [Value], _ key: ByteString, to map: MapValue) {
        if !elements.isEmpty { map[key] = .list(elements) }
    }

    private static func maintainer(_ maintainer: ChartMetadata.Maintainer) -> Value {
        .map(table([("name", maintainer.name), ("email", maintainer.email), ("url", maintainer.url)]))
    }

    private static func dependency(_ dependency: ChartDependency) -> Value {
        let map = table([
            ("version", dependency.version), ("condition", dependency.condition), ("alias", dependency.alias),
        ])
        // These two are written even if they are empty.
        map["name"] = .text(dependency.name)
        map["repository"] = .text(dependency.repository)
        add(dependency.tags.map(Value.text), "tags", to: map)
        add(dependency.imports.map(imported), "import-values", to: map)
        return .map(map)
    }

    private static func imported(_ item: ChartDependency.Import) -> Value {
        switch item {
        case .export(let name): .text(name)
        case .table(let child, let parent): .map(table([("child", child), ("parent", parent)]))
        }
    }

    private static func table(_ fields: [(ByteString, String)]) -> MapValue {
        let map = MapValue()
        for (key, text) in fields where !text.isEmpty { map[key] = .text(text) }
        return map
    }
}
