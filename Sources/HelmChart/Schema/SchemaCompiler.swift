import GoTemplate

/// Reads the keywords of schemas and follows their references.
final class SchemaCompiler {
    private struct Place: Hashable {
        var url: SchemaURL
        var pointer: [ByteString]
    }

    private var documents: [SchemaURL: SchemaDocument] = [:]
    private var nodes: [Place: SchemaNode] = [:]
    private var queue: [(node: SchemaNode, place: Place)] = []
    /// Whether the format of texts is checked also where a draft leaves it open.
    private let assertsFormats: Bool

    init(assertsFormats: Bool = false) {
        self.assertsFormats = assertsFormats
    }

    /// The schema of a document, with all that it refers to.
    func compile(_ root: Value, url: SchemaURL) throws(SchemaFault) -> SchemaNode {
        try add(root, url)
        let node = try node(at: Place(url: url, pointer: []))
        while let (node, place) = queue.popLast() { try fill(node, place) }
        return node
    }

    // MARK: Documents

    private func add(_ root: Value, _ url: SchemaURL) throws(SchemaFault) {
        let document = try SchemaDocument(root, url: url)
        if let metaschema = document.resources[0].draft.metaschema, !Metaschemas.isKnown(url) {
            try Metaschemas.check(root, against: metaschema, location: "\(url)#")
        }
        documents[url] = document
    }

    private func document(_ url: SchemaURL) throws(SchemaFault) -> SchemaDocument {
        if documents[url] == nil {
            guard let root = Metaschemas.document(url) ?? (url.isName ? .bool(true) : nil) else {
                throw SchemaFault(description: "failing loading \"\(url)\": \(url.refusal)")
            }
            try add(root, url)
        }
        guard let document = documents[url] else { throw SchemaFault(description: "failing loading \"\(url)\"") }
        return document
    }

    private func node(at place: Place) throws(SchemaFault) -> SchemaNode {
        if let node = nodes[place] { return node }
        let document = try document(place.url)
        let resource = document.resources[document.resource(of: place.pointer)]
        let location = "\(place.url)#" + SchemaPointer.text(place.pointer)
        guard document.value(at: place.pointer) != nil else {
            throw SchemaFault(description: "json-pointer in \"\(location)\" not found")
        }
        let node = SchemaNode(location: location, draft: resource.draft)
        nodes[place] = node
        queue.append((node, place))
        return node
    }

    /// The schema that a reference at a place means.
    private func node(for reference: String, from place: Place) throws(SchemaFault) -> SchemaNode {
        let own = try document(place.url)
        let base = own.resources[own.resource(of: place.pointer)].url
        let (url, fragment) = base.resolving(reference)
        var target = own
        var resource = own.resources.first { $0.url == url }
        if resource == nil {
            target = try document(url)
            resource = target.resources[0]
        }
        guard let resource else { return try node(at: place) }
        if fragment.isEmpty || fragment.hasPrefix("/") {
            let pointer = resource.pointer + SchemaPointer.tokens(fragment)
            return try node(at: Place(url: target.url, pointer: pointer))
        }
        guard let pointer = resource.anchors[fragment] else {
            let name = "\(url)#\(fragment)"
            throw SchemaFault(description: "anchor in \"\(name)\" not found in schema \"\(target.url)\"")
        }
        return try node(at: Place(url: target.url, pointer: pointer))
    }

    // MARK: Keywords

    private func fill(_ node: SchemaNode, _ place: Place) throws(SchemaFault) {
        let document = try document(place.url)
        let resource = document.resources[document.resource(of: place.pointer)]
        let start = try self.node(at: Place(url: place.url, pointer: resource.pointer))
        node.resource = start
        if node === start, node.draft >= .draft2020 {
            for anchor in resource.dynamicAnchors.sorted() {
                guard let pointer = resource.anchors[anchor] else { continue }
                node.dynamicAnchors[anchor] = try self.node(at: Place(url: place.url, pointer: pointer))
            }
        }
        switch document.value(at: place.pointer) {
        case .bool(let flag): node.constant = flag
        case .map(let map) where map.entries.isEmpty: node.constant = true
        case .map(let map): try fill(node, Keywords(map: map, place: place, compiler: self))
        default: break
        }
    }

