/// Files of variables: `NAME=VALUE` lines with comments, quotes, escapes and variables
/// (Compose Specification, "Services", `env_file`, "Env_file format").
struct Dotenv {
    struct Fault: Error, Equatable {
        let message: String
        /// The line, counted from 1.
        let line: Int
    }

    /// How a file is read.
    enum Format: String {
        /// With quotes, escapes and variables.
        case dotenv
        /// Each value is the rest of its line, as it stands.
        case raw
    }

    private var rest: Substring.UnicodeScalarView
    private var line = 1
    private let lookUp: (String) -> String?
    /// How many bytes the values may still have: each may hold those before it twice.
    private var remaining = 64 << 20

    private init(_ text: String, lookUp: @escaping (String) -> String?) {
        rest = text[...].unicodeScalars
        self.lookUp = lookUp
    }

    /// Adds the variables of a file to `variables`, and their names to `names`.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - format: How it is read.
    ///   - variables: Takes the variables.
    ///   - names: Takes the names of the variables in order.
    ///   - lookUp: The values that variables in the file have; those set earlier in `variables` come second.
    /// - Throws: The first fault.
    static func parse(
        _ bytes: [UInt8],
        _ format: Format = .dotenv,
        into variables: inout [String: String],
        names: inout [String],
        lookUp: @escaping (String) -> String?
    ) throws(Fault) {
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        let text = String(decoding: hasMark ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
        switch format {
        case .dotenv:
            var parser = Dotenv(text, lookUp: lookUp)
            while let (name, value) = try parser.next(variables) {
                guard let value else { continue }
                variables[name] = value
                names.append(name)
            }
        case .raw:
            for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                let line = line.last == "\r" ? line.dropLast() : line
                let content = line.drop { $0 == " " || $0 == "\t" }
                guard !content.isEmpty, content.first != "#" else { continue }
                let equals = content.firstIndex(of: "=")
                let name = String(content[..<(equals ?? content.endIndex)])
                if name.isEmpty || name.contains(" ") {
                    throw Fault(message: "the line names no variable", line: index + 1)
                }
                guard let value = equals.map({ String(content[content.index(after: $0)...]) }) ?? lookUp(name) else {
                    continue
                }
                variables[name] = value
                names.append(name)
            }
        }
    }

    // MARK: Statements

    /// The next assignment; a nil value for a name without one that has none elsewhere.
    private mutating func next(_ variables: [String: String]) throws(Fault) -> (String, String?)? {
        skipToStatement()
        guard !rest.isEmpty else { return nil }
        let (name, isInherited) = try name()
        if name.contains(" ") { throw Fault(message: "the name of a variable holds a blank", line: line) }
        if isInherited { return (name, lookUp(name)) }
        return (name, try value(variables))
    }

    private mutating func skipToStatement() {
        while let scalar = rest.first {
            if scalar == "#" {
                skip { $0 != "\n" }
            } else if scalar.properties.isWhitespace {
                if scalar == "\n" { line += 1 }
                rest.removeFirst()
            } else {
                return
            }
        }
    }

