/// Rounding and choosing of floats with Go's special cases.
enum Rounding {
    /// The number with so many decimal places: up if what follows them is at least the threshold, else down. What
    /// follows in a negative number is negative, so that these are rounded down.
    static func round(_ value: Double, places: Int, threshold: Double) -> Double {
        let power = powerOfTen(places)
        let scaled = power * value
        let whole = scaled.rounded(.towardZero)
        let fraction = scaled.isInfinite ? Double.nan : scaled - whole
        return (fraction >= threshold ? scaled.rounded(.up) : scaled.rounded(.down)) / power
    }

    /// The larger one; not a number if either is not.
    static func larger(_ a: Double, _ b: Double) -> Double {
        if a == .infinity || b == .infinity { return .infinity }
        if a.isNaN || b.isNaN { return .nan }
        if a == 0, b == 0 { return a.sign == .minus ? b : a }
        return a > b ? a : b
    }

    /// 10 to the power, by squaring, with the rounding that this has in Go from 10^23 on.
    private static func powerOfTen(_ exponent: Int) -> Double {
        var result = 1.0
        var base = 10.0
        var bits = exponent.magnitude
        while bits > 0, result.isFinite {
            if bits & 1 == 1 { result *= base }
            base *= base
            bits >>= 1
        }
        return exponent < 0 ? 1 / result : result
    }
}
