import CLibYAML
import Diagnostics

/// Builds trees from events.
///
/// All unfinished collections share one stack of nodes; a finished one takes its items off the top as an array of the
/// exact size, so that no collection grows by reallocation.
struct TreeBuilder {
    private let parser: EventParser
    private let limits: ReadingLimits
    private let expandsMergeKeys: Bool

    private var nodes: [Node] = []
    private var frames: [Frame] = []
    private var anchors: [String: Anchored] = [:]
    private var openAnchors: Set<String> = []
    private var aliasedNodes = 0

    private struct Frame {
        let isMapping: Bool
        let start: Int
        let location: SourceLocation
        let properties: Node.Properties?
        /// How many nodes the finished children stand for.
        var weight = 1
        var hasMergeKey = false
    }

    private struct Anchored {
        let node: Node
        let weight: Int
    }

    init(parser: EventParser, limits: ReadingLimits, expandsMergeKeys: Bool) {
        self.parser = parser
        self.limits = limits
        self.expandsMergeKeys = expandsMergeKeys
    }

    mutating func documents() throws(YAMLError) -> [Node] {
        var documents: [Node] = []
        while true {
            try parser.advance()
            switch parser.event.pointee.type {
            case YAML_SCALAR_EVENT: try scalar()
            case YAML_SEQUENCE_START_EVENT: try open(isMapping: false)
            case YAML_MAPPING_START_EVENT: try open(isMapping: true)
            case YAML_SEQUENCE_END_EVENT: try closeSequence()
            case YAML_MAPPING_END_EVENT: try closeMapping()
            case YAML_ALIAS_EVENT: try alias()
            case YAML_DOCUMENT_START_EVENT:
                if !anchors.isEmpty { anchors.removeAll(keepingCapacity: true) }
            case YAML_DOCUMENT_END_EVENT:
                if let root = nodes.popLast() { documents.append(root) }
            case YAML_STREAM_END_EVENT: return documents
            default: break
            }
        }
    }

    // MARK: Events

    private mutating func scalar() throws(YAMLError) {
        let event = parser.event
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
        if style == .plain, expandsMergeKeys, text == "<<", let frame = frames.last, frame.isMapping,
            (nodes.count - frame.start).isMultiple(of: 2)
        {
            frames[frames.count - 1].hasMergeKey = true
        }
        var node = Node(.scalar(Scalar(text, style: style)), location: parser.location)
        node.properties = properties()
        push(node, weight: 1)
    }

    private mutating func open(isMapping: Bool) throws(YAMLError) {
        try limits.checkDepth(frames.count, at: parser.location)
        let properties = properties()
        if let anchor = properties?.anchor { openAnchors.insert(anchor) }
        frames.append(
            Frame(isMapping: isMapping, start: nodes.count, location: parser.location, properties: properties)
        )
    }

    private mutating func closeSequence() throws(YAMLError) {
        guard let frame = frames.popLast() else { return }
        let items = Array(nodes[frame.start...])
        nodes.removeSubrange(frame.start...)
        close(Node(.sequence(items), location: frame.location), frame, weight: frame.weight)
    }

    private mutating func closeMapping() throws(YAMLError) {
        guard let frame = frames.popLast() else { return }
        var entries: [Mapping.Entry] = []
        entries.reserveCapacity((nodes.count - frame.start) / 2)
        var position = frame.start
        while position + 1 < nodes.count {
            entries.append(Mapping.Entry(key: nodes[position], value: nodes[position + 1]))
            position += 2
        }
        nodes.removeSubrange(frame.start...)
        var weight = frame.weight
        if frame.hasMergeKey { weight += try MergeKeys.expand(&entries, at: frame.location) }
        let mapping = try Mapping(refusingDuplicatesIn: entries, at: frame.location)
        close(Node(.mapping(mapping), location: frame.location), frame, weight: weight)
    }

    private mutating func close(_ node: Node, _ frame: Frame, weight: Int) {
        var node = node
        node.properties = frame.properties
        if let anchor = frame.properties?.anchor { openAnchors.remove(anchor) }
        push(node, weight: weight)
    }

    private mutating func alias() throws(YAMLError) {
        let name = transload_anchor(parser.event).map { String(cString: $0) } ?? ""
        let location = parser.location
        guard !openAnchors.contains(name) else {
            throw YAMLError(
                .yamlUnknownAlias,
                "the alias *\(name) stands inside the value that it names",
                at: location,
                remedy: "A value cannot contain itself: write the part that is meant."
            )
        }
        guard let anchored = anchors[name] else {
            throw YAMLError(
                .yamlUnknownAlias,
                "the alias *\(name) names no anchor above it",
                at: location,
                remedy: "Define it with &\(name) before this line, or quote the value if it is text."
            )
        }
        aliasedNodes += anchored.weight
        guard aliasedNodes <= limits.aliasedNodes else {
            throw YAMLError(
                .yamlLimit,
                "the aliases of the text stand for more than \(limits.aliasedNodes) nodes",
                at: location
            )
        }
        var node = anchored.node
        node.properties = Node.Properties(tag: node.tag, anchor: name, isAlias: true)
        push(node, weight: anchored.weight, isAlias: true)
    }

    // MARK: Support

    private mutating func push(_ node: Node, weight: Int, isAlias: Bool = false) {
        if !isAlias, let anchor = node.properties?.anchor { anchors[anchor] = Anchored(node: node, weight: weight) }
        if !frames.isEmpty { frames[frames.count - 1].weight += weight }
        nodes.append(node)
    }

    @inline(__always)
    private func properties() -> Node.Properties? {
        let tag = transload_tag(parser.event)
        let anchor = transload_anchor(parser.event)
        guard tag != nil || anchor != nil else { return nil }
        return Node.Properties(
            tag: tag.map { String(cString: UnsafeRawPointer($0).assumingMemoryBound(to: CChar.self)) },
            anchor: anchor.map { String(cString: $0) },
            isAlias: false
        )
    }
}
