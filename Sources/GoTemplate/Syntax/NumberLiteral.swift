/// A number of a template, as all the Go types that can hold it.
package struct NumberLiteral: Hashable, Sendable {
    /// As it was written.
    package var text: String
    package var integer: Int64?
    package var unsigned: UInt64?
    package var float: Double?
    /// The real and the imaginary part of a complex number.
    package var complex: Complex?

    package struct Complex: Hashable, Sendable {
        package var real: Double
        package var imaginary: Double
    }

    /// Whether the writing asks for a float: a point or an exponent, not hexadecimal digits.
    var isWrittenAsFloat: Bool {
        let bytes = Array(text.utf8)
        if bytes.first == UInt8(ascii: "'") { return false }
        let isHexadecimal = bytes.count > 2 && bytes[0] == UInt8(ascii: "0") && bytes[1] | 0x20 == UInt8(ascii: "x")
        let marks = isHexadecimal ? "pP" : ".eEpP"
        return bytes.contains { marks.utf8.contains($0) }
    }

    /// A character constant.
    init(text: String, character: UInt32) {
        self.text = text
        integer = Int64(character)
        unsigned = UInt64(character)
        float = Double(character)
    }

    /// A complex number.
    init(text: String, real: Double, imaginary: Double) {
        self.text = text
        complex = Complex(real: real, imaginary: imaginary)
        guard imaginary == 0 else { return }
        float = real
        integer = Int64(exactly: real)
        unsigned = UInt64(exactly: real)
    }

    /// Any other number.
    ///
    /// - Throws: ``FunctionError`` with Go's text if it is none or too large.
    init(_ text: String) throws(FunctionError) {
        if text.last == "i", let imaginary = GoNumber.float(text.dropLast()) {
            self.init(text: text, real: 0, imaginary: imaginary)
        } else {
            try self.init(real: text)
        }
    }

    private init(real text: String) throws(FunctionError) {
        self.text = text
        unsigned = GoNumber.unsigned(text)
        integer = GoNumber.integer(text)
        if integer == 0 { unsigned = 0 }
        if let integer {
            float = Double(integer)
        } else if let unsigned {
            float = Double(unsigned)
        } else if let value = GoNumber.float(text) {
            guard text.utf8.contains(where: { ".eEpP".utf8.contains($0) }) else {
                throw FunctionError("integer overflow: \(GoFormat.quote(ByteString(text)))")
            }
            float = value
            integer = Int64(exactly: value)
            unsigned = UInt64(exactly: value)
        } else {
            throw FunctionError("illegal number syntax: \(GoFormat.quote(ByteString(text)))")
        }
    }
}
