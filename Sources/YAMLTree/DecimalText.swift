/// A number without a sign in decimal notation, taken apart, so that it can be written exactly as JSON wants it.
///
/// The notation is `digits`, `digits.digits` with one side possibly empty, and an exponent; underscores are ignored.
struct DecimalText {
    private var whole: [UInt8] = []
    private var fraction: [UInt8] = []
    private var hasPoint = false
    private var exponent: [UInt8] = []

    init(_ bytes: ScalarRules.Bytes) {
        for byte in bytes where byte != ascii("_") {
            if !exponent.isEmpty {
                exponent.append(byte)
            } else if byte | 0x20 == ascii("e") {
                exponent.append(byte)
            } else if byte == ascii(".") {
                hasPoint = true
            } else if hasPoint {
                fraction.append(byte)
            } else if byte != ascii("0") || !whole.isEmpty {
                whole.append(byte)
            }
        }
        if whole.isEmpty { whole.append(ascii("0")) }
        if hasPoint, fraction.isEmpty { fraction.append(ascii("0")) }
    }

    /// The number as RFC 8259 wants it: no leading zeros, digits on both sides of a point.
    var json: [UInt8] {
        hasPoint ? whole + [ascii(".")] + fraction + exponent : whole + exponent
    }

    /// The nearest double.
    var double: Double? { Double(String(decoding: json, as: UTF8.self)) }
}
