import CLibYAML
import Diagnostics

/// libyaml's parser over bytes that it keeps alive, with errors in our words.
final class EventParser {
    let file: SourceFile
    private let bytes: [UInt8]
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    let event: UnsafeMutablePointer<yaml_event_t>
    private let input: UnsafeMutableBufferPointer<UInt8>

    private let precedingLines: Int

    /// Creates a parser; the bytes follow `precedingLines` lines of the file.
    init(bytes: [UInt8], file: SourceFile, precedingLines: Int = 0) {
        self.bytes = bytes
        self.file = file
        self.precedingLines = precedingLines
        self.parser = .allocate(capacity: 1)
        self.event = .allocate(capacity: 1)
        self.input = .allocate(capacity: max(bytes.count, 1))
        _ = input.initialize(from: bytes)
        event.initialize(to: yaml_event_t())
        yaml_parser_initialize(parser)
        yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
    }

    deinit {
        yaml_event_delete(event)
        yaml_parser_delete(parser)
        event.deallocate()
        parser.deallocate()
        input.deallocate()
    }

    /// Replaces `event` by the next one.
    @inline(__always)
    func advance() throws(YAMLError) {
        yaml_event_delete(event)
        guard yaml_parser_parse(parser, event) == 1 else { throw failure() }
    }

    /// Where the current event begins.
    @inline(__always)
    var location: SourceLocation { location(event.pointee.start_mark) }

    private func location(_ mark: yaml_mark_t) -> SourceLocation {
        SourceLocation(file: file, line: mark.line &+ 1 &+ precedingLines, column: mark.column &+ 1)
    }

    private func failure() -> YAMLError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text cannot be read"
        switch parser.pointee.error {
        case YAML_READER_ERROR:
            return YAMLError(
                .yamlEncoding,
                problem,
                at: location(ofByte: parser.pointee.problem_offset),
                remedy: "Save the file as UTF-8, without control characters."
            )
        case YAML_MEMORY_ERROR:
            return YAMLError(.yamlLimit, "memory is exhausted", at: location(parser.pointee.mark))
        default:
            let mark = parser.pointee.problem_mark
            let context = parser.pointee.context.map { String(cString: $0) + ": " } ?? ""
            if mark.index < bytes.count, startsWithTab(mark) {
                return YAMLError(
                    .yamlSyntax,
                    "a tab cannot indent a line",
                    at: location(mark),
                    remedy: "Indent with spaces."
                )
            }
            return YAMLError(.yamlSyntax, context + problem, at: location(mark))
        }
    }

    /// Whether the place of an error is the first tab in the indentation of its line.
    private func startsWithTab(_ mark: yaml_mark_t) -> Bool {
        var line = 0
        var start = 0
        while line < mark.line, let end = bytes[start...].firstIndex(of: ascii("\n")) {
            line += 1
            start = end + 1
        }
        let indentation = bytes[start...].prefix { $0 == ascii(" ") || $0 == ascii("\t") }
        return indentation.contains(ascii("\t")) && mark.column <= indentation.count
    }

    private func location(ofByte offset: Int) -> SourceLocation {
        var line = 1 + precedingLines
        var column = 1
        for byte in bytes.prefix(offset) {
            if byte == ascii("\n") {
                (line, column) = (line + 1, 1)
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return SourceLocation(file: file, line: line, column: column)
    }
}
