import GoTemplate

/// Parses the text of one option of the kind of `--set`.
///
/// The end of the text is an error to each rule, and where it is met decides whether the whole is at its end or
/// something is missing; so it is thrown here as it is returned in Helm.
struct SetParser {
    enum Stop: Error {
        /// The text ends.
        case end
        case fault(FunctionError)

        static func fault(_ message: String) -> Stop { .fault(FunctionError(message)) }
    }

    private var scanner: SetScanner
    private let values: SetExpression.Values

    /// The greatest index of a list.
    private static let longestList = 65536
    /// How many dots may follow each other in a name.
    private static let deepestName = 30

    init(_ bytes: [UInt8], _ values: SetExpression.Values) {
        self.values = values
        if case .literal = values {
            scanner = SetScanner(bytes, hasEscapes: false)
        } else {
            scanner = SetScanner(bytes, hasEscapes: true)
        }
    }

    private var isLiteral: Bool { !scanner.hasEscapes }

    // MARK: Names

    /// One `name=value` in `map`, with what separates it from the next one.
    mutating func key(in map: MapValue, level: Int) throws(Stop) {
        let (name, mark) = scanner.text(before: isLiteral ? "=[." : "=[,.")
        guard let mark else {
            if name.isEmpty { throw .end }
            throw .fault("key \(Self.quoted(name)) has no value")
        }
        let key = ByteString(name)
        switch mark {
        case UInt8(ascii: "["): try listKey(key, in: map, level: level)
        case UInt8(ascii: "="): try assign(key, in: map)
        case UInt8(ascii: ","):
            Self.set(.text(""), key, in: map)
            throw .fault("key \(Self.quoted(name)) has no value (cannot end with ,)")
        default: try mapKey(key, in: map, level: level + 1)
        }
    }

    /// `name.` and what follows it.
    private mutating func mapKey(_ key: ByteString, in map: MapValue, level: Int) throws(Stop) {
        guard level <= Self.deepestName else {
            throw .fault(
                "value name nested level is greater than maximum supported nested level of \(Self.deepestName)"
            )
        }
        let inner: MapValue
        switch map[key] {
        case nil: inner = MapValue()
        case .map(let existing): inner = existing
        case let other?: throw Self.conversion(other, .map)
        }
        var stop: Stop?
        do {
            try self.key(in: inner, level: level)
        } catch {
            stop = error
        }
        if stop == nil, inner.entries.isEmpty { throw .fault("key map \(Self.quoted(key.bytes)) has no value") }
        if !inner.entries.isEmpty { Self.set(.map(inner), key, in: map) }
        if let stop { throw stop }
    }

    /// `name[` and what follows it. The list is set even if what follows is wrong.
    private mutating func listKey(_ key: ByteString, in map: MapValue, level: Int) throws(Stop) {
        let index = try index()
        var list: [Value] = []
        switch map[key] {
        case nil: break
        case .list(let existing): list = existing.elements
        case let other?: throw Self.conversion(other, .list)
        }
        var stop: Stop?
        do {
            try item(at: index, of: &list, level: level)
        } catch {
            stop = error
        }
        Self.set(.list(list), key, in: map)
        if let stop { throw stop }
    }

