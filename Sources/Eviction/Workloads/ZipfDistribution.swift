/// The numbers from 0 up to `count`, number k in proportion to (k + 1)^-exponent.
struct ZipfDistribution: Sendable {
    /// The chance of each number or a lower one.
    private let cumulative: [Double]

    init(count: Int, exponent: Double) {
        var sum = 0.0
        var sums: [Double] = []
        sums.reserveCapacity(count)
        for rank in 1...max(1, count) {
            sum += Power.of(Double(rank), -exponent)
            sums.append(sum)
        }
        let total = sum
        cumulative = sums.map { $0 / total }
    }

    /// Draws one. O(log count).
    func draw(from generator: inout SplitMix) -> Int {
        let chance = generator.unit()
        var low = 0
        var high = cumulative.count - 1
        while low < high {
            let middle = (low + high) / 2
            if cumulative[middle] > chance { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Powers by additions, products and quotients alone, which round alike on every machine; the mathematical libraries of
/// different systems do not.
enum Power {
    /// `base` to the power of `exponent`, for a base of at least 1 and results within the range of doubles.
    static func of(_ base: Double, _ exponent: Double) -> Double {
        exponential(exponent * logarithm(base))
    }

    /// The natural logarithm of a positive number, by the series of the area tangent.
    static func logarithm(_ number: Double) -> Double {
        let ratio = (number.significand - 1) / (number.significand + 1)
        var power = ratio
        var sum = 0.0
        for odd in stride(from: 1.0, through: 61, by: 2) {
            sum += power / odd
            power *= ratio * ratio
        }
        return 2 * sum + Double(number.exponent) * log2
    }

    /// e to the power of a number, by its series on the part below a power of two.
    static func exponential(_ number: Double) -> Double {
        guard number > -700 else { return 0 }
        let halvings = (number / log2).rounded()
        let rest = number - min(halvings, 1000) * log2
        var term = 1.0
        var sum = 1.0
        for step in 1...24 {
            term *= rest / Double(step)
            sum += term
        }
        return Double(sign: .plus, exponent: Int(min(halvings, 1000)), significand: sum)
    }

    private static let log2 = 0.693147180559945309417
}
