import CLibYAML
package import Diagnostics

/// The events of a text in YAML, for those who make values of their own of them rather than trees.
package struct YAMLEvents {
    package enum Event {
        /// A scalar; it is implicit if its type follows from its text.
        case scalar(text: [UInt8], isImplicit: Bool, tag: String?, anchor: String?)
        case sequenceStart(anchor: String?)
        case mappingStart(anchor: String?)
        /// The end of a sequence or mapping.
        case collectionEnd
        case alias(name: String)
        /// The start of a document, with the minor version of YAML if it names one.
        case documentStart(minorVersion: Int?)
        case documentEnd
        case streamEnd
    }

    private let parser: EventParser

    /// Reads the bytes, which must outlive the events.
    package init(_ bytes: UnsafeBufferPointer<UInt8>, file: SourceFile) {
        parser = EventParser(bytes: bytes, file: file, precedingLines: 0)
    }

    /// The line, counted from 0, at which the latest event begins.
    package var line: Int { Int(parser.event.pointee.start_mark.line) }

    /// The next event; the start of the stream is passed over.
    ///
    /// - Throws: if the text is no YAML, with the fault in the parser's words.
    package mutating func next() throws(YAMLError) -> Event {
        while true {
            try parser.advance()
            let event = parser.event
            switch event.pointee.type {
            case YAML_SCALAR_EVENT:
                let start = transload_scalar_value(event)
                let text = UnsafeBufferPointer(start: start, count: transload_scalar_length(event))
                return .scalar(
                    text: Array(text),
                    isImplicit: transload_scalar_is_implicit(event) != 0,
                    tag: tag,
                    anchor: anchor
                )
            case YAML_SEQUENCE_START_EVENT: return .sequenceStart(anchor: anchor)
            case YAML_MAPPING_START_EVENT: return .mappingStart(anchor: anchor)
            case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return .collectionEnd
            case YAML_ALIAS_EVENT: return .alias(name: anchor ?? "")
            case YAML_DOCUMENT_START_EVENT:
                let version = Int(transload_minor_version(event))
                return .documentStart(minorVersion: version < 0 ? nil : version)
            case YAML_DOCUMENT_END_EVENT: return .documentEnd
            case YAML_STREAM_END_EVENT: return .streamEnd
            default: break
            }
        }
    }

    private var anchor: String? { transload_anchor(parser.event).map { String(cString: $0) } }
    private var tag: String? { transload_tag(parser.event).map { String(cString: $0) } }
}
