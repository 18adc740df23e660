/// What is done to a value.
enum YAMLEdit {
    case set(Node)
    case insert(Node)
    case remove
}

/// A part of a text and what takes its place.
struct Splice {
    let range: Range<Int>
    let text: String

    static func apply(_ splices: [Splice], to bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count + 256)
        var position = 0
        for splice in splices.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where splice.range.lowerBound >= position {
            result += bytes[position..<splice.range.lowerBound]
            result += splice.text.utf8
            position = splice.range.upperBound
        }
        return result + bytes[position...]
    }
}
