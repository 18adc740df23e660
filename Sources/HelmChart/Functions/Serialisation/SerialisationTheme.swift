import GoTemplate

extension FunctionTheme {
    /// Values as YAML, JSON and TOML, and back.
    package static let serialisation = FunctionTheme { environment in
        var table = FunctionTable()
        addYAML(to: &table, environment.helmVersion)
        addJSON(to: &table)
        addTOML(to: &table, environment.helmVersion)
        return table
    }

    private static func addYAML(to table: inout FunctionTable, _ version: HelmVersion) {
        table["toYaml"] = .typed { (value: Value) in HelmYAML.trimmedText(of: value) }
        table["toYamlPretty"] = .typed { (value: Value) in HelmYAML.prettyText(of: value) }
        if version == .v4 { table["mustToYaml"] = .typed { (value: Value) in try HelmYAML.strictText(of: value) } }
        table["fromYaml"] = .typed { (text: ByteString) in
            orError { () throws(FunctionError) in .map(try HelmYAML.readMap(text)) }
        }
        table["fromYamlArray"] = .typed { (text: ByteString) in
            orErrorList { () throws(FunctionError) in try HelmYAML.readList(text) }
        }
    }

    private static func addJSON(to table: inout FunctionTable) {
        table["toJson"] = .typed { (value: Value) in orNothing(value, .compact) }
        table["mustToJson"] = .typed { (value: Value) in try GoJSON.write(value, .compact) }
        table["toPrettyJson"] = .typed { (value: Value) in orNothing(value, .indented) }
        table["mustToPrettyJson"] = .typed { (value: Value) in try GoJSON.write(value, .indented) }
        table["toRawJson"] = .typed { (value: Value) in try GoJSON.write(value, .raw) }
        table["mustToRawJson"] = .typed { (value: Value) in try GoJSON.write(value, .raw) }
        table["fromJson"] = .typed { (text: ByteString) in
            orError { () throws(FunctionError) in try GoJSON.readMap(text) }
        }
        table["fromJsonArray"] = .typed { (text: ByteString) in
            orErrorList { () throws(FunctionError) in try GoJSON.readList(text) }
        }
        table["mustFromJson"] = .typed { (text: ByteString) in try GoJSON.read(text) }
    }

    private static func addTOML(to table: inout FunctionTable, _ version: HelmVersion) {
        table["toToml"] = .typed { (value: Value) in
            if value.isNil { throw FunctionError.reflectionOnNil }
            return orMessage { () throws(FunctionError) in try TOMLWriter.document(value) }
        }
        if version == .v4 {
            table["mustToToml"] = .typed { (value: Value) in
                if value.isNil { throw FunctionError.reflectionOnNil }
                return try TOMLWriter.document(value)
            }
        }
        table["fromToml"] = .typed { (text: ByteString) in
            orError { () throws(FunctionError) in .map(try TOMLReader.document(text)) }
        }
    }

    // MARK: Errors as values

    private static func orNothing(_ value: Value, _ style: GoJSON.Style) -> ByteString {
        do throws(FunctionError) {
            return try GoJSON.write(value, style)
        } catch {
            return ByteString()
        }
    }

    private static func orMessage(_ body: () throws(FunctionError) -> ByteString) -> ByteString {
        do throws(FunctionError) {
            return try body()
        } catch {
            return ByteString(error.message)
        }
    }

    /// The error as the map `{"Error": …}`.
    private static func orError(_ body: () throws(FunctionError) -> Value) -> Value {
        do throws(FunctionError) {
            return try body()
        } catch {
            return .map(MapValue(["Error": .text(error.message)]))
        }
    }

    /// The error as the one element of a list.
    private static func orErrorList(_ body: () throws(FunctionError) -> Value) -> Value {
        do throws(FunctionError) {
            return try body()
        } catch {
            return .list([.text(error.message)])
        }
    }
}
