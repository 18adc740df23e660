/// A sequence of requests for objects, decoded: what a replay runs on.
public struct Trace: Sendable, Hashable {
    /// The object of each request, numbered from zero by first appearance.
    public private(set) var objects: [Slot] = []
    /// The time of each request in the unit of the trace; empty if it has none.
    public private(set) var times: [Int64] = []
    /// The time at which what each request asked for is over, such as a pod's deletion; empty if that is not known.
    public private(set) var ends: [Int64] = []
    /// The size of each request; empty if all are 1.
    public private(set) var sizes: [UInt64] = []
    /// The name of each object where names are numbers, else its number.
    public private(set) var names: [UInt64] = []
    /// How many requests were skipped because they could not be read.
    public internal(set) var skipped = 0

    /// Creates a trace without requests.
    public init() {}

    /// Creates a trace of unit size from the names of what is requested.
    ///
    /// - Throws: ``TraceError`` if there are more than 2^32 - 8 different names.
    public init(_ requests: some Sequence<UInt64>) throws(TraceError) {
        var interner = Interner()
        for name in requests { append(try interner.number(of: name, in: &self)) }
    }

    /// How many requests there are.
    public var count: Int { objects.count }
    /// How many different objects they name.
    public var objectCount: Int { names.count }

    /// How many requests are earlier than the one before them. Readers keep the order of the file.
    public var timeReversals: Int { zip(times, times.dropFirst()).count { $0 > $1 } }

    /// The same requests in the order of their times; equal times keep their order. O(n log n).
    public func sortedByTime() -> Trace {
        guard !times.isEmpty else { return self }
        // The index as the last key: the standard sort is not promised to be stable.
        let order = objects.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        var sorted = self
        sorted.times = order.map { times[$0] }
        sorted.ends = ends.isEmpty ? [] : order.map { ends[$0] }
        sorted.sizes = sizes.isEmpty ? [] : order.map { sizes[$0] }
        sorted.renumber(order.map { objects[$0] })
        return sorted
    }

    /// For each request the index of the next one for the same object; `count` if there is none. O(n).
    public func nextUses() -> [Int] {
        var next = [Int](repeating: count, count: count)
        var latest = [Int](repeating: count, count: objectCount)
        for index in objects.indices.reversed() {
            next[index] = latest[Int(objects[index])]
            latest[Int(objects[index])] = index
        }
        return next
    }

    private mutating func renumber(_ requests: [Slot]) {
        var numbers = [Slot](repeating: .end, count: objectCount)
        var sorted: [UInt64] = []
        objects = requests.map { old in
            if numbers[Int(old)] == .end {
                numbers[Int(old)] = Slot(sorted.count)
                sorted.append(names[Int(old)])
            }
            return numbers[Int(old)]
        }
        names = sorted
    }
}

extension Trace {
    /// Gives numbers to names.
    struct Interner: Sendable {
        private var numbers: [UInt64: Slot] = [:]
        private var texts: [[UInt8]: Slot] = [:]

        mutating func number(of name: UInt64, in trace: inout Trace) throws(TraceError) -> Slot {
            if let number = numbers[name] { return number }
            let number = try trace.addObject(named: name)
            numbers[name] = number
            return number
        }

        /// The number of an object whose name is not a number.
        mutating func number(of name: [UInt8], in trace: inout Trace) throws(TraceError) -> Slot {
            if let number = texts[name] { return number }
            let number = try trace.addObject(named: UInt64(trace.objectCount))
            texts[name] = number
            return number
        }
    }

    private mutating func addObject(named name: UInt64) throws(TraceError) -> Slot {
        guard names.count < Int(Slot.max) - 8 else { throw TraceError(.tooManyObjects) }
        names.append(name)
        return Slot(names.count - 1)
    }

    /// Appends a request. The first one that has a time, end or size decides that all have.
    mutating func append(_ object: Slot, time: Int64? = nil, end: Int64? = nil, size: UInt64? = nil) {
        objects.append(object)
        if let time { times.append(time) }
        if let end { ends.append(end) }
        if let size { sizes.append(size) }
    }
}
