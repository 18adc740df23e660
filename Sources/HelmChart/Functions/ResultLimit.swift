import GoTemplate

/// Bounds of what one call may make, so that a chart cannot take all memory with `repeat 9999999999 "x"`.
enum ResultLimit {
    /// Bytes of a text.
    static let bytes = 256 << 20
    /// Elements of a list.
    static let elements = 8 << 20
    /// How deep nested values may be that a function walks through.
    static let depth = 2_000

    /// Refuses a text of `count` times `size` bytes that is over the limit.
    static func checkText(_ count: Int, times size: Int = 1) throws(FunctionError) {
        let (total, overflows) = count.multipliedReportingOverflow(by: size)
        if overflows || total > bytes {
            throw FunctionError("the text would be over the limit of \(bytes) bytes")
        }
    }

    static func checkList(_ count: Int) throws(FunctionError) {
        if count > elements { throw FunctionError("the list would be over the limit of \(elements) elements") }
    }
}

/// The bounds of one walk through nested values. Values can be shared, and hold themselves, so that neither depth nor
/// number of the places has another bound.
struct ValueWalk {
    private var visited = 0

    /// Counts a list or dictionary with so many elements.
    mutating func enter(_ count: Int, depth: Int) throws(FunctionError) {
        if depth > ResultLimit.depth {
            throw FunctionError("the value is nested deeper than \(ResultLimit.depth) levels, or holds itself")
        }
        visited += count + 1
        try ResultLimit.checkList(visited)
    }
}
