/// Amounts of resources.
extension Field {
    /// The amount is not negative.
    func nonNegative(_ quantity: Quantity) {
        if quantity.isNegative { invalid("must be greater than or equal to 0") }
    }

    /// The amount is greater than zero.
    func positive(_ quantity: Quantity) {
        if quantity <= .zero { invalid("must be greater than zero") }
    }

    /// A number that is not negative, or a percentage.
    func nonNegative(_ value: IntOrString?) {
        switch value {
        case .int(let number): nonNegative(number)
        case .string(let text): syntax(text, .percentage)
        case nil: break
        }
    }

    /// A percentage of at most 100; numbers pass.
    func atMostAll(_ value: IntOrString?) {
        if let percentage = value?.percentage, percentage > 100 { invalid("must not be greater than 100%") }
    }
}
