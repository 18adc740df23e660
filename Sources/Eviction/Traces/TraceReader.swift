/// Reads a trace piece by piece, as it comes from a file or a pipe.
///
/// ```swift
/// var reader = TraceReader(.names)
/// while let piece = nextPiece() { try reader.read(piece) }
/// let trace = try reader.finish()
/// ```
///
/// Between pieces it holds the decoded requests and one unfinished line or record.
public struct TraceReader: Sendable {
    /// The longest line that is read, in bytes.
    public static let lineLimit = 1 << 20

    private enum Decoder: Sendable {
        case text(TextDecoder)
        case binary(BinaryDecoder)
    }

    private var decoder: Decoder
    private let file: String?

    /// Creates a reader.
    ///
    /// - Parameters:
    ///   - format: How the trace is written.
    ///   - file: The name that errors show.
    ///   - skipsFaults: Whether requests that cannot be read are counted in ``Trace/skipped`` and left out.
    public init(_ format: TraceFormat, file: String? = nil, skipsFaults: Bool = false) {
        self.file = file
        decoder =
            switch format {
            case .text(let layout): .text(TextDecoder(layout, skipsFaults: skipsFaults))
            case .binary(let layout): .binary(BinaryDecoder(layout, skipsFaults: skipsFaults))
            }
    }

    /// Reads the next piece.
    public mutating func read(_ bytes: [UInt8]) throws(TraceError) {
        do {
            switch decoder {
            case .text(var text):
                // The decoder has its trace to itself while it grows it.
                decoder = .text(TextDecoder(text.layout, skipsFaults: false))
                defer { decoder = .text(text) }
                try text.read(bytes)
            case .binary(var binary):
                decoder = .binary(BinaryDecoder(binary.layout, skipsFaults: false))
                defer { decoder = .binary(binary) }
                try binary.read(bytes)
            }
        } catch {
            throw TraceError(error.code, at: error.place, in: file)
        }
    }

    /// The trace, after the last piece.
    public consuming func finish() throws(TraceError) -> Trace {
        do {
            switch decoder {
            case .text(var text): return try text.finish()
            case .binary(var binary): return try binary.finish()
            }
        } catch {
            throw TraceError(error.code, at: error.place, in: file)
        }
    }
}
