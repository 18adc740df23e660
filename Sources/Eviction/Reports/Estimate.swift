/// A mean over several runs, and how sure it is.
public struct Estimate: Sendable, Hashable, Codable {
    /// The mean.
    public let mean: Double
    /// The standard error of the mean; nil for a single run, which says nothing about it.
    public let standardError: Double?

    /// The estimate from the values of independent runs; the mean of none is 0.
    public init(_ values: [Double]) {
        let count = Double(max(1, values.count))
        let mean = values.reduce(0, +) / count
        self.mean = mean
        let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
        standardError = values.count < 2 ? nil : (squares / (count - 1) / count).squareRoot()
    }

}

extension Estimate: CustomStringConvertible {
    /// `0.52430 ± 0.00120`.
    public var description: String { mean.decimal(5) + (standardError.map { " ± " + $0.decimal(5) } ?? "") }
}

extension Double {
    /// The number with so many digits after the point, the same on every machine.
    func decimal(_ digits: Int) -> String {
        guard isFinite, abs(self) < 1e12 else { return "\(self)" }
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let units = Int((abs(self) * Double(scale)).rounded())
        let fraction = String(units % scale)
        let padded = String(repeating: "0", count: digits - min(digits, fraction.utf8.count)) + fraction
        return (self < 0 && units > 0 ? "-" : "") + "\(units / scale)" + (digits > 0 ? "." + padded : "")
    }
}
