import GoTemplate

/// Writes values in block style: keys in natural order, strings in the quotes that they need.
///
/// Helm writes JSON, reads it as YAML and writes that. Here values are written at once, with what the way through JSON
/// does to them: numbers are those of JSON, and texts are what a reader of YAML makes of JSON's strings.
struct HelmYAMLWriter {
    private var scalars: BlockScalars
    private let library: YAMLLibrary

    /// How deep values may nest before the reader between JSON and YAML refuses them.
    static let depthLimit = 10_000
    /// How much may be written: values that share their parts can stand for far more than they hold.
    private static let outputLimit = 512 << 20

    init(_ library: YAMLLibrary) {
        self.library = library
        scalars = BlockScalars(library)
    }

    /// The value as a document that ends in a line feed.
    ///
    /// - Throws: what Go's library reports of values that cannot be written.
    static func document(_ value: Value, _ library: YAMLLibrary) throws(FunctionError) -> ByteString {
        try StackSpace.withLargeStack { () throws(FunctionError) in
            var writer = HelmYAMLWriter(library)
            try writer.node(value, indentation: -1, isValue: false, depth: 0)
            writer.scalars.indent(0)
            return ByteString(writer.scalars.output)
        }
    }

    // MARK: Nodes

    /// A node in a collection of the given indentation, -1 if there is none, as the value of a key or not.
    private mutating func node(_ value: Value, indentation: Int, isValue: Bool, depth: Int) throws(FunctionError) {
        switch value {
        case .null, .nilInterface: word("null")
        case .bool(let flag): word(flag ? "true" : "false")
        case .integer(let number, _): word("\(number)")
        case .unsigned(let number, _): word("\(number)")
        case .float(let number): try float(number)
        case .string(let text): try string(text.bytes, isKey: false, indentation: indentation)
        case .list(let list): try self.list(list, indentation: indentation, isValue: isValue, depth: depth)
        case .map(let map):
            if map.isAbsent, library == .v2 { return word("null") }
            try self.map(map.entries.map { ($0.key.bytes, $0.value) }, indentation: indentation, depth: depth)
        case .object(let object): try self.object(object, indentation: indentation, isValue: isValue, depth: depth)
        }
    }

    private func checkLimits(_ depth: Int) throws(FunctionError) {
        guard depth < Self.depthLimit else {
            throw FunctionError("yaml: exceeded max depth of \(Self.depthLimit)")
        }
        guard scalars.output.count < Self.outputLimit else {
            throw FunctionError("the text of the value is larger than \(Self.outputLimit >> 20) MiB")
        }
    }

    private mutating func list(_ list: ListValue, indentation: Int, isValue: Bool, depth: Int) throws(FunctionError) {
        if library == .v2 {
            if list.isAbsent { return word("null") }
            if let bytes = list.byteElements {
                return try string(Base64.encode(bytes), isKey: false, indentation: indentation)
            }
        }
        try items(list.elements, indentation: indentation, isValue: isValue, depth: depth)
    }

    private mutating func items(_ items: [Value], indentation: Int, isValue: Bool, depth: Int) throws(FunctionError) {
        if items.isEmpty { return word("[]") }
        try checkLimits(depth)
        let isFlush = library == .v2 && isValue && !scalars.isIndentation
        let inner = indentation < 0 ? 0 : isFlush ? indentation : indentation + BlockScalars.indentation
        for item in items {
            scalars.indent(inner)
            scalars.itemMark("-")
            try node(item, indentation: inner, isValue: false, depth: depth + 1)
        }
    }

    private mutating func map(_ entries: [(key: [UInt8], value: Value)], indentation: Int, depth: Int)
        throws(FunctionError)
    {
        if entries.isEmpty { return word("{}") }
        try checkLimits(depth)
        let inner = indentation < 0 ? 0 : indentation + BlockScalars.indentation
        for entry in entries.sorted(by: { NaturalOrder.precedes($0.key, $1.key, library) }) {
            scalars.indent(inner)
            try key(entry.key, indentation: inner)
            try node(entry.value, indentation: inner, isValue: true, depth: depth + 1)
        }
    }

    private mutating func object(_ object: any TemplateObject, indentation: Int, isValue: Bool, depth: Int)
        throws(FunctionError)
    {
        let form = SerialisedForm(object, library == .v2 ? .json : .yaml)
        switch form {
        case .integer(let number): word("\(number)")
        case .moment(let text) where library == .v3: scalars.word(text.bytes)
        case .text(let text), .moment(let text): try string(text.bytes, isKey: false, indentation: indentation)
        case .elements(let elements):
            try items(elements, indentation: indentation, isValue: isValue, depth: depth)
        case .fields(let fields):
            try map(fields.map { ($0.name.bytes, $0.value) }, indentation: indentation, depth: depth)
        case .unsupported(let type): throw FunctionError("json: unsupported type: \(type)")
        }
    }

    // MARK: Scalars

    private mutating func word(_ text: String) {
        scalars.word(text.utf8)
    }

    private mutating func float(_ number: Double) throws(FunctionError) {
        guard number.isFinite else {
            if library == .v3 { return word(number.isNaN ? ".nan" : number < 0 ? "-.inf" : ".inf") }
            throw GoJSON.unsupported(number)
        }
        if library == .v2, number.magnitude < 0x1p65, number == number.rounded(.towardZero) {
            if number.magnitude < 0x1p53 { return word("\(Int64(number))") }
            // JSON has the shortest digits that tell the number from others; those that fit are integers to YAML.
            let digits = GoFormat.float(number, "f").text
            if GoNumber.integer(digits) != nil || GoNumber.unsigned(digits) != nil { return word(digits) }
        }
        scalars.word(GoFormat.float(number).bytes)
    }

    private mutating func string(_ bytes: [UInt8], isKey: Bool, indentation: Int) throws(FunctionError) {
        let indentation = indentation < 0 ? BlockScalars.indentation : indentation + BlockScalars.indentation
        let text = try carried(bytes)
        text.withUnsafeBufferPointer { text in
            scalars.string(
                text,
                isPlainText: isPlainText(text),
                analysis: ScalarAnalysis(text, library),
                isKey: isKey,
                indentation: indentation
            )
        }
    }

    private mutating func key(_ bytes: [UInt8], indentation: Int) throws(FunctionError) {
        let key = try carried(bytes)
        if library == .v2 { try JSONText.checkKey(bytes) }
        let isShort = key.count <= BlockScalars.longestKey
        let analysis = key.withUnsafeBufferPointer { ScalarAnalysis($0, library) }
        let isSimple = isShort && !analysis.isMultiline
        if !isSimple { scalars.itemMark("?") }
        key.withUnsafeBufferPointer { text in
            scalars.string(
                text,
                isPlainText: isPlainText(text),
                analysis: analysis,
                isKey: isSimple,
                indentation: indentation + BlockScalars.indentation
            )
        }
        if isSimple { return scalars.keyMark() }
        scalars.indent(indentation)
        scalars.itemMark(":")
    }

    private func carried(_ bytes: [UInt8]) throws(FunctionError) -> [UInt8] {
        library == .v2 ? try JSONText.carried(bytes) : JSONText.repaired(bytes)
    }

    private func isPlainText(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard case .string = ScalarResolver.meaning(of: text, library) else { return false }
        if ScalarResolver.isSexagesimal(text) { return false }
        return library == .v2 || !ScalarResolver.isWordOfVersion1(text)
    }
}
