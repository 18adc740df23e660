/// Runs a format of `printf` over its arguments.
struct FormatReader {
    private let format: [UInt8]
    private let arguments: [Value]
    private var printer = ValuePrinter()
    private var index = 0
    /// The argument that is next.
    private var argument = 0
    /// Whether an index such as `[3]` was used.
    private var isReordered = false
    private var hasGoodIndex = true
    private var isAfterIndex = false

    init(format: [UInt8], arguments: [Value]) {
        self.format = format
        self.arguments = arguments
    }

    mutating func run() -> [UInt8] {
        while index < format.count, printer.bytes.count < ValuePrinter.largestCount {
            let start = index
            while index < format.count, format[index] != UInt8(ascii: "%") { index += 1 }
            printer.bytes += format[start..<index]
            guard index < format.count else { break }
            index += 1
            guard directive() else {
                printer.bytes.append("%!(NOVERB)")
                break
            }
        }
        if !isReordered, argument < arguments.count { writeExtra() }
        return printer.bytes
    }

    /// One directive; false if the format ends in it.
    private mutating func directive() -> Bool {
        hasGoodIndex = true
        isAfterIndex = false
        printer.flags = FormatFlags()
        readFlags()
        readIndex()
        readWidth()
        readPrecision()
        if !isAfterIndex { readIndex() }
        guard index < format.count else { return false }
        let (rune, width) = format.rune(at: index)
        index += width
        let verb = Unicode.Scalar(rune) ?? "\u{FFFD}"
        if verb == "%" {
            printer.bytes.append(UInt8(ascii: "%"))
        } else if !hasGoodIndex {
            writeFault(verb, "BADINDEX")
        } else if argument >= arguments.count {
            writeFault(verb, "MISSING")
        } else {
            printer.flags.adapt(to: verb)
            printer.print(arguments[argument], verb)
            argument += 1
        }
        return true
    }

    private mutating func readFlags() {
        while index < format.count {
            switch format[index] {
            case UInt8(ascii: "#"): printer.flags.sharp = true
            case UInt8(ascii: "0"): printer.flags.zero = true
            case UInt8(ascii: "+"): printer.flags.plus = true
            case UInt8(ascii: "-"): printer.flags.minus = true
            case UInt8(ascii: " "): printer.flags.space = true
            default: return
            }
            index += 1
        }
    }

    private mutating func readWidth() {
        if take(UInt8(ascii: "*")) {
            printer.flags.width = integerArgument()
            if printer.flags.width == nil { printer.bytes.append("%!(BADWIDTH)") }
            if let width = printer.flags.width, width < 0 {
                printer.flags.width = -width
                printer.flags.minus = true
                printer.flags.zero = false
            }
            isAfterIndex = false
        } else {
            printer.flags.width = number(until: format.count)
            if isAfterIndex, printer.flags.width != nil { hasGoodIndex = false }
        }
    }

    private mutating func readPrecision() {
        guard take(UInt8(ascii: ".")) else { return }
        if isAfterIndex { hasGoodIndex = false }
        readIndex()
        if take(UInt8(ascii: "*")) {
            printer.flags.precision = integerArgument().flatMap { $0 < 0 ? nil : $0 }
            if printer.flags.precision == nil { printer.bytes.append("%!(BADPREC)") }
            isAfterIndex = false
        } else {
            printer.flags.precision = number(until: format.count) ?? 0
        }
    }

    /// An explicit index such as `[3]`.
    private mutating func readIndex() {
        isAfterIndex = false
        guard index < format.count, format[index] == UInt8(ascii: "[") else { return }
        isReordered = true
        guard let close = format[index...].firstIndex(of: UInt8(ascii: "]")), format.count - index >= 3 else {
            hasGoodIndex = false
            index += 1
            return
        }
        index += 1
        let number = number(until: close)
        let isNumber = number != nil && index == close
        index = close + 1
        if let number, isNumber, number >= 1, number <= arguments.count {
            argument = number - 1
            isAfterIndex = true
        } else {
            hasGoodIndex = false
            isAfterIndex = isNumber
        }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < format.count, format[index] == byte else { return false }
        index += 1
        return true
    }

    /// The largest width and precision; anything beyond is no number.
    private static let largest = 1_000_000

    private mutating func number(until end: Int) -> Int? {
        var value: Int?
        while index < end, RuneClass.isDigit(format[index]) {
            if let value, value > Self.largest {
                index = end
                return nil
            }
            value = (value ?? 0) * 10 + Int(format[index] - UInt8(ascii: "0"))
            index += 1
        }
        return value
    }

    private mutating func integerArgument() -> Int? {
        guard argument < arguments.count else { return nil }
        defer { argument += 1 }
        let value: Int? =
            switch arguments[argument] {
            case .integer(let value, _): Int(exactly: value)
            case .unsigned(let value, _): Int(exactly: value)
            default: nil
            }
        return value.flatMap { abs($0 == .min ? .max : $0) > Self.largest ? nil : $0 }
    }

    private mutating func writeFault(_ verb: Unicode.Scalar, _ fault: String) {
        printer.bytes.append("%!")
        printer.bytes.append(rune: verb.value)
        printer.bytes.append("(\(fault))")
    }

    private mutating func writeExtra() {
        printer.flags = FormatFlags()
        printer.bytes.append("%!(EXTRA ")
        for (index, argument) in arguments[argument...].enumerated() {
            if index > 0 { printer.bytes.append(", ") }
            guard let type = argument.unwrapped.type else {
                printer.bytes.append("<nil>")
                continue
            }
            printer.bytes.append(type.name + "=")
            printer.print(argument, "v")
        }
        printer.bytes.append(")")
    }
}
