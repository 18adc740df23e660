import ComposeModel

extension Duration {
    /// A duration of whole seconds or nanoseconds.
    init(_ compose: ComposeDuration) {
        self = .nanoseconds(compose.nanoseconds)
    }

    /// The duration in nanoseconds, within the range of the type.
    var nanosecondsClamped: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        let (sum, sumOverflow) = product.addingReportingOverflow(attoseconds / 1_000_000_000)
        return sumOverflow ? (seconds < 0 ? .min : .max) : sum
    }

    /// Whole seconds, rounded up: Kubernetes knows no shorter times.
    var secondsRoundedUp: Int {
        let (seconds, attoseconds) = components
        return Int(clamping: seconds) + (attoseconds > 0 ? 1 : 0)
    }
}

extension ComposeDuration {
    /// A duration of Compose.
    init(_ duration: Duration) {
        self.init(nanoseconds: duration.nanosecondsClamped)
    }
}
