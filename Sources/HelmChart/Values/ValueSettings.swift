import GoTemplate

/// What a user sets for a rendering, as Helm's flags do.
///
/// The kinds of settings count in a fixed order, whatever the order of flags: files, then JSON, typed values, strings,
/// contents of files, and literal texts, of which the last has the most weight.
public struct ValueSettings: Sendable {
    /// A file of values.
    public struct File: Sendable, Hashable {
        /// The name for messages.
        public var name: String
        /// YAML.
        public var bytes: [UInt8]

        /// Creates a file.
        public init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
        }
    }

    /// Files of values: `-f`. Later ones have more weight.
    public var files: [File] = []
    /// `KEY=JSON`, or a JSON object (Helm 4): `--set-json`.
    public var json: [String] = []
    /// `KEY=VALUE`, whose values may be numbers and Booleans: `--set`.
    public var typed: [String] = []
    /// `KEY=TEXT`: `--set-string`.
    public var strings: [String] = []
    /// `KEY=PATH`, whose values are the contents of files: `--set-file`.
    public var contents: [String] = []
    /// `KEY=TEXT` in which nothing but the first `=` has a meaning: `--set-literal`.
    public var literals: [String] = []
    /// Reads the files that `contents` names.
    public var read: @Sendable (_ path: String) throws -> [UInt8]

    /// Creates settings that read files in the given way; without one, naming a file is a fault.
    public init(
        read: @escaping @Sendable (_ path: String) throws -> [UInt8] = { path in
            throw ChartError(.file, "open \(path): no files can be read here")
        }
    ) {
        self.read = read
    }

    /// The values that are set.
    ///
    /// - Parameter version: The Helm that is followed.
    /// - Returns: The values, without a chart's defaults.
    /// - Throws: ``ChartError`` of the kind `values` with Helm's text.
    public func values(_ version: HelmVersion = .v4) throws(ChartError) -> ChartValues {
        let values = MapValue()
        for file in files {
            let next = try naming("failed to parse \(file.name): ") { () throws(FunctionError) in
                try ValuesFile.read(ChartFile.withoutMark(file.bytes), version: version)
            }
            ValueTables.override(values, with: next)
        }
        for text in json { try add(json: text, to: values, version) }
        for text in typed { try add(text, as: .typed, "--set", to: values) }
        for text in strings { try add(text, as: .strings, "--set-string", to: values) }
        let read = read
        let contents = SetExpression.Values.files { (path) throws(FunctionError) in
            do {
                return .string(ByteString(try read(path.text)))
            } catch {
                throw FunctionError("\(error)")
            }
        }
        for text in self.contents { try add(text, as: contents, "--set-file", to: values) }
        for text in literals { try add(text, as: .literal, "--set-literal", to: values) }
        return ChartValues(values)
    }

    private func add(
        _ text: String,
        as kind: SetExpression.Values,
        _ flag: String,
        to values: MapValue
    ) throws(ChartError) {
        try naming("failed parsing \(flag) data: ") { () throws(FunctionError) in
            try SetExpression.apply(ByteString(text), as: kind, to: values)
        }
    }

    /// Of JSON Helm says only that it is wrong.
    private func add(json text: String, to values: MapValue, _ version: HelmVersion) throws(ChartError) {
        let trimmed = GoSpace.trimming(Array(text.utf8)[...])
        do {
            if version == .v4, trimmed.first == UInt8(ascii: "{") {
                guard case .map(let map) = try GoJSON.readMap(ByteString(Array(trimmed))) else { return }
                ValueTables.override(values, with: map)
            } else {
                try SetExpression.apply(ByteString(text), as: .json, to: values)
            }
        } catch {
            let isObject = version == .v4 && trimmed.first == UInt8(ascii: "{")
            throw ChartError(.values, "failed parsing --set-json data \(isObject ? "JSON: " : "")\(text)")
        }
    }

    private func naming<Result>(
        _ prefix: String,
        _ body: () throws(FunctionError) -> Result
    ) throws(ChartError) -> Result {
        do {
            return try body()
        } catch {
            throw ChartError(.values, prefix + error.message)
        }
    }
}
