/// Go's fmt: values as text.
package enum GoFormat {
    /// `fmt.Sprintf`. Wrong verbs and arguments are shown in the text, as in Go: `%!d(string=a)`.
    ///
    /// Stops at 64 MiB, which widths can ask for.
    package static func sprintf(_ format: ByteString, _ arguments: [Value]) -> ByteString {
        var reader = FormatReader(format: format.bytes, arguments: arguments)
        return ByteString(reader.run())
    }

    /// `fmt.Sprint`: `%v` of each, with spaces between two that are no strings.
    package static func sprint(_ arguments: [Value]) -> ByteString {
        var printer = ValuePrinter()
        var isAfterString = true
        for (index, argument) in arguments.enumerated() {
            let isString = argument.type?.kind == .string
            if index > 0, !isString, !isAfterString { printer.bytes.append(UInt8(ascii: " ")) }
            printer.print(argument, "v")
            isAfterString = isString
        }
        return ByteString(printer.bytes)
    }

    /// `fmt.Sprintln`: `%v` of each, with spaces between and a newline at the end.
    package static func println(_ arguments: [Value]) -> ByteString {
        var printer = ValuePrinter()
        for (index, argument) in arguments.enumerated() {
            if index > 0 { printer.bytes.append(UInt8(ascii: " ")) }
            printer.print(argument, "v")
        }
        printer.bytes.append(0x0A)
        return ByteString(printer.bytes)
    }

    /// `%v`
    package static func value(_ value: Value) -> ByteString {
        if case .string(let text) = value { return text }
        return sprint([value])
    }

    /// `%q`
    package static func quote(_ text: ByteString) -> ByteString {
        ByteString(GoQuote.quoted(text.bytes))
    }

    /// `strconv.FormatFloat` in one of the formats `b e E f g G x X`.
    ///
    /// The precision is the number of digits behind the point, for `g` of all digits; nil asks for as few as tell the
    /// number from all others.
    package static func float(_ value: Double, _ format: Unicode.Scalar = "g", precision: Int? = nil) -> ByteString {
        ByteString(FloatText.text(value, format, precision: precision))
    }
}
