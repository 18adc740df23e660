import CLibYAML
import Diagnostics

/// libyaml's parser, with errors in our words.
final class EventParser {
    let file: SourceFile
    private let bytes: UnsafeBufferPointer<UInt8>
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    let event: UnsafeMutablePointer<yaml_event_t>
    private let precedingLines: Int

    /// Creates a parser of bytes that outlive it and follow `precedingLines` lines of the file.
    init(bytes: UnsafeBufferPointer<UInt8>, file: SourceFile, precedingLines: Int) {
        self.bytes = bytes
        self.file = file
        self.precedingLines = precedingLines
        self.parser = .allocate(capacity: 1)
        self.event = .allocate(capacity: 1)
        event.initialize(to: yaml_event_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
    }

    /// Replaces `event` by the next one.
    @inline(__always)
    func advance() throws(YAMLError) {
        transload_delete_event(event)
        guard yaml_parser_parse(parser, event) == 1 else { throw failure() }
    }

    /// Where the current event begins.
    @inline(__always)
    var location: SourceLocation { location(event.pointee.start_mark) }

    /// The place of a mark.
    @inline(__always)
    func location(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(file: file, line: mark.line &+ 1 &+ precedingLines, column: mark.column &+ 1)
    }

    // MARK: Errors

    private func failure() -> YAMLError {
        var error = describedFailure()
        error.parserFault = YAMLError.ParserFault(
            problem: parser.pointee.problem.map { String(cString: $0) } ?? "",
            problemLine: Int(parser.pointee.problem_mark.line),
            contextLine: Int(parser.pointee.context_mark.line),
            isOfScanner: parser.pointee.error == YAML_SCANNER_ERROR
        )
        return error
    }

    private func describedFailure() -> YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text cannot be read"
        switch parser.pointee.error {
        case YAML_READER_ERROR:
            return YAMLError(
                .yamlEncoding,
                problem,
                at: TextPosition(ofByte: parser.pointee.problem_offset, in: bytes)
                    .location(in: file, precedingLines: precedingLines),
                remedy: "Save the file as UTF-8, without control characters."
            )
        case YAML_MEMORY_ERROR:
            return YAMLError(.yamlLimit, "memory is exhausted", at: location(parser.pointee.mark))
        default:
            let mark = parser.pointee.problem_mark
            if TextPosition.isIndentationWithTab(line: mark.line, column: mark.column, in: bytes) {
                return YAMLError(
                    .yamlSyntax,
                    "a tab cannot indent a line",
                    at: location(mark),
                    remedy: "Indent with spaces."
                )
            }
            let context = parser.pointee.context.map { String(cString: $0) + ": " } ?? ""
            return YAMLError(.yamlSyntax, context + problem, at: location(mark))
        }
    }
}
