/// Integers in base 2, 8 or 16, of any size, in decimal notation.
enum RadixText {
    /// The most digits that are converted, which takes time in the square of their number.
    static let longest = 10_000

    /// The decimal digits of the number that `digits`, valid in `radix`, stand for; nil when there are too many. O(n²).
    static func decimal(_ digits: some Sequence<UInt8>, radix: UInt64) -> [UInt8]? {
        // Limbs of 18 decimal digits, the least significant first.
        var limbs: [UInt64] = [0]
        var count = 0
        for byte in digits where byte != ascii("_") {
            count += 1
            guard count <= longest else { return nil }
            var carry = UInt64(byte <= ascii("9") ? byte - ascii("0") : (byte | 0x20) - ascii("a") + 10)
            for position in limbs.indices {
                let value = limbs[position].multipliedFullWidth(by: radix)
                let (low, overflow) = value.low.addingReportingOverflow(carry)
                (carry, limbs[position]) = limbBase.dividingFullWidth((value.high + (overflow ? 1 : 0), low))
            }
            if carry > 0 { limbs.append(carry) }
        }
        var text: [UInt8] = []
        for (position, limb) in limbs.reversed().enumerated() {
            let digits = Array(String(limb).utf8)
            if position > 0 { text.append(contentsOf: repeatElement(ascii("0"), count: 18 - digits.count)) }
            text.append(contentsOf: digits)
        }
        return text
    }

    private static let limbBase: UInt64 = 1_000_000_000_000_000_000
}
