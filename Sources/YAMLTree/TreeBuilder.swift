import CLibYAML
import Diagnostics

/// Builds trees from events.
///
/// All unfinished collections share one stack of nodes; a finished one takes its items off the top as an array of the
/// exact size, so that no collection grows by reallocation.
struct TreeBuilder {
    private let parser: EventParser
    /// The event of the parser, at hand without counting references to the parser.
    private let event: UnsafeMutablePointer<yaml_event_t>
    private let limits: ReadingLimits
    private let expandsMergeKeys: Bool
    private let repeatedKeys: YAMLReader.RepeatedKeys

    private let nodes = NodeStack()
    private var frames: [Frame] = []
    private var anchors: [String: Anchored] = [:]
    private var aliasedNodes = 0

    private struct Frame {
        let isMapping: Bool
        let start: Int
        /// Where the collection begins; made a location when it ends, since locations count references to the file.
        let mark: yaml_mark_t
        let properties: Node.Properties?
        /// How many nodes the finished children stand for.
        var weight = 1
        var hasMergeKey = false
    }

    /// What an anchor names; the latest one of a name counts.
    private enum Anchored {
        /// The collection of the frame at this position.
        case unfinished(frame: Int)
        case finished(Node, weight: Int)
    }

    init(
        parser: EventParser,
        limits: ReadingLimits,
        expandsMergeKeys: Bool,
        repeatedKeys: YAMLReader.RepeatedKeys
    ) {
        self.parser = parser
        self.event = parser.event
        self.limits = limits
        self.expandsMergeKeys = expandsMergeKeys
        self.repeatedKeys = repeatedKeys
    }

    mutating func documents() throws(YAMLError) -> [Node] {
        var documents: [Node] = []
        while true {
            try parser.advance()
            switch event.pointee.type {
            case YAML_SCALAR_EVENT: try scalar()
            case YAML_SEQUENCE_START_EVENT: try open(isMapping: false)
            case YAML_MAPPING_START_EVENT: try open(isMapping: true)
            case YAML_SEQUENCE_END_EVENT: try closeSequence()
            case YAML_MAPPING_END_EVENT: try closeMapping()
            case YAML_ALIAS_EVENT: try alias()
            case YAML_DOCUMENT_START_EVENT:
                if !anchors.isEmpty { anchors.removeAll(keepingCapacity: true) }
            case YAML_DOCUMENT_END_EVENT:
                if let root = nodes.pop() { documents.append(root) }
            case YAML_STREAM_END_EVENT: return documents
            default: break
            }
        }
    }

    // MARK: Events

    private mutating func scalar() throws(YAMLError) {
        let bytes = UnsafeBufferPointer(
            start: transload_scalar_value(event),
            count: transload_scalar_length(event)
        )
        let style: Scalar.Style =
            switch yaml_scalar_style_t(UInt32(truncatingIfNeeded: transload_scalar_style(event))) {
            case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
            case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
            case YAML_LITERAL_SCALAR_STYLE: .literal
            case YAML_FOLDED_SCALAR_STYLE: .folded
            default: .plain
            }
        let text = String(decoding: bytes, as: UTF8.self)
        if style == .plain, bytes.count == 2, bytes[0] == ascii("<"), bytes[1] == ascii("<"), expandsMergeKeys,
            !frames.isEmpty, frames[frames.count - 1].isMapping,
            (nodes.count - frames[frames.count - 1].start).isMultiple(of: 2)
        {
            frames[frames.count - 1].hasMergeKey = true
        }
        let properties = properties()
        let location = parser.location(event.pointee.start_mark)
        if let anchor = properties?.anchor {
            let node = Node(.scalar(Scalar(text, style: style)), location: location, properties: properties)
            anchors[anchor] = .finished(node, weight: 1)
        }
        push(Node(.scalar(Scalar(text, style: style)), location: location, properties: properties), weight: 1)
    }

    private mutating func open(isMapping: Bool) throws(YAMLError) {
        try limits.checkDepth(frames.count, at: parser.location)
        let properties = properties()
        if let anchor = properties?.anchor { anchors[anchor] = .unfinished(frame: frames.count) }
        frames.append(
            Frame(
                isMapping: isMapping,
                start: nodes.count,
                mark: event.pointee.start_mark,
                properties: properties
            )
        )
    }

    private mutating func closeSequence() throws(YAMLError) {
        guard let frame = frames.popLast() else { return }
        let items = nodes.takeItems(from: frame.start)
        close(.sequence(items), frame, at: parser.location(frame.mark), weight: frame.weight)
    }

    private mutating func closeMapping() throws(YAMLError) {
        guard let frame = frames.popLast() else { return }
        var entries = nodes.takeEntries(from: frame.start)
        let location = parser.location(frame.mark)
        var weight = frame.weight
        if frame.hasMergeKey { weight += try MergeKeys.expand(&entries, at: location) }
        let mapping =
            repeatedKeys == .refused
            ? try Mapping(refusingDuplicatesIn: entries, at: location) : Mapping(lastValuesIn: entries)
        close(.mapping(mapping), frame, at: location, weight: weight)
    }

    private mutating func close(
        _ content: consuming Node.Content,
        _ frame: Frame,
        at location: SourceLocation,
        weight: Int
    ) {
        let node = Node(consume content, location: location, properties: frame.properties)
        if let anchor = frame.properties?.anchor, case .unfinished(frames.count) = anchors[anchor] {
            anchors[anchor] = .finished(node, weight: weight)
        }
        push(node, weight: weight)
    }

    private mutating func alias() throws(YAMLError) {
        let name = transload_anchor(event).map { String(cString: $0) } ?? ""
        let location = parser.location
        switch anchors[name] {
        case .finished(let named, let weight): try push(alias: name, of: named, weight: weight, at: location)
        case .unfinished:
            throw YAMLError(
                .yamlUnknownAlias,
                "the alias *\(name) stands inside the value that it names",
                at: location,
                remedy: "A value cannot contain itself: write the part that is meant."
            )
        case nil:
            throw YAMLError(
                .yamlUnknownAlias,
                "the alias *\(name) names no anchor above it",
                at: location,
                remedy: "Define it with &\(name) before this line, or quote the value if it is text."
            )
        }
    }

    private mutating func push(alias name: String, of named: Node, weight: Int, at location: SourceLocation)
        throws(YAMLError)
    {
        // Far beyond every limit, sums stop to grow, so that they do not overflow.
        let weight = min(weight, 1 << 40)
        aliasedNodes += weight
        guard aliasedNodes <= limits.aliasedNodes else {
            throw YAMLError(
                .yamlLimit,
                "the aliases of the text stand for more than \(limits.aliasedNodes) nodes",
                at: location
            )
        }
        var node = named
        node.properties = Node.Properties(tag: named.tag, anchor: name, isAlias: true)
        push(node, weight: weight)
    }

    // MARK: Support

    @inline(__always)
    private mutating func push(_ node: consuming Node, weight: Int) {
        if !frames.isEmpty { frames[frames.count - 1].weight &+= weight }
        nodes.push(consume node)
    }

    @inline(__always)
    private func properties() -> Node.Properties? {
        let tag = transload_tag(event)
        let anchor = transload_anchor(event)
        guard tag != nil || anchor != nil else { return nil }
        return Node.Properties(
            tag: tag.map { String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) },
            anchor: anchor.map { String(cString: $0) },
            isAlias: false
        )
    }
}
