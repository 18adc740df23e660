/// A plot of miss ratios over capacities as SVG, readable without colour: each line is named at its end.
public struct MissRatioPlot: Sendable {
    private struct Line {
        let name: String
        /// Capacities and miss ratios, by capacity.
        let points: [(capacity: Double, ratio: Double)]
    }

    private var lines: [Line] = []

    private static let width = 720.0
    private static let height = 400.0
    private static let margin = 48.0
    /// Room for the names on the right.
    private static let label = 150.0
    private static let colours = [
        "#0b5fa5", "#c2410c", "#15803d", "#7e22ce", "#b91c1c", "#0f766e", "#854d0e", "#475569",
    ]

    /// Creates a plot of the means of a report.
    public init(_ report: SimulationReport) {
        var names: [ReplayPolicy] = []
        for row in report.rows where !names.contains(row.policy) { names.append(row.policy) }
        for name in names {
            let points = report.rows.filter { $0.policy == name }
                .map { (capacity: Double($0.capacity.total), ratio: $0.missRatio.mean) }
            lines.append(Line(name: name.rawValue, points: points.sorted { $0.capacity < $1.capacity }))
        }
    }

    /// Adds the curve of LRU at up to 200 capacities.
    public mutating func add(_ curve: MissRatioCurve, named name: String) {
        let largest = curve.misses.count - 1
        let step = max(1, largest / 200)
        let points = stride(from: 0, through: largest, by: step)
            .map { (capacity: Double($0), ratio: curve.missRatio(capacity: $0)) }
        lines.append(Line(name: name, points: points))
    }

    /// The picture.
    public var svg: String {
        let largest = max(1, lines.flatMap(\.points).map(\.capacity).max() ?? 1)
        let right = Self.width - Self.label
        let bottom = Self.height - Self.margin
        let x = { (capacity: Double) in Self.margin + capacity / largest * (right - Self.margin) }
        let y = { (ratio: Double) in bottom - ratio * (bottom - Self.margin) }
        var parts = [
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Int(Self.width)) \(Int(Self.height))\""
                + " font-family=\"sans-serif\" font-size=\"12\">",
            "<title>Misses per request by capacity</title>",
            "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>",
        ]
        for tick in 0...5 {
            let ratio = Double(tick) / 5
            parts.append(Self.rule(Self.margin, y(ratio), right, y(ratio)))
            parts.append(Self.text(Self.margin - 6, y(ratio) + 4, ratio.decimal(1), anchor: "end"))
            parts.append(Self.text(x(ratio * largest), bottom + 18, (ratio * largest).decimal(0), anchor: "middle"))
        }
        parts.append(Self.text((Self.margin + right) / 2, Self.height - 8, "capacity", anchor: "middle"))
        parts.append(Self.text(Self.margin, Self.margin - 14, "misses per request", anchor: "start"))
        // Names that would overlap move down.
        var lowest = 0.0
        for (number, line) in lines.sorted(by: { Self.end($0) > Self.end($1) }).enumerated() {
            let colour = Self.colours[number % Self.colours.count]
            let points = line.points.map { "\(x($0.capacity).decimal(1)),\(y($0.ratio).decimal(1))" }
            parts.append(
                "<polyline fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2\" points=\"\(points.joined(separator: " "))\"/>"
            )
            lowest = max(lowest + 14, y(Self.end(line)) + 4)
            parts.append(Self.text(right + 8, lowest, line.name, anchor: "start", fill: colour))
        }
        return (parts + ["</svg>"]).joined(separator: "\n") + "\n"
    }

    private static func end(_ line: Line) -> Double { line.points.last?.ratio ?? 0 }

    private static func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> String {
        let ends = "x1=\"\(x1.decimal(1))\" y1=\"\(y1.decimal(1))\" x2=\"\(x2.decimal(1))\" y2=\"\(y2.decimal(1))\""
        return "<line \(ends) stroke=\"#d4d4d8\"/>"
    }

    private static func text(
        _ x: Double,
        _ y: Double,
        _ text: String,
        anchor: String,
        fill: String = "#27272a"
    ) -> String {
        let place = "x=\"\(x.decimal(1))\" y=\"\(y.decimal(1))\""
        let safe = text.map { ["&": "&amp;", "<": "&lt;", ">": "&gt;"][$0] ?? String($0) }.joined()
        return "<text \(place) text-anchor=\"\(anchor)\" fill=\"\(fill)\">\(safe)</text>"
    }
}
