import GoTemplate

/// A document of schemas, with the places in it that have an identifier or anchors.
struct SchemaDocument {
    struct Resource {
        var pointer: [ByteString]
        var url: SchemaURL
        var draft: SchemaDraft
        var anchors: [String: [ByteString]] = [:]
        var dynamicAnchors: Set<String> = []
    }

    let url: SchemaURL
    let root: Value
    private(set) var resources: [Resource] = []

    init(_ root: Value, url: SchemaURL) throws(SchemaFault) {
        (self.url, self.root) = (url, root)
        resources = [Resource(pointer: [], url: url, draft: .draft2020)]
        try collect(root, [], 0)
    }

    /// The resource that a place belongs to.
    func resource(of pointer: [ByteString]) -> Int {
        resources.indices.filter { pointer.starts(with: resources[$0].pointer) }
            .max { resources[$0].pointer.count < resources[$1].pointer.count } ?? 0
    }

    /// The value at a place.
    func value(at pointer: [ByteString]) -> Value? {
        var value = root
        for token in pointer {
            switch value {
            case .map(let map):
                guard let next = map[token] else { return nil }
                value = next
            case .list(let list):
                guard let index = Int(token.text), list.elements.indices.contains(index) else { return nil }
                value = list.elements[index]
            default: return nil
            }
        }
        return value
    }

    /// Walks all schemas below a place, which belongs to the resource `current`.
    private mutating func collect(_ value: Value, _ pointer: [ByteString], _ current: Int) throws(SchemaFault) {
        guard case .map(let map) = value else { return }
        var current = current
        var draft = resources[current].draft
        let named = map["$schema"]?.schemaText
        if let named, let found = SchemaDraft(url: named) { draft = found }
        let identifier = identifier(map, draft)
        if pointer.isEmpty {
            if let named, SchemaDraft(url: named) == nil, let url = SchemaURL(named) {
                throw SchemaFault(description: "failing loading \"\(url)\": \(url.refusal)")
            }
            resources[0].draft = draft
            if let identifier { resources[0].url = url.resolving(identifier).url }
        } else if let identifier {
            let base = resources[current].url.resolving(identifier).url
            resources.append(Resource(pointer: pointer, url: base, draft: draft))
            current = resources.count - 1
        }
        addAnchors(map, pointer, current)
        for key in SchemaDraft.schemaKeys {
            guard let value = map[ByteString(key)] else { continue }
            let place = pointer + [ByteString(key)]
            if case .list(let list) = value {
                for (index, element) in list.elements.enumerated() {
                    try collect(element, place + [ByteString(String(index))], current)
                }
            } else {
                try collect(value, place, current)
            }
        }
        for key in SchemaDraft.mapKeys {
            guard case .map(let schemas)? = map[ByteString(key)] else { continue }
            for name in schemas.sortedKeys {
                try collect(schemas[name] ?? .null, pointer + [ByteString(key), name], current)
            }
        }
    }

    private func identifier(_ map: MapValue, _ draft: SchemaDraft) -> String? {
        if draft < .draft2019, map["$ref"] != nil { return nil }
        guard let text = map[ByteString(draft.identifierKey)]?.schemaText else { return nil }
        let url = text.prefix { $0 != "#" }
        return url.isEmpty ? nil : String(url)
    }

    private mutating func addAnchors(_ map: MapValue, _ pointer: [ByteString], _ current: Int) {
        if resources[current].draft < .draft2019 {
            let text = map[ByteString(resources[current].draft.identifierKey)]?.schemaText ?? ""
            if let hash = text.firstIndex(of: "#"), hash != text.indices.last {
                resources[current].anchors[String(text[text.index(after: hash)...])] = pointer
            }
            return
        }
        if let anchor = map["$anchor"]?.schemaText { resources[current].anchors[anchor] = pointer }
        if let anchor = map["$dynamicAnchor"]?.schemaText {
            resources[current].anchors[anchor] = pointer
            resources[current].dynamicAnchors.insert(anchor)
        }
    }
}

extension Value {
    /// The text, if the value is one.
    var schemaText: String? {
        if case .string(let text) = self { return text.text }
        return nil
    }
}
