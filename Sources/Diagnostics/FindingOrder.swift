extension Finding {
    /// Whether this finding is reported before `other`: by place, then path, code, severity and text.
    ///
    /// Findings without a place follow those with one. The order is total: two findings of which neither precedes the
    /// other are equal, so that a report prints alike however it was put together.
    func precedes(_ other: Finding) -> Bool {
        switch (location, other.location) {
        case (let left?, let right?) where left != right: return left < right
        case (_?, nil): return true
        case (nil, _?): return false
        default: break
        }
        let steps: [Ordering] = [
            Ordering(path, other.path, by: PathOrder.compare),
            Ordering(code.rawValue, other.code.rawValue),
            Ordering(other.severity, severity),
            Ordering(message, other.message),
            Ordering(remedy ?? "", other.remedy ?? ""),
            Ordering(reference ?? "", other.reference ?? ""),
        ]
        return steps.first { $0 != .same } == .before
    }
}

/// How two values stand to each other.
enum Ordering: Sendable {
    case before, same, after

    init<Value: Comparable>(_ left: Value, _ right: Value) {
        self = left < right ? .before : right < left ? .after : .same
    }

    init(_ left: String?, _ right: String?, by compare: (Substring.UTF8View, Substring.UTF8View) -> Ordering) {
        self = compare((left ?? "")[...].utf8, (right ?? "")[...].utf8)
    }
}

/// The order of paths: as text, except that numbers compare as numbers, so that `ports[2]` precedes `ports[10]`.
enum PathOrder {
    static func compare(_ left: Substring.UTF8View, _ right: Substring.UTF8View) -> Ordering {
        var left = left
        var right = right
        while let l = left.first, let r = right.first {
            if isDigit(l), isDigit(r) {
                let order = compareNumbers(&left, &right)
                if order != .same { return order }
            } else {
                if l != r { return Ordering(l, r) }
                left.removeFirst()
                right.removeFirst()
            }
        }
        return Ordering(left.count, right.count)
    }

    /// Takes the digits off both sides and compares them: the longer is the greater, leading zeros apart.
    private static func compareNumbers(_ left: inout Substring.UTF8View, _ right: inout Substring.UTF8View) -> Ordering
    {
        let l = left.prefix(while: isDigit)
        let r = right.prefix(while: isDigit)
        left = left[l.endIndex...]
        right = right[r.endIndex...]
        let lSignificant = l.drop { $0 == UInt8(ascii: "0") }
        let rSignificant = r.drop { $0 == UInt8(ascii: "0") }
        let steps: [Ordering] = [
            Ordering(lSignificant.count, rSignificant.count),
            zip(lSignificant, rSignificant).lazy.map { Ordering($0, $1) }.first { $0 != .same } ?? .same,
            Ordering(l.count, r.count),
        ]
        return steps.first { $0 != .same } ?? .same
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
