/// The variables in a text: `$NAME`, `${NAME}`, `${NAME:-default}` and its kin, and `$$` for a `$`
/// (Compose Specification, "Interpolation").
///
/// A default may hold variables in turn. A `$` before anything else stays.
struct Template {
    /// Why a text cannot be interpolated.
    enum Fault: Error, Equatable {
        /// A `${` begins nothing that is a variable.
        case malformed
        /// A variable that must be set is not; the second text is the author's explanation.
        case required(String, String)
        /// Defaults nest too deep.
        case nesting
        /// The result has too many bytes.
        case size
    }

    /// Which variables there are.
    enum Grammar {
        /// Those of today.
        case specification
        /// Those of version 1: `$NAME` and `${NAME}`; a `$` before anything else is an error.
        case version1
    }

    private enum Operator { case byDefault, required, alternative }

    let lookUp: (String) -> String?
    /// Called with the name of each variable that is not set and has no default.
    let reportUnset: (String) -> Void
    let maximalNesting: Int
    private let maximalBytes: Int
    private let grammar: Grammar

    init(
        maximalNesting: Int = 100,
        maximalBytes: Int = 64 << 20,
        grammar: Grammar = .specification,
        lookUp: @escaping (String) -> String?,
        reportUnset: @escaping (String) -> Void = { _ in }
    ) {
        self.maximalNesting = maximalNesting
        self.maximalBytes = maximalBytes
        self.grammar = grammar
        self.lookUp = lookUp
        self.reportUnset = reportUnset
    }

    /// The text with its variables replaced. O(n · nesting).
    func substitute(_ text: String) throws(Fault) -> String {
        guard text.utf8.contains(UInt8(ascii: "$")) else { return text }
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        try substitute(bytes[...], into: &output, depth: 0)
        return String(decoding: output, as: UTF8.self)
    }

    private func substitute(_ bytes: ArraySlice<UInt8>, into output: inout [UInt8], depth: Int) throws(Fault) {
        guard depth <= maximalNesting else { throw .nesting }
        var position = bytes.startIndex
        var closings = Closings(bytes)
        while position < bytes.endIndex {
            guard bytes[position] == UInt8(ascii: "$"), position + 1 < bytes.endIndex else {
                if grammar == .version1, bytes[position] == UInt8(ascii: "$") { throw .malformed }
                output.append(bytes[position])
                position += 1
                continue
            }
            let next = bytes[position + 1]
            if next == UInt8(ascii: "$") {
                output.append(next)
                position += 2
            } else if next == UInt8(ascii: "{") {
                position = try braced(bytes, at: position, &closings, into: &output, depth: depth)
            } else if Self.beginsName(next) {
                let end = Self.endOfName(bytes, from: position + 1)
                try plain(bytes[(position + 1)..<end], into: &output)
                position = end
            } else if grammar == .version1 {
                throw .malformed
            } else {
                output.append(bytes[position])
                position += 1
            }
        }
    }

    private func plain(_ name: ArraySlice<UInt8>, into output: inout [UInt8]) throws(Fault) {
        let name = String(decoding: name, as: UTF8.self)
        if let value = lookUp(name) {
            try append(value, to: &output)
        } else {
            reportUnset(name)
        }
    }

    private func append(_ value: String, to output: inout [UInt8]) throws(Fault) {
        guard output.count + value.utf8.count <= maximalBytes else { throw .size }
        output.append(contentsOf: value.utf8)
    }

    /// Replaces the `${…}` at `start`; answers where it ends.
    private func braced(
        _ bytes: ArraySlice<UInt8>,
        at start: Int,
        _ closings: inout Closings,
        into output: inout [UInt8],
        depth: Int
    ) throws(Fault) -> Int {
        let nameStart = start + 2
        guard nameStart < bytes.endIndex, Self.beginsName(bytes[nameStart]) else { throw .malformed }
        var position = Self.endOfName(bytes, from: nameStart)
        guard position < bytes.endIndex else { throw .malformed }
        let name = bytes[nameStart..<position]
        if bytes[position] == UInt8(ascii: "}") {
            try plain(name, into: &output)
            return position + 1
        }
        guard grammar == .specification else { throw .malformed }

        let countsEmpty = bytes[position] == UInt8(ascii: ":")
        if countsEmpty { position += 1 }
        guard position < bytes.endIndex else { throw .malformed }
        let kind: Operator
        switch bytes[position] {
        case UInt8(ascii: "-"): kind = .byDefault
        case UInt8(ascii: "?"): kind = .required
        case UInt8(ascii: "+"): kind = .alternative
        default: throw .malformed
        }
        guard let lastOnLine = closings.lastOnLine(from: position + 1) else { throw .malformed }
        let end = Self.balancedEnd(bytes[start...lastOnLine]) ?? lastOnLine
        let argument = bytes[(position + 1)..<end]

        let value = lookUp(String(decoding: name, as: UTF8.self))
        let isPresent = value.map { !(countsEmpty && $0.isEmpty) } ?? false
        switch kind {
        case .byDefault where !isPresent, .alternative where isPresent:
            try substitute(argument, into: &output, depth: depth + 1)
        case .required where !isPresent:
            var reason: [UInt8] = []
            try substitute(argument, into: &reason, depth: depth + 1)
            throw .required(String(decoding: name, as: UTF8.self), String(decoding: reason, as: UTF8.self))
        default: try append(value ?? "", to: &output)
        }
        return end + 1
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (byte | 0x20) &- UInt8(ascii: "a") < 26
    }

    private static func endOfName(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.endIndex, beginsName(bytes[end]) || bytes[end] &- UInt8(ascii: "0") < 10 { end += 1 }
        return end
    }

    /// Where the braces that open in `bytes` are closed again; the character after an opening one never counts.
    private static func balancedEnd(_ bytes: ArraySlice<UInt8>) -> Int? {
        var open = 0
        var position = bytes.startIndex
        while position < bytes.endIndex {
            if bytes[position] == UInt8(ascii: "}") {
                open -= 1
                if open == 0 { return position }
            } else if bytes[position] == UInt8(ascii: "{") {
                open += 1
                position += 1
            }
            position += 1
        }
        return nil
    }
}

/// The last `}` of each line, found once a line.
private struct Closings {
    private let bytes: ArraySlice<UInt8>
    private var lineEnd: Int
    private var last: Int?

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        self.lineEnd = bytes.startIndex
    }

    mutating func lastOnLine(from position: Int) -> Int? {
        if position > lineEnd || lineEnd == bytes.startIndex {
            last = nil
            var index = position
            while index < bytes.endIndex, bytes[index] != UInt8(ascii: "\n") {
                if bytes[index] == UInt8(ascii: "}") { last = index }
                index += 1
            }
            lineEnd = index
        }
        guard let last, last >= position else { return nil }
        return last
    }
}
