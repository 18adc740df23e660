import Diagnostics

/// The grammar of RFC 8259 over bytes.
struct JSONParser {
    private var scanner: JSONScanner
    private let limits: ReadingLimits

    init(bytes: UnsafeBufferPointer<UInt8>, file: SourceFile, limits: ReadingLimits) {
        self.scanner = JSONScanner(bytes: bytes, file: file)
        self.limits = limits
    }

    mutating func document() throws(YAMLError) -> Node {
        scanner.skipByteOrderMark()
        scanner.skipSpace()
        let node = try value(depth: 0)
        scanner.skipSpace()
        guard scanner.peek() == nil else {
            throw scanner.error("a second value follows the first", remedy: "Keep one value in the text.")
        }
        return node
    }

    /// Recursion is bounded by `limits.depth`.
    private mutating func value(depth: Int) throws(YAMLError) -> Node {
        let location = scanner.location()
        guard let first = scanner.peek() else { throw scanner.error("the text ends where a value is expected") }
        switch first {
        case ascii("{"): return try object(depth: depth, location)
        case ascii("["): return try array(depth: depth, location)
        case ascii("\""): return Node(.scalar(Scalar(try scanner.string(), style: .doubleQuoted)), location: location)
        case ascii("-"), ascii("0")...ascii("9"): return .plain(try scanner.number(), location: location)
        case ascii("t"): return .plain(try scanner.word("true"), location: location)
        case ascii("f"): return .plain(try scanner.word("false"), location: location)
        case ascii("n"): return .plain(try scanner.word("null"), location: location)
        default: throw scanner.error("a value is expected here")
        }
    }

    private mutating func array(depth: Int, _ location: SourceLocation) throws(YAMLError) -> Node {
        try descend(depth, location)
        var items: [Node] = []
        if scanner.skip(ascii("]")) { return .sequence(items, location: location) }
        while true {
            items.append(try value(depth: depth + 1))
            scanner.skipSpace()
            if scanner.skip(ascii("]")) { return .sequence(items, location: location) }
            guard scanner.skip(ascii(",")) else { throw scanner.error("a comma or ] is expected here") }
            scanner.skipSpace()
        }
    }

    private mutating func object(depth: Int, _ location: SourceLocation) throws(YAMLError) -> Node {
        try descend(depth, location)
        var entries: [Mapping.Entry] = []
        if scanner.skip(ascii("}")) { return .mapping(Mapping(entries), location: location) }
        while true {
            let place = scanner.location()
            guard scanner.peek() == ascii("\"") else { throw scanner.error("a key in double quotes is expected here") }
            let key = Node(.scalar(Scalar(try scanner.string(), style: .doubleQuoted)), location: place)
            scanner.skipSpace()
            guard scanner.skip(ascii(":")) else { throw scanner.error("a colon is expected here") }
            scanner.skipSpace()
            entries.append(Mapping.Entry(key: key, value: try value(depth: depth + 1)))
            scanner.skipSpace()
            if scanner.skip(ascii("}")) { break }
            guard scanner.skip(ascii(",")) else { throw scanner.error("a comma or } is expected here") }
            scanner.skipSpace()
        }
        return .mapping(try Mapping(refusingDuplicatesIn: entries, at: location), location: location)
    }

    private mutating func descend(_ depth: Int, _ location: SourceLocation) throws(YAMLError) {
        try limits.checkDepth(depth, at: location)
        scanner.advance()
        scanner.skipSpace()
    }
}
