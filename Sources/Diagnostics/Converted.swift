/// A value together with the report of the step that made it.
///
/// Steps chain with `flatMap`, and their reports concatenate:
///
/// ```swift
/// let manifests = try reader.read(project).flatMap(writer.write)
/// ```
public struct Converted<Value> {
    /// The value.
    public var value: Value
    /// What was found on the way to it.
    public var report: ConversionReport

    /// Creates a result.
    public init(_ value: Value, report: ConversionReport = ConversionReport()) {
        self.value = value
        self.report = report
    }

    /// Transforms the value and keeps the report.
    public func map<Other>(_ transform: (Value) throws -> Other) rethrows -> Converted<Other> {
        Converted<Other>(try transform(value), report: report)
    }

    /// Runs the next step and appends its report.
    public func flatMap<Other>(_ transform: (Value) throws -> Converted<Other>) rethrows -> Converted<Other> {
        let next = try transform(value)
        var joined = report
        joined.append(next.report)
        return Converted<Other>(next.value, report: joined)
    }
}

extension Converted: Sendable where Value: Sendable {}
extension Converted: Equatable where Value: Equatable {}
