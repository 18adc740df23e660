import GoTemplate

extension FunctionTheme {
    /// Functions that count.
    package static let ranges = FunctionTheme { _ in
        var table = FunctionTable()
        table["until"] = .typed { (end: Int) in list(try Counting.count(from: 0, to: end, by: end < 0 ? -1 : 1)) }
        table["untilStep"] = .typed { (start: Int, end: Int, step: Int) in
            list(try Counting.count(from: start, to: end, by: step))
        }
        table["seq"] = .variadic(Counting.sequence)
        return table
    }

    private static func list(_ numbers: [Int]) -> ListValue {
        ListValue(numbers.map(Value.int), type: .ints)
    }
}

enum Counting {
    /// The numbers from `start` up to, not including, `end`; none if `step` leads away from it.
    static func count(from start: Int, to end: Int, by step: Int) throws -> [Int] {
        if step == 0 || (end < start) != (step < 0) { return [] }
        let distance = end < start ? start.subtractingReportingOverflow(end) : end.subtractingReportingOverflow(start)
        if distance.overflow { try ResultLimit.checkList(Int.max) }
        try ResultLimit.checkList(distance.partialValue / max(Int(clamping: step.magnitude), 1))
        return Array(stride(from: start, to: end, by: step))
    }

    /// What the shell's `seq` prints, on one line: `last`, `first last` or `first step last`, all included.
    static func sequence(_ numbers: [Int]) throws -> ByteString {
        let (first, last, step): (Int, Int, Int)
        switch numbers.count {
        case 1: (first, last, step) = (1, numbers[0], numbers[0] < 1 ? -1 : 1)
        case 2: (first, last, step) = (numbers[0], numbers[1], numbers[1] < numbers[0] ? -1 : 1)
        case 3: (first, step, last) = (numbers[0], numbers[1], numbers[2])
        default: return ""
        }
        if last < first, step > 0 { return "" }
        let end = last &+ (last < first ? -1 : 1)
        return ByteString(try count(from: first, to: end, by: step).map(String.init).joined(separator: " "))
    }
}
