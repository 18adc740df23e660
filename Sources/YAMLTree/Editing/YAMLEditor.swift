public import Diagnostics

/// Changes single values of a YAML text, and leaves every other byte as it is: comments, layout, anchors, quotes, line
/// breaks.
///
/// ```swift
/// var editor = try YAMLEditor("image: web:1  # pinned\n", file: "compose.yaml")
/// try editor.set("web:2", at: "image")
/// print(editor.text)  // image: web:2  # pinned
/// ```
///
/// After each change the text is read again and compared with what was asked for; a change that would touch anything
/// else is refused and leaves the text as it was. So is one whose value stands behind an alias, a merge key, or an
/// anchor that aliases name: others share it. Each change is O(n) in the size of the text.
public struct YAMLEditor: Sendable {
    /// The name of the text, for the places in errors.
    public let file: SourceFile
    /// The document as it is now, with merge keys as they are written.
    public private(set) var document: Node
    private let reader: YAMLReader
    private var source: SourceText
    private var layout: SourceLayout
    private var aliased: Set<String>

    /// Creates an editor of a text with one document.
    public init(_ text: String, file: SourceFile, limits: ReadingLimits = ReadingLimits()) throws(YAMLError) {
        try self.init(Array(text.utf8), file: file, limits: limits)
    }

    /// Creates an editor of a text in UTF-8 with one document.
    public init(_ bytes: [UInt8], file: SourceFile, limits: ReadingLimits = ReadingLimits()) throws(YAMLError) {
        self.file = file
        reader = YAMLReader(limits: limits, expandsMergeKeys: false)
        guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
            throw YAMLError(
                .yamlEncoding,
                "a text in UTF-16 cannot be edited in place",
                at: SourceLocation(file: file, line: 1, column: 1),
                remedy: "Save the file as UTF-8."
            )
        }
        (document, source, layout, aliased) = try Self.read(bytes, reader, file)
    }

    /// The text as it is now.
    public var text: String { String(decoding: source.bytes, as: UTF8.self) }

    /// The text as it is now, in UTF-8.
    public var bytes: [UInt8] { source.bytes }

    private static func read(_ bytes: [UInt8], _ reader: YAMLReader, _ file: SourceFile) throws(YAMLError)
        -> (Node, SourceText, SourceLayout, Set<String>)
    {
        let document = try reader.document(in: bytes, file: file)
        let source = SourceText(bytes: bytes)
        let builder = try bytes.withUnsafeBufferPointer { (bytes) throws(YAMLError) in
            try SourceLayoutBuilder(bytes, source, file: file)
        }
        let nothing = SourceLayout(
            shape: .inlineScalar,
            content: bytes.count..<bytes.count,
            start: bytes.count,
            column: 0,
            line: 1,
            anchor: nil
        )
        return (document, source, builder.documents.first ?? nothing, builder.aliased)
    }

    // MARK: Changing

    /// Gives the value at `path` another one.
    ///
    /// A key that a mapping does not have is added at its end, with the mappings that are missing on the way; a position
    /// behind the last item of a sequence adds an item.
    ///
    /// - Throws: Why the value cannot be changed in place, with the place that prevents it.
    public mutating func set(_ value: Node, at path: NodePath) throws(YAMLError) {
        if document[path] == value { return }
        var value = value
        var path = path
        // What is missing on the way is one new value.
        while let last = path.elements.last, !canHold(last, NodePath(path.elements.dropLast())) {
            guard case .key(let key) = last else { throw nowhere(path) }
            value = .mapping(Mapping([(key, value)]))
            path.elements.removeLast()
        }
        try change(.set(value), at: path)
    }

    /// Puts an item before the one at the position that ends `path`, or behind the last one.
    public mutating func insert(_ item: Node, at path: NodePath) throws(YAMLError) {
        try change(.insert(item), at: path)
    }

    /// Removes the entry or item at `path`.
    public mutating func remove(at path: NodePath) throws(YAMLError) {
        guard !path.elements.isEmpty, document[path] != nil else { throw nowhere(path) }
        try change(.remove, at: path)
    }

    /// Whether the node at `parent` is of the kind that has `element`, or can get it.
    private func canHold(_ element: NodePath.Element, _ parent: NodePath) -> Bool {
        guard let node = document[parent] else { return false }
        switch (element, node.content) {
        case (.key, .mapping): return true
        case (.index(let index), .sequence(let items)): return index <= items.count
        default: return false
        }
    }

    private func nowhere(_ path: NodePath) -> YAMLError {
        YAMLError(.yamlEditPath, "\(path) names nothing in the text", at: document.location ?? start)
    }

    private var start: SourceLocation { SourceLocation(file: file, line: 1, column: 1) }

    private mutating func change(_ change: YAMLEdit, at path: NodePath) throws(YAMLError) {
        let place = try EditPlace(path, in: document, layout, aliased, source, file: file)
        let wanted = try place.result(of: change, in: document)
        var changes = BlockChanges(source: source, place: place, layout: writer)
        var splices =
            place.isInFlow ? FlowChanges(source: source, place: place).splices(change) : changes.splices(change)
        if splices == nil { splices = changes.replaceParent(change) }
        guard let splices else { throw place.refusal("cannot be changed in place") }
        let edited = Splice.apply(splices, to: source.bytes)
        // A literal block at the end of a text needs the line break that the text may lack.
        for text in [edited, edited + source.lineBreak.utf8] {
            // The proof that nothing else has changed.
            guard let result = try? Self.read(text, reader, file), result.0 == wanted else { continue }
            (document, source, layout, aliased) = result
            return
        }
        throw place.refusal("cannot be changed in place without changing others")
    }

    /// Items of sequences are indented as the text does it first.
    private var writer: YAMLWriter {
        YAMLWriter(sequenceIndent: Self.indentsSequences(layout) ?? true, quotes: .asRead)
    }

    private static func indentsSequences(_ layout: SourceLayout) -> Bool? {
        for entry in layout.entries where layout.shape == .blockMapping {
            if entry.value.shape == .blockSequence { return entry.value.column > layout.column }
            if let found = indentsSequences(entry.value) { return found }
        }
        return nil
    }
}

extension FindingCode {
    /// A value cannot be changed in place, because an alias, a merge key or an anchor shares it with others.
    public static let yamlEditShared: FindingCode = "yaml.edit-shared"
    /// A value cannot be changed in place, because of its notation.
    public static let yamlEditNotation: FindingCode = "yaml.edit-notation"
    /// A path of a change names nothing in the text.
    public static let yamlEditPath: FindingCode = "yaml.edit-path"
}
