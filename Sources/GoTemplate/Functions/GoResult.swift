/// A Swift type that stands for a Go type in the result of a function.
package protocol GoResult: SendableMetatype {
    var result: Value { get }
}

extension Value: GoResult {
    package var result: Value { unwrapped }
}

extension ByteString: GoResult {
    package var result: Value { .string(self) }
}

extension Bool: GoResult {
    package var result: Value { .bool(self) }
}

extension Int: GoResult {
    package var result: Value { .int(self) }
}

extension Int64: GoResult {
    package var result: Value { .int64(self) }
}

extension Double: GoResult {
    package var result: Value { .float(self) }
}

extension ListValue: GoResult {
    package var result: Value { .list(self) }
}

extension MapValue: GoResult {
    package var result: Value { .map(self) }
}
