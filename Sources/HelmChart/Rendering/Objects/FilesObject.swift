import GoTemplate

/// `.Files`: the files of a chart that are no templates, by path.
enum FilesObject {
    static func make(_ files: [ChartFile]) -> Value {
        var contents: [ByteString: [UInt8]] = [:]
        for file in files { contents[ByteString(file.name)] = file.bytes }
        return make(contents)
    }

    private static func make(_ contents: [ByteString: [UInt8]]) -> Value {
        .map(
            MapValue(
                type: GoType("engine.files", .map, underlying: "map[string][]uint8"),
                methods: methods(contents)
            ) { contents.mapValues { .list(ListValue.bytes($0)) } }
        )
    }

    private static func methods(_ contents: [ByteString: [UInt8]]) -> [ByteString: TemplateFunction] {
        var table = FunctionTable()
        table["Get"] = TemplateFunction(Signature(.string)) { .string(ByteString(content(contents, $0))) }
        table["GetBytes"] = TemplateFunction(Signature(.string)) { .list(ListValue.bytes(content(contents, $0))) }
        table["Glob"] = TemplateFunction(Signature(.string)) { make(matching(contents, pattern: text($0))) }
        table["AsConfig"] = TemplateFunction(Signature()) { _ in configuration(contents) { $0 } }
        table["AsSecrets"] = TemplateFunction(Signature()) { _ in configuration(contents, Base64Text.encoded) }
        table["Lines"] = TemplateFunction(Signature(.string)) { arguments in
            try lines(contents[text(arguments)])
        }
        return table
    }

    private static func text(_ arguments: [Value]) -> ByteString {
        if case .string(let text)? = arguments.first { return text }
        return ByteString()
    }

    private static func content(_ contents: [ByteString: [UInt8]], _ arguments: [Value]) -> [UInt8] {
        contents[text(arguments)] ?? []
    }

    /// The files that a pattern matches; a pattern that is none matches all.
    private static func matching(
        _ contents: [ByteString: [UInt8]],
        pattern: ByteString
    ) -> [ByteString: [UInt8]] {
        guard let glob = FileGlob(pattern) else { return contents }
        return contents.filter { glob.matches($0.key) }
    }

    /// The files by their last names, as YAML.
    private static func configuration(
        _ contents: [ByteString: [UInt8]],
        _ form: ([UInt8]) -> [UInt8]
    ) -> Value {
        let map = MapValue(type: .stringMap)
        for name in contents.keys.sorted() {
            let base = name.bytes.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? []
            map[ByteString(base)] = .string(ByteString(form(contents[name] ?? [])))
        }
        return .string(HelmYAML.trimmedText(of: .map(map)))
    }

    private static func lines(_ content: [UInt8]?) throws -> Value {
        guard var rest = content else { return .list(ListValue([], type: .strings)) }
        guard !rest.isEmpty else { throw FunctionError("runtime error: index out of range [-1]") }
        if rest.last == UInt8(ascii: "\n") { rest.removeLast() }
        let lines = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return .list(ListValue.strings(lines.map { ByteString(Array($0)) }))
    }
}