    private mutating func skip(while condition: (Unicode.Scalar) -> Bool) {
        rest = rest[(rest.firstIndex { !condition($0) } ?? rest.endIndex)...]
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\t", "\u{0B}", "\u{0C}", "\r", " ", "\u{85}", "\u{A0}": true
        default: false
        }
    }

    private mutating func name() throws(Fault) -> (String, isInherited: Bool) {
        if rest.starts(with: "export".unicodeScalars) {
            let after = rest.dropFirst(6)
            if let blank = after.first, blank.properties.isWhitespace {
                rest = after
                skip(while: Self.isBlank)
            }
        }
        var end = rest.startIndex
        while end < rest.endIndex {
            let scalar = rest[end]
            if scalar == "=" || scalar == ":" || scalar == "\n" { break }
            let isAllowed =
                Self.isBlank(scalar) || "_.-[]".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
                || scalar.properties.numericType != nil
            guard isAllowed else {
                throw Fault(message: "“\(scalar)” cannot stand in the name of a variable", line: line)
            }
            end = rest.index(after: end)
        }
        guard end < rest.endIndex else {
            // The reference finds no name where the last line has no `=` and no end, and reads an empty one.
            let name = String(Substring(rest))
            rest = rest[rest.endIndex...]
            return (Self.trimmed(name), true)
        }
        let isInherited = rest[end] == "\n"
        let name = Self.trimmed(String(Substring(rest[..<end])))
        rest = rest[rest.index(after: end)...]
        skip(while: Self.isBlank)
        if isInherited { line += 1 }
        return (name, isInherited)
    }

    private static func trimmed(_ text: String) -> String {
        var scalars = text.unicodeScalars
        while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
        return String(scalars)
    }

    // MARK: Values

    private mutating func value(_ variables: [String: String]) throws(Fault) -> String {
        guard let quote = rest.first, quote == "\"" || quote == "'" else { return try unquoted(variables) }
        let start = line
        var value = String.UnicodeScalarView()
        var isEscaped = false
        var index = rest.index(after: rest.startIndex)
        while index < rest.endIndex {
            let scalar = rest[index]
            index = rest.index(after: index)
            if scalar == "\n" { line += 1 }
            if scalar != quote {
                if !isEscaped, scalar == "\\" {
                    isEscaped = true
                    continue
                }
                if isEscaped { value.append("\\") }
                isEscaped = false
                value.append(scalar)
            } else if isEscaped {
                isEscaped = false
                value.append(scalar)
            } else {
                rest = rest[index...]
                return quote == "'" ? String(value) : try expand(Self.unescaped(String(value)), variables)
            }
        }
        throw Fault(message: "a quoted value is not closed", line: start)
    }

    private mutating func unquoted(_ variables: [String: String]) throws(Fault) -> String {
        var value = Substring(rest.prefix { $0 != "\n" })
        let hasEnd = value.endIndex < rest.endIndex
        rest = hasEnd ? rest[rest.index(after: value.endIndex)...] : rest[rest.endIndex...]
        if let comment = value.unicodeScalars.indices.first(where: { index in
            let scalars = value.unicodeScalars
            guard scalars[index] == " " else { return false }
            let next = scalars.index(after: index)
            return next < scalars.endIndex && scalars[next] == "#"
        }) {
            value = value[..<comment]
        }
        let expanded = try expand(Self.trimmed(String(value)), variables)
        line += 1
        return expanded
    }

    private mutating func expand(_ text: String, _ variables: [String: String]) throws(Fault) -> String {
        let lookUp = lookUp
        let template = Template(maximalBytes: remaining, lookUp: { lookUp($0) ?? variables[$0] })
        do throws(Template.Fault) {
            let result = try template.substitute(text)
            remaining = max(0, remaining - result.utf8.count)
            return result
        } catch {
            switch error {
            case .malformed: throw Fault(message: "the value holds a $ that begins no variable", line: line)
            case .required(let name, let reason):
                throw Fault(message: "the variable \(name) must be set: \(reason)", line: line)
            case .nesting: throw Fault(message: "defaults of variables nest too deep", line: line)
            case .size: throw Fault(message: "the variables make the values too large", line: line)
            }
        }
    }

    /// Replaces the escapes of a value in double quotes: `\n` and its kin, `\"`, `\\`, `\$` and octal `\0NNN`.
    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
        let simple: [Unicode.Scalar: String] = [
            "a": "\u{07}", "b": "\u{08}", "f": "\u{0C}", "n": "\n", "r": "\r", "t": "\t", "v": "\u{0B}", "\\": "\\",
            "\"": "\"", "$": "$$", "c": "\\c",
        ]
        let scalars = Array(text.unicodeScalars)
        var output = String.UnicodeScalarView()
        var index = 0
        while index < scalars.count {
            guard scalars[index] == "\\", index + 1 < scalars.count else {
                output.append(scalars[index])
                index += 1
                continue
            }
            if let replacement = simple[scalars[index + 1]] {
                output.append(contentsOf: replacement.unicodeScalars)
                index += 2
            } else if scalars[index + 1] == "0" {
                let digits = scalars[(index + 2)...].prefix(3).prefix { ("0"..."9").contains($0) }
                let text = String(String.UnicodeScalarView(digits))
                if digits.count == 3, let code = UInt32(text, radix: 8), code < 256, let scalar = Unicode.Scalar(code) {
                    output.append(scalar)
                } else {
                    output.append(contentsOf: scalars[index..<(index + 2 + digits.count)])
                }
                index += 2 + digits.count
            } else {
                output.append(scalars[index])
                index += 1
            }
        }
        return String(output)
    }
}