    private func fill(_ node: SchemaNode, _ keywords: Keywords) throws(SchemaFault) {
        if let reference = keywords.text("$ref") {
            node.reference = try self.node(for: reference, from: keywords.place)
            // Older drafts ignore all that stands beside a reference.
            if node.draft < .draft2019 { return }
        }
        node.allOf = try keywords.schemas("allOf")
        node.anyOf = try keywords.schemas("anyOf")
        node.oneOf = try keywords.schemas("oneOf")
        node.not = try keywords.schema("not")
        readScalars(node, keywords)
        try readPatterns(node, keywords)
        try readObjects(node, keywords)
        try readArrays(node, keywords)
        if node.draft >= .draft6 { node.const = keywords.map["const"] }
        if node.draft >= .draft7, let condition = try keywords.schema("if") {
            node.condition = (condition, try keywords.schema("then"), try keywords.schema("else"))
        }
        try readDynamicReferences(node, keywords)
    }

    private func readScalars(_ node: SchemaNode, _ keywords: Keywords) {
        switch keywords.map["type"] {
        case .string(let name): node.types = Set([SchemaType(rawValue: name.text)].compactMap(\.self))
        case .list(let list):
            node.types = Set(list.elements.compactMap { $0.schemaText.flatMap(SchemaType.init(rawValue:)) })
        default: break
        }
        if case .list(let list)? = keywords.map["enum"] { node.enumeration = list.elements }
        node.numbers.multipleOf = keywords.number("multipleOf")
        (node.numbers.minimum, node.numbers.exclusiveMinimum) = keywords.bound("minimum", "exclusiveMinimum")
        (node.numbers.maximum, node.numbers.exclusiveMaximum) = keywords.bound("maximum", "exclusiveMaximum")
        node.length = .init(minimum: keywords.count("minLength"), maximum: keywords.count("maxLength"))
        node.itemCount = .init(minimum: keywords.count("minItems"), maximum: keywords.count("maxItems"))
        node.propertyCount = .init(
            minimum: keywords.count("minProperties"),
            maximum: keywords.count("maxProperties")
        )
        node.hasUniqueItems = keywords.flag("uniqueItems") == true
        node.required = keywords.texts("required")
        if assertsFormats || node.draft < .draft2019 { node.format = keywords.text("format") }
    }

    private func readPatterns(_ node: SchemaNode, _ keywords: Keywords) throws(SchemaFault) {
        if let pattern = keywords.text("pattern") {
            node.pattern = try keywords.expression(pattern, at: "\(node.location)/pattern")
        }
        for (name, schema) in try keywords.schemaMap("patternProperties") {
            let expression = try keywords.expression(name.text, at: "\(node.location)/patternProperties")
            node.patternProperties.append((expression, schema))
        }
    }

    private func readObjects(_ node: SchemaNode, _ keywords: Keywords) throws(SchemaFault) {
        for (name, schema) in try keywords.schemaMap("properties") { node.properties[name] = schema }
        node.additionalProperties = try keywords.additional("additionalProperties")
        if case .map(let map)? = keywords.map["dependencies"] {
            for name in map.sortedKeys {
                if case .list(let list)? = map[name] {
                    let names = list.elements.compactMap(\.schemaText).map { ByteString($0) }
                    node.dependencies.append((name, .properties(names)))
                } else {
                    node.dependencies.append((name, .schema(try keywords.schema("dependencies", name))))
                }
            }
        }
        if node.draft >= .draft6 { node.propertyNames = try keywords.schema("propertyNames") }
        guard node.draft >= .draft2019 else { return }
        node.dependentSchemas = try keywords.schemaMap("dependentSchemas").map { ($0.name, $0.node) }
        if case .map(let map)? = keywords.map["dependentRequired"] {
            for name in map.sortedKeys {
                guard case .list(let list)? = map[name] else { continue }
                node.dependentRequired.append(
                    (name, list.elements.compactMap(\.schemaText).map { ByteString($0) })
                )
            }
        }
        node.unevaluatedProperties = try keywords.schema("unevaluatedProperties")
    }

