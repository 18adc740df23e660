/// The documents of a text as pieces of it, found by their markers alone.
///
/// A line that begins with `---` ends the document above it wherever it stands, inside quotes and block scalars
/// too (YAML 1.2.2, section 9.1.2): the pieces are right even when one of them is no YAML. O(n).
struct DocumentParts: Sequence, IteratorProtocol {
    struct Part {
        let bytes: [UInt8]
        /// How many lines of the text come before the piece.
        let precedingLines: Int
    }

    private let bytes: [UInt8]
    private var start = 0
    private var line = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> Part? {
        guard start < bytes.count else { return nil }
        let first = start
        let firstLine = line
        var position = start
        while true {
            guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else {
                start = bytes.count
                break
            }
            position = end + 1
            line += 1
            if isMarker(at: position) {
                start = position
                break
            }
        }
        return Part(bytes: Array(bytes[first..<start]), precedingLines: firstLine)
    }

    private func isMarker(at position: Int) -> Bool {
        guard position + 3 <= bytes.count, bytes[position..<position + 3].elementsEqual("---".utf8) else {
            return false
        }
        guard position + 3 < bytes.count else { return true }
        return [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(
            bytes[position + 3]
        )
    }
}
