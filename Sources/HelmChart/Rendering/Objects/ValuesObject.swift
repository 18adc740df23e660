import GoTemplate

/// `.Values`: a map with methods, which hide keys of the same names.
enum ValuesObject {
    static func make(_ map: MapValue, version: HelmVersion) -> MapValue {
        let type = GoType("\(version.packageName).Values", .map, underlying: GoType.map.name)
        return MapValue(converting: map, type: type, methods: ValuesMethods(map, version: version).table)
    }
}

/// The methods of Helm's type for values.
private struct ValuesMethods {
    // A rendering runs on one thread and owns its values; the functions of its objects never leave it.
    nonisolated(unsafe) let map: MapValue
    let version: HelmVersion

    init(_ map: MapValue, version: HelmVersion) {
        self.map = map
        self.version = version
    }

    var table: FunctionTable {
        var table = FunctionTable()
        let methods = self
        table["AsMap"] = TemplateFunction(Signature()) { _ in .map(methods.map) }
        table["YAML"] = TemplateFunction(Signature()) { _ in .string(HelmYAML.write(.map(methods.map))) }
        table["Table"] = TemplateFunction(Signature(.string)) { try methods.table(at: $0) }
        table["PathValue"] = TemplateFunction(Signature(.string)) { try methods.value(at: $0) }
        return table
    }

    private func path(_ arguments: [Value]) -> String {
        if case .string(let text)? = arguments.first { return text.text }
        return ""
    }

    private func table(at arguments: [Value]) throws -> Value {
        var current = map
        for key in path(arguments).split(separator: ".", omittingEmptySubsequences: false) {
            guard case .map(let next)? = current[ByteString(key)] else {
                throw FunctionError("\(GoText.quoted(String(key))) is not a table")
            }
            current = next
        }
        return .map(ValuesObject.make(current, version: version))
    }

    private func value(at arguments: [Value]) throws -> Value {
        let path = path(arguments)
        if path.isEmpty { throw FunctionError("YAML path cannot be empty") }
        guard let value = ValueTables.leaf(at: path, in: map) else {
            let key = path.split(separator: ".", omittingEmptySubsequences: false).last.map(String.init) ?? path
            throw FunctionError("\(GoText.quoted(key)) is not a value")
        }
        return value.unwrapped
    }
}
