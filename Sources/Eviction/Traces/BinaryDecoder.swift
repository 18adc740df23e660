/// Decodes records of fixed length.
struct BinaryDecoder: Sendable {
    let layout: BinaryLayout
    private let skipsFaults: Bool
    private var trace = Trace()
    private var interner = Trace.Interner()
    /// The record that the last piece cut.
    private var pending: [UInt8] = []
    private var records = 0

    init(_ layout: BinaryLayout, skipsFaults: Bool) {
        self.layout = layout
        self.skipsFaults = skipsFaults
    }

    mutating func read(_ bytes: [UInt8]) throws(TraceError) {
        let length = max(1, layout.length)
        var start = 0
        if !pending.isEmpty {
            start = min(length - pending.count, bytes.count)
            pending += bytes[..<start]
            guard pending.count == length else { return }
            try decode(pending, at: 0)
            pending.removeAll(keepingCapacity: true)
        }
        while bytes.count - start >= length {
            try decode(bytes, at: start)
            start += length
        }
        pending += bytes[start...]
    }

    mutating func finish() throws(TraceError) -> Trace {
        if !pending.isEmpty {
            guard skipsFaults else { throw fault(.truncatedRecord) }
            trace.skipped += 1
        }
        return trace
    }

    private mutating func decode(_ bytes: [UInt8], at start: Int) throws(TraceError) {
        defer { records += 1 }
        if let field = layout.nextUse {
            let next = number(field, bytes, start)
            guard next == .max || next > UInt64(records) + 1 else {
                guard skipsFaults else { throw fault(.invalidNextUse) }
                trace.skipped += 1
                return
            }
        }
        let object = try interner.number(of: number(layout.name, bytes, start), in: &trace)
        trace.append(
            object,
            time: layout.time.map { Int64(clamping: number($0, bytes, start)) },
            size: layout.size.map { number($0, bytes, start) }
        )
    }

    private func number(_ field: BinaryLayout.Field, _ bytes: [UInt8], _ start: Int) -> UInt64 {
        var value: UInt64 = 0
        for index in 0..<min(8, field.width) {
            let position = start + field.offset + (field.isBigEndian ? index : field.width - 1 - index)
            value = value << 8 | UInt64(bytes[position])
        }
        return value
    }

    private func fault(_ code: TraceError.Code) -> TraceError {
        TraceError(code, at: .record(records + 1, byte: records * max(1, layout.length)))
    }
}
