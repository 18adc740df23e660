/// Decodes lines.
struct TextDecoder: Sendable {
    let layout: TextLayout
    private let skipsFaults: Bool
    private var trace = Trace()
    private var interner = Trace.Interner()
    /// The line that the last piece cut.
    private var pending: [UInt8] = []
    private var lines = 0
    /// The places of the columns; nil before the header is read.
    private var columns: Columns?

    private struct Columns {
        var name: Int
        var time: Int?
        var end: Int?
        var size: Int?
    }

    /// A field and the column at which it begins.
    private typealias Field = (text: ArraySlice<UInt8>, column: Int)

    init(_ layout: TextLayout, skipsFaults: Bool) {
        self.layout = layout
        self.skipsFaults = skipsFaults
    }

    mutating func read(_ bytes: [UInt8]) throws(TraceError) {
        var start = 0
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            if pending.isEmpty {
                try decodeLine(bytes[start..<end])
            } else {
                pending += bytes[start..<end]
                let line = pending
                pending.removeAll(keepingCapacity: true)
                try decodeLine(line[...])
            }
            start = end + 1
        }
        pending += bytes[start...]
        if pending.count > TraceReader.lineLimit { throw TraceError(.lineTooLong, at: .line(lines + 1, column: 1)) }
    }

    mutating func finish() throws(TraceError) -> Trace {
        if !pending.isEmpty { try decodeLine(pending[...]) }
        return trace
    }

    private mutating func decodeLine(_ line: ArraySlice<UInt8>) throws(TraceError) {
        lines += 1
        let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
        let fields = fields(of: line)
        guard let first = fields.first, fields.count > 1 || !isBreakpoint(first.text) else { return }
        guard let columns else {
            try readColumns(fields)
            if !layout.hasHeader { try decode(fields) }
            return
        }
        _ = columns
        try decode(fields)
    }

    private mutating func decode(_ fields: [Field]) throws(TraceError) {
        guard let columns else { return }
        do throws(TraceError) {
            let name = try field(columns.name, of: fields)
            guard !name.text.isEmpty else { throw fault(.emptyName, name.column) }
            let time: Int64? = if let column = columns.time { try moment(field(column, of: fields)) } else { nil }
            let end: Int64? = if let column = columns.end { try moment(field(column, of: fields)) } else { nil }
            let size: UInt64? = if let column = columns.size { try integer(field(column, of: fields)) } else { nil }
            let object =
                if let number = UInt64(ascii: name.text) {
                    try interner.number(of: number, in: &trace)
                } else {
                    try interner.number(of: Array(name.text), in: &trace)
                }
            trace.append(object, time: time, end: end, size: size)
        } catch {
            guard skipsFaults, error.code != .tooManyObjects else { throw error }
            trace.skipped += 1
        }
    }

    private mutating func readColumns(_ header: [Field]) throws(TraceError) {
        columns = Columns(
            name: try place(of: layout.name, in: header),
            time: try layout.time.map { column throws(TraceError) in try place(of: column, in: header) },
            end: try layout.end.map { column throws(TraceError) in try place(of: column, in: header) },
            size: try layout.size.map { column throws(TraceError) in try place(of: column, in: header) }
        )
    }

    private func place(of column: TextLayout.Column, in header: [Field]) throws(TraceError) -> Int {
        switch column {
        case .number(let number): return number
        case .named(let name):
            if let place = header.firstIndex(where: { $0.text.elementsEqual(name.utf8) }) { return place }
            throw fault(.unknownColumn, 1)
        }
    }

    private func field(_ number: Int, of fields: [Field]) throws(TraceError) -> Field {
        guard fields.indices.contains(number) else { throw fault(.missingColumn, fields.last?.column ?? 1) }
        return fields[number]
    }

    private func integer<Number: FixedWidthInteger>(_ field: Field) throws(TraceError) -> Number {
        guard let number = Number(ascii: field.text) else { throw fault(.invalidNumber, field.column) }
        return number
    }

    private func moment(_ field: Field) throws(TraceError) -> Int64 {
        if let seconds = CalendarTime.seconds(field.text) { return seconds }
        return try integer(field)
    }

    private func fault(_ code: TraceError.Code, _ column: Int) -> TraceError {
        TraceError(code, at: .line(lines, column: column))
    }

    /// LIRS traces mark breaks with `*`.
    private func isBreakpoint(_ text: ArraySlice<UInt8>) -> Bool {
        text.isEmpty || text.contains(UInt8(ascii: "*"))
    }

    private func fields(of line: ArraySlice<UInt8>) -> [Field] {
        let column = { (index: Int) in index - line.startIndex + 1 }
        switch layout.separator {
        case .spaces:
            return line.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
                .map { ($0, column($0.startIndex)) }
        case .comma:
            return line.splitQuoted().map { ($0, column($0.startIndex)) }
        }
    }
}

extension ArraySlice<UInt8> {
    /// The fields between commas, without the quotes around them. A doubled quote inside stays doubled: names are only
    /// compared.
    fileprivate func splitQuoted() -> [ArraySlice<UInt8>] {
        var fields: [ArraySlice<UInt8>] = []
        var start = startIndex
        var isQuoted = false
        for index in startIndex...endIndex {
            if index < endIndex {
                if self[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
                if isQuoted || self[index] != UInt8(ascii: ",") { continue }
            }
            let field = self[start..<index]
            let quote = UInt8(ascii: "\"")
            let isWrapped = field.count >= 2 && field.first == quote && field.last == quote
            fields.append(isWrapped ? field.dropFirst().dropLast() : field)
            start = index + 1
        }
        return fields
    }
}

extension FixedWidthInteger {
    /// The decimal number that the bytes spell; nil if they spell something else, or one that does not fit.
    init?(ascii text: ArraySlice<UInt8>) {
        guard let first = text.first else { return nil }
        let isNegative = first == UInt8(ascii: "-")
        var value: Self = 0
        let digits = isNegative ? text.dropFirst() : text
        guard !digits.isEmpty else { return nil }
        for digit in digits {
            guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
            let (shifted, overflows) = value.multipliedReportingOverflow(by: 10)
            let step = Self(digit - UInt8(ascii: "0"))
            let (sum, spills) =
                isNegative ? shifted.subtractingReportingOverflow(step) : shifted.addingReportingOverflow(step)
            if overflows || spills { return nil }
            value = sum
        }
        self = value
    }
}
