import GoTemplate

/// Makes values of a composed document, with the rules and errors of go-yaml v2.
struct YAMLDecoder {
    private let nodes: [YAMLGraph.Node]
    private let numbers: YAMLValueReader.Numbers
    private var expansion = AliasExpansion()
    /// The aliases whose values are being made.
    private var openAliases: Set<Int> = []
    private var depth = 0
    /// What Helm finds only when all of the text is read: keys and numbers that JSON does not have.
    private var keyFault: FunctionError?
    private var numberFault: FunctionError?

    init(_ nodes: [YAMLGraph.Node], _ numbers: YAMLValueReader.Numbers) {
        self.nodes = nodes
        self.numbers = numbers
    }

    mutating func document(_ root: Int) throws(FunctionError) -> Value {
        let value = try value(root)
        if let fault = keyFault ?? numberFault { throw fault }
        return value
    }

    // MARK: Nodes

    private mutating func value(_ index: Int) throws(FunctionError) -> Value {
        try expansion.count()
        switch nodes[index] {
        case .scalar(let text, let isImplicit, let tag):
            return try value(of: YAMLScalarReader.meaning(text, isImplicit: isImplicit, tag: tag))
        case .sequence(let items):
            return try nested { decoder throws(FunctionError) in
                var elements: [Value] = []
                elements.reserveCapacity(items.count)
                for item in items { elements.append(try decoder.value(item)) }
                return .list(elements)
            }
        case .mapping(let entries):
            return try nested { decoder throws(FunctionError) in
                var map: [ByteString: Value] = [:]
                map.reserveCapacity(entries.count / 2)
                try decoder.add(entries, to: &map)
                return .map(MapValue(map))
            }
        case .alias(let name, let target):
            return try following(index, name) { decoder throws(FunctionError) in try decoder.value(target) }
        }
    }

    private mutating func nested<T>(
        _ body: (inout YAMLDecoder) throws(FunctionError) -> T
    ) throws(FunctionError) -> T {
        guard depth < YAMLGraph.depthLimit else {
            throw FunctionError("yaml: exceeded max depth of \(YAMLGraph.depthLimit)")
        }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    private mutating func following<T>(
        _ alias: Int,
        _ name: String,
        _ body: (inout YAMLDecoder) throws(FunctionError) -> T
    ) throws(FunctionError) -> T {
        guard openAliases.insert(alias).inserted else {
            throw FunctionError("yaml: anchor '\(name)' value contains itself")
        }
        expansion.depth += 1
        defer {
            openAliases.remove(alias)
            expansion.depth -= 1
        }
        return try body(&self)
    }

    private mutating func value(of scalar: YAMLScalarReader.Scalar) throws(FunctionError) -> Value {
        switch scalar {
        case .null: return .nilInterface
        case .bool(let flag): return .bool(flag)
        case .string(let text): return .string(ByteString(text))
        case .integer(let number): return numbers == .floats ? .float(Double(number)) : .int64(number)
        case .unsigned(let number): return numbers == .floats ? .float(Double(number)) : .unsigned(number, .uint64)
        case .float(let number):
            if !number.isFinite, numberFault == nil { numberFault = GoJSON.unsupported(number) }
            return .float(number)
        }
    }

    // MARK: Mappings

    /// Entries in their order, so that a merge key replaces what stands before it.
    private mutating func add(_ entries: [Int], to map: inout [ByteString: Value]) throws(FunctionError) {
        for position in stride(from: 0, to: entries.count - 1, by: 2) {
            let (key, value) = (entries[position], entries[position + 1])
            if isMergeKey(key) {
                try merge(value, into: &map)
                continue
            }
            let name = try self.key(key, value)
            let content = try self.value(value)
            if let name { map[name] = content }
        }
    }

    private func isMergeKey(_ index: Int) -> Bool {
        guard case .scalar(let text, let isImplicit, let tag) = nodes[index], text == Array("<<".utf8) else {
            return false
        }
        return isImplicit || tag == "tag:yaml.org,2002:merge"
    }

    private mutating func merge(_ index: Int, into map: inout [ByteString: Value]) throws(FunctionError) {
        guard case .sequence(let items) = nodes[index] else { return try mergeOne(index, into: &map) }
        // The first one wins.
        for item in items.reversed() { try mergeOne(item, into: &map) }
    }

    private mutating func mergeOne(_ index: Int, into map: inout [ByteString: Value]) throws(FunctionError) {
        try expansion.count()
        switch nodes[index] {
        case .mapping(let entries):
            try nested { decoder throws(FunctionError) in try decoder.add(entries, to: &map) }
        case .alias(let name, let target):
            guard case .mapping = nodes[target] else { throw Self.mergeFault }
            try following(index, name) { decoder throws(FunctionError) in try decoder.mergeOne(target, into: &map) }
        case .scalar, .sequence: throw Self.mergeFault
        }
    }

    private static let mergeFault = FunctionError("yaml: map merge requires map or sequence of maps as the value")

    /// The text of a key; nil if it is none that JSON has, which is reported at the end.
    private mutating func key(_ index: Int, _ value: Int) throws(FunctionError) -> ByteString? {
        try expansion.count()
        switch nodes[index] {
        case .alias(let name, let target):
            return try following(index, name) { decoder throws(FunctionError) in try decoder.key(target, value) }
        case .sequence, .mapping:
            let syntax = GoSyntaxOfYAML(nodes)
            throw FunctionError("yaml: invalid map key: " + (try syntax.text(index)))
        case .scalar(let text, let isImplicit, let tag):
            let scalar = try YAMLScalarReader.meaning(text, isImplicit: isImplicit, tag: tag)
            if let name = YAMLScalarReader.key(scalar) { return name }
            let syntax = GoSyntaxOfYAML(nodes)
            let type = if case .unsigned = scalar { "uint64" } else { "%!s(<nil>)" }
            let (shownKey, shownValue) = (try syntax.text(index, isWhole: true), try syntax.text(value, isWhole: true))
            if keyFault == nil {
                keyFault = FunctionError(
                    "unsupported map key of type: \(type), key: \(shownKey), value: \(shownValue)"
                )
            }
            return nil
        }
    }
}

/// Counts nodes, so that aliases cannot stand for far more than the text holds: go-yaml's rule.
struct AliasExpansion {
    /// How many aliases are being followed.
    var depth = 0
    private var total = 0
    private var aliased = 0

    mutating func count() throws(FunctionError) {
        total += 1
        if depth > 0 { aliased += 1 }
        guard aliased > 100, total > 1000, Double(aliased) / Double(total) > allowedShare else { return }
        throw FunctionError("yaml: document contains excessive aliasing")
    }

    /// From 99 % of small documents down to 10 % of those of four million nodes.
    private var allowedShare: Double {
        let (small, large) = (400_000, 4_000_000)
        if total <= small { return 0.99 }
        if total >= large { return 0.1 }
        return 0.99 - 0.89 * (Double(total - small) / Double(large - small))
    }
}
