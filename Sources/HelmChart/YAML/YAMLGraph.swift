import Diagnostics
import GoTemplate
import YAMLTree

/// A document of YAML as go-yaml composes it: aliases name nodes, and nothing is resolved yet.
struct YAMLGraph {
    enum Node {
        case scalar(text: [UInt8], isImplicit: Bool, tag: String?)
        case sequence([Int])
        /// Keys and values by turns.
        case mapping([Int])
        case alias(name: String, target: Int)
    }

    private(set) var nodes: [Node] = []
    /// The node that is the document; nil if there is none.
    private(set) var root: Int?

    private struct Frame {
        var node: Int
        var isMapping: Bool
        var children: [Int] = []
    }

    private var frames: [Frame] = []
    private var anchors: [String: Int] = [:]

    /// How deep collections may nest: far deeper than charts do, and not so deep that freeing the values exhausts the
    /// stack of a task.
    static let depthLimit = 1000

    /// Reads the first document of a text, and nothing behind it.
    ///
    /// - Throws: the error of go-yaml v2.
    init(firstDocumentOf bytes: [UInt8]) throws(FunctionError) {
        let outcome = bytes.withUnsafeBufferPointer { bytes in
            Result { () throws(FunctionError) in
                var graph = YAMLGraph()
                var events = YAMLEvents(bytes, file: "values")
                while try graph.add(Self.next(&events), events) {}
                return graph
            }
        }
        self = try outcome.get()
    }

    private init() {}

    private static func next(_ events: inout YAMLEvents) throws(FunctionError) -> YAMLEvents.Event {
        do throws(YAMLError) {
            return try events.next()
        } catch {
            throw FunctionError("yaml: " + message(error))
        }
    }

    /// The text of go-yaml, a port of the same parser: it counts lines from 0, but those of the scanner from 1, and
    /// names no first line.
    private static func message(_ error: YAMLError) -> String {
        guard let fault = error.parserFault, !fault.problem.isEmpty else { return error.message }
        let line =
            switch fault.problemLine {
            case 0: fault.contextLine
            case let line: fault.isOfScanner ? line + 1 : line
            }
        return (line == 0 ? "" : "line \(line): ") + fault.problem
    }

    /// Takes in an event; answers whether the document goes on.
    private mutating func add(_ event: YAMLEvents.Event, _ events: YAMLEvents) throws(FunctionError) -> Bool {
        switch event {
        case .documentStart(let version):
            guard let version, version != 1 else { return true }
            let line = events.line
            throw FunctionError("yaml: \(line == 0 ? "" : "line \(line): ")found incompatible YAML document")
        case .documentEnd, .streamEnd: return false
        case .scalar(let text, let isImplicit, let tag, let anchor):
            append(.scalar(text: text, isImplicit: isImplicit, tag: tag), anchor)
        case .sequenceStart(let anchor): try open(isMapping: false, anchor)
        case .mappingStart(let anchor): try open(isMapping: true, anchor)
        case .collectionEnd: close()
        case .alias(let name):
            guard let target = anchors[name] else { throw FunctionError("yaml: unknown anchor '\(name)' referenced") }
            append(.alias(name: name, target: target), nil)
        }
        return true
    }

    private mutating func append(_ node: Node, _ anchor: String?) {
        let index = nodes.count
        nodes.append(node)
        if let anchor { anchors[anchor] = index }
        if frames.isEmpty { root = index } else { frames[frames.count - 1].children.append(index) }
    }

    private mutating func open(isMapping: Bool, _ anchor: String?) throws(FunctionError) {
        guard frames.count < Self.depthLimit else {
            throw FunctionError("yaml: exceeded max depth of \(Self.depthLimit)")
        }
        append(isMapping ? .mapping([]) : .sequence([]), anchor)
        frames.append(Frame(node: nodes.count - 1, isMapping: isMapping))
    }

    private mutating func close() {
        guard let frame = frames.popLast() else { return }
        nodes[frame.node] = frame.isMapping ? .mapping(frame.children) : .sequence(frame.children)
    }
}
