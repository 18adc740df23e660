/// Splits what a template wrote into documents, as Helm does: wherever a line begins with `---`.
///
/// Helm uses the pattern `(?:^|\s*\n)---\s*`, so that a separator also divides block scalars, and of two separators in
/// a row the second stays.
enum ManifestSplitting {
    static func documents(_ bytes: [UInt8], version: HelmVersion) -> [[UInt8]] {
        let text = version == .v4 ? GoSpace.trimmingStart(bytes[...]) : GoSpace.trimming(bytes[...])
        var documents: [[UInt8]] = []
        for part in parts(text) {
            switch version {
            case .v4:
                let document = GoSpace.trimmingStart(part)
                if !document.isEmpty { documents.append(Array(document)) }
            case .v3:
                if !part.isEmpty { documents.append(Array(GoSpace.trimming(part))) }
            }
        }
        return documents
    }

    private static let dash = UInt8(ascii: "-")

    private static func parts(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        var position = start
        while let separator = nextSeparator(in: text, from: position, after: start) {
            parts.append(text[start..<separator.lowerBound])
            start = separator.upperBound
            position = start
        }
        parts.append(text[start...])
        return parts
    }

    /// The next separator with the white space around it.
    private static func nextSeparator(
        in text: ArraySlice<UInt8>,
        from position: Int,
        after start: Int
    ) -> Range<Int>? {
        if position == text.startIndex, hasDashes(text, position) {
            return position..<skippingSpace(text, position + 3)
        }
        var line = position
        while let end = text[line...].firstIndex(of: UInt8(ascii: "\n")) {
            line = end + 1
            guard hasDashes(text, line) else { continue }
            var begin = end
            while begin > start, isSpace(text[begin - 1]) { begin -= 1 }
            return begin..<skippingSpace(text, line + 3)
        }
        return nil
    }

    private static func hasDashes(_ text: ArraySlice<UInt8>, _ position: Int) -> Bool {
        position + 3 <= text.endIndex && text[position..<position + 3].allSatisfy { $0 == dash }
    }

    private static func skippingSpace(_ text: ArraySlice<UInt8>, _ position: Int) -> Int {
        text[position...].firstIndex { !isSpace($0) } ?? text.endIndex
    }

    /// `\s` of Go's regular expressions.
    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0C || byte == 0x0D
    }
}