    private func readArrays(_ node: SchemaNode, _ keywords: Keywords) throws(SchemaFault) {
        if node.draft < .draft2020, case .list? = keywords.map["items"] {
            node.items = .each(try keywords.schemas("items"))
            node.additionalItems = try keywords.additional("additionalItems")
        } else if let items = try keywords.schema("items") {
            node.items = .all(items)
        }
        if node.draft >= .draft6 { node.contains = try keywords.schema("contains") }
        if node.draft >= .draft2019 {
            if node.contains != nil {
                node.containsCount = .init(
                    minimum: keywords.count("minContains"),
                    maximum: keywords.count("maxContains")
                )
            }
            node.unevaluatedItems = try keywords.schema("unevaluatedItems")
        }
        if node.draft >= .draft2020 { node.prefixItems = try keywords.schemas("prefixItems") }
    }

    private func readDynamicReferences(_ node: SchemaNode, _ keywords: Keywords) throws(SchemaFault) {
        guard node.draft >= .draft2019 else { return }
        if let reference = keywords.text("$recursiveRef") {
            node.recursiveReference = try self.node(for: reference, from: keywords.place)
        }
        node.isRecursiveAnchor = keywords.flag("$recursiveAnchor") == true
        guard node.draft >= .draft2020 else { return }
        node.dynamicAnchor = keywords.text("$dynamicAnchor") ?? ""
        if let reference = keywords.text("$dynamicRef") {
            let fragment = reference.drop { $0 != "#" }.dropFirst()
            let anchor = fragment.hasPrefix("/") ? "" : String(fragment)
            node.dynamicReference = (try self.node(for: reference, from: keywords.place), anchor)
        }
    }

    // MARK: Reading

    /// The keywords of one schema by their types. What has the wrong type is as if absent.
    private struct Keywords {
        let map: MapValue
        let place: Place
        let compiler: SchemaCompiler

        func text(_ key: ByteString) -> String? { map[key]?.schemaText }

        func flag(_ key: ByteString) -> Bool? {
            if case .bool(let flag)? = map[key] { return flag }
            return nil
        }

        func number(_ key: ByteString) -> Double? { map[key].flatMap(SchemaNumber.value) }

        func count(_ key: ByteString) -> Int? { number(key).flatMap { Int(exactly: $0) } }

        func texts(_ key: ByteString) -> [ByteString] {
            guard case .list(let list)? = map[key] else { return [] }
            return list.elements.compactMap(\.schemaText).map { ByteString($0) }
        }

        /// A bound and its exclusive form, which is a flag in draft 4.
        func bound(_ key: ByteString, _ exclusive: ByteString) -> (Double?, Double?) {
            flag(exclusive) == true ? (nil, number(key)) : (number(key), number(exclusive))
        }

        func schema(_ key: ByteString, _ name: ByteString) throws(SchemaFault) -> SchemaNode {
            try compiler.node(at: Place(url: place.url, pointer: place.pointer + [key, name]))
        }

        func schema(_ key: ByteString) throws(SchemaFault) -> SchemaNode? {
            guard map[key] != nil else { return nil }
            return try compiler.node(at: Place(url: place.url, pointer: place.pointer + [key]))
        }

        func schemas(_ key: ByteString) throws(SchemaFault) -> [SchemaNode] {
            guard case .list(let list)? = map[key] else { return [] }
            var nodes: [SchemaNode] = []
            for index in list.elements.indices {
                let token = ByteString(String(index))
                nodes.append(try compiler.node(at: Place(url: place.url, pointer: place.pointer + [key, token])))
            }
            return nodes
        }

        func schemaMap(_ key: ByteString) throws(SchemaFault) -> [(name: ByteString, node: SchemaNode)] {
            guard case .map(let schemas)? = map[key] else { return [] }
            var nodes: [(ByteString, SchemaNode)] = []
            for name in schemas.sortedKeys {
                let place = Place(url: place.url, pointer: place.pointer + [key, name])
                nodes.append((name, try compiler.node(at: place)))
            }
            return nodes
        }

        func additional(_ key: ByteString) throws(SchemaFault) -> SchemaNode.Additional? {
            if let flag = flag(key) { return .flag(flag) }
            return try schema(key).map { .schema($0) }
        }

        func expression(_ pattern: String, at location: String) throws(SchemaFault) -> RegularExpression {
            do throws(PatternError) {
                return try RegularExpression(ByteString(pattern))
            } catch {
                let quoted = GoFormat.quote(ByteString(pattern))
                throw SchemaFault(description: "invalid regex \(quoted) at \"\(location)\": \(error)")
            }
        }
    }
}