    /// The number before `]`.
    private mutating func index() throws(Stop) -> Int {
        let (text, mark) = scanner.text(before: "]")
        guard mark != nil else { throw .end }
        let digits = String(decoding: text, as: UTF8.self)
        guard let index = Int(digits), !digits.isEmpty else {
            let isNumber = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
                .allSatisfy { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            let cause = isNumber && text.count > 15 ? "value out of range" : "invalid syntax"
            throw .fault("error parsing index: strconv.Atoi: parsing \(Self.quoted(text)): \(cause)")
        }
        return index
    }

    /// What follows `name[0]`.
    private mutating func item(at index: Int, of list: inout [Value], level: Int) throws(Stop) {
        if index < 0 { throw .fault("negative \(index) index not allowed") }
        let (text, mark) = scanner.text(before: "[.=")
        if !text.isEmpty { throw .fault("unexpected data at end of array index: \(Self.quoted(text))") }
        guard let mark else { throw .end }
        switch mark {
        case UInt8(ascii: "="): try Self.set(try itemValue(), at: index, of: &list)
        case UInt8(ascii: "["):
            let next = try self.index()
            var inner: [Value] = []
            if index < list.count, !list[index].isNil {
                guard case .list(let existing) = list[index] else { throw Self.conversion(list[index], .list) }
                inner = existing.elements
            }
            try item(at: next, of: &inner, level: level)
            try Self.set(.list(inner), at: index, of: &list)
        default:
            var inner = MapValue()
            if index < list.count {
                if case .map(let existing) = list[index] { inner = existing } else { list[index] = .map(inner) }
            }
            try key(in: inner, level: level)
            try Self.set(.map(inner), at: index, of: &list)
        }
    }

    // MARK: Values

    /// The value behind `name=`.
    private mutating func assign(_ key: ByteString, in map: MapValue) throws(Stop) {
        switch values {
        case .literal: Self.set(.string(ByteString(scanner.rest())), key, in: map)
        case .json: Self.set(try json(), key, in: map, thenSkipping: &scanner)
        case .typed, .strings, .files:
            guard let next = scanner.peek else {
                Self.set(.text(""), key, in: map)
                throw .end
            }
            if next == UInt8(ascii: "{") { return Self.set(try list(), key, in: map) }
            let (text, _) = try value()
            Self.set(try read(text), key, in: map)
        }
    }

    private mutating func itemValue() throws(Stop) -> Value {
        switch values {
        case .literal: return .string(ByteString(scanner.rest()))
        case .json:
            let value = try json()
            scanner.skipSeparator()
            return value
        case .typed, .strings, .files:
            guard let next = scanner.peek else { return .text("") }
            if next == UInt8(ascii: "{") { return try list() }
            return try read(try value().text)
        }
    }

    private mutating func value() throws(Stop) -> (text: [UInt8], mark: UInt8?) {
        scanner.text(before: ",")
    }

    /// `{a,b}`
    private mutating func list() throws(Stop) -> Value {
        scanner.skip()
        var elements: [Value] = []
        while true {
            let (text, mark) = scanner.text(before: ",}")
            guard let mark else { throw .fault("list must terminate with '}'") }
            if mark == UInt8(ascii: "}"), scanner.peek == UInt8(ascii: ",") { scanner.skip() }
            elements.append(try read(text).contained)
            if mark == UInt8(ascii: "}") { return .list(elements) }
        }
    }

    /// JSON, or nothing for null.
    private mutating func json() throws(Stop) -> Value {
        if scanner.isAtSeparator() { return .nilInterface }
        var reader = GoJSONReader(scanner.bytes, from: scanner.position)
        do throws(FunctionError) {
            let value = try reader.prefix()
            if let fault = reader.numberFault { throw fault }
            scanner.position = reader.position
            return value.contained
        } catch {
            throw .fault(error)
        }
    }

    private func read(_ text: [UInt8]) throws(Stop) -> Value {
        switch values {
        case .typed: return Self.typed(text)
        case .files(let contents):
            do throws(FunctionError) {
                return try contents(ByteString(text))
            } catch {
                throw .fault(error)
            }
        case .strings, .json, .literal: return .string(ByteString(text))
        }
    }

    private static func typed(_ bytes: [UInt8]) -> Value {
        let text = String(decoding: bytes, as: UTF8.self)
        switch text.lowercased() {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .nilInterface
        case "0": return .int64(0)
        default: break
        }
        // What begins with a zero is a name rather than a number, such as that of a commit.
        if let first = bytes.first, first != UInt8(ascii: "0"), let number = Int64(text) { return .int64(number) }
        return .string(ByteString(bytes))
    }

    // MARK: Places

    private static func set(_ value: Value, _ key: ByteString, in map: MapValue) {
        if !key.bytes.isEmpty { map[key] = value.contained }
    }

    private static func set(
        _ value: Value,
        _ key: ByteString,
        in map: MapValue,
        thenSkipping scanner: inout SetScanner
    ) {
        set(value, key, in: map)
        scanner.skipSeparator()
    }

    private static func set(_ value: Value, at index: Int, of list: inout [Value]) throws(Stop) {
        guard index <= longestList else {
            throw .fault("index of \(index) is greater than maximum supported index of \(longestList)")
        }
        if index >= list.count {
            list.append(contentsOf: repeatElement(.nilInterface, count: index + 1 - list.count))
        }
        list[index] = value.contained
    }

    private static func conversion(_ value: Value, _ type: GoType) -> Stop {
        .fault("unable to parse key: " + FunctionError.assertion(value, is: type).message)
    }

    private static func quoted(_ text: [UInt8]) -> String { GoFormat.quote(ByteString(text)).text }
}
