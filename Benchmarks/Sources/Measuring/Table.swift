import Foundation

/// Measured values with their gates, to be printed.
public struct Table {
    /// What a value must be.
    public enum Gate {
        case atLeast(Double)
        case below(Double)
        case none

        func holds(_ value: Double) -> Bool {
            switch self {
            case .atLeast(let bound): value >= bound
            case .below(let bound): value < bound
            case .none: true
            }
        }

        var text: String {
            switch self {
            case .atLeast(let bound): ">= \(bound)"
            case .below(let bound): "< \(bound)"
            case .none: ""
            }
        }
    }

    private var rows: [(input: String, name: String, value: Double, gate: Gate)] = []
    private var notes: [String] = []

    /// Creates an empty table.
    public init() {}

    /// Whether no gate is missed.
    public var allGatesHold: Bool { rows.allSatisfy { $0.gate.holds($0.value) } }

    /// Adds a line before the table.
    public mutating func note(_ text: String) { notes.append(text) }

    /// Adds a row.
    public mutating func add(_ input: String, _ name: String, _ value: Double, _ gate: Gate) {
        rows.append((input, name, value, gate))
    }

    /// The table as text.
    public var text: String {
        var lines = notes + [""]
        for row in rows {
            lines.append(
                [
                    row.input.padding(toLength: 26, withPad: " ", startingAt: 0),
                    row.name.padding(toLength: 44, withPad: " ", startingAt: 0),
                    format(row.value).padding(toLength: 8, withPad: " ", startingAt: 0),
                    row.gate.text.padding(toLength: 8, withPad: " ", startingAt: 0),
                    row.gate.holds(row.value) ? "" : "MISSED",
                ].joined(separator: " ")
            )
        }
        return lines.joined(separator: "\n")
    }
}

/// Two digits after the point.
public func format(_ value: Double) -> String { String(format: "%.2f", value) }

/// The middle one of the values.
public func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
