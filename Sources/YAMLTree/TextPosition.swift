import Diagnostics

/// A line and a column, found by reading a text from its beginning: for errors only.
struct TextPosition {
    private var line = 1
    private var column = 1

    /// The position of the byte at `offset` in a text in UTF-8, or in UTF-16 with a byte-order mark. O(n).
    init(ofByte offset: Int, in bytes: UnsafeBufferPointer<UInt8>) {
        let isLittleEndian = bytes.starts(with: [0xFF, 0xFE])
        guard isLittleEndian || bytes.starts(with: [0xFE, 0xFF]) else {
            let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            for position in start..<max(start, min(offset, bytes.count)) where bytes[position] & 0xC0 != 0x80 {
                let next = position + 1 < bytes.count ? bytes[position + 1] : 0
                advance(UInt16(bytes[position]), next: UInt16(next))
            }
            return
        }
        func unit(_ position: Int) -> UInt16 {
            guard position + 1 < bytes.count else { return 0 }
            let (first, second) = (UInt16(bytes[position]), UInt16(bytes[position + 1]))
            return isLittleEndian ? second << 8 | first : first << 8 | second
        }
        for position in stride(from: 2, to: min(offset, bytes.count), by: 2) {
            if !UTF16.isTrailSurrogate(unit(position)) { advance(unit(position), next: unit(position + 2)) }
        }
    }

    private mutating func advance(_ unit: UInt16, next: UInt16) {
        if unit == 0x0A || (unit == 0x0D && next != 0x0A) {
            (line, column) = (line + 1, 1)
        } else {
            column += 1
        }
    }

    func location(in file: SourceFile, precedingLines: Int) -> SourceLocation {
        SourceLocation(file: file, line: line + precedingLines, column: column)
    }

    /// Whether the column, counted like the line from 0, is behind or at a tab in the indentation of the line. O(n).
    static func isIndentationWithTab(line: Int, column: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var current = 0
        var start = 0
        while current < line {
            guard let end = bytes[start...].firstIndex(of: ascii("\n")) else { return false }
            current += 1
            start = end + 1
        }
        let indentation = bytes[start...].prefix { $0 == ascii(" ") || $0 == ascii("\t") }
        return indentation.contains(ascii("\t")) && column <= indentation.count
    }
}
