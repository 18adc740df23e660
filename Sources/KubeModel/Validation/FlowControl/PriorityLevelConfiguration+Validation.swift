extension PriorityLevelConfiguration: ValidatedKind {
    static var isNamespaced: Bool { false }

    func validate(_ field: Field) {
        let field = field["spec"]
        switch spec.type {
        case "Exempt":
            if spec.limited != nil { field["limited"].forbidden("is for the type Limited") }
            field["exempt"]["nominalConcurrencyShares"].nonNegative(spec.exempt?.nominalConcurrencyShares)
            field["exempt"]["lendablePercent"].range(spec.exempt?.lendablePercent, 0...100)
        case "Limited":
            if spec.exempt != nil { field["exempt"].forbidden("is for the type Exempt") }
            guard let limited = spec.limited else {
                return field["limited"].required("must not be empty when the type is Limited")
            }
            limited.validate(field["limited"])
        default: field["type"].notSupported(["Exempt", "Limited"])
        }
    }
}

extension LimitedPriorityLevelConfiguration {
    fileprivate func validate(_ field: Field) {
        field["nominalConcurrencyShares"].nonNegative(nominalConcurrencyShares)
        field["lendablePercent"].range(lendablePercent, 0...100)
        field["borrowingLimitPercent"].nonNegative(borrowingLimitPercent)
        let field = field["limitResponse"]
        switch limitResponse.type {
        case "Reject":
            if limitResponse.queuing != nil { field["queuing"].forbidden("is for the type Queue") }
        case "Queue":
            guard let queuing = limitResponse.queuing else {
                return field["queuing"].required("must not be empty when the type is Queue")
            }
            queuing.validate(field["queuing"])
        default: field["type"].notSupported(["Queue", "Reject"])
        }
    }
}

extension QueuingConfiguration {
    fileprivate func validate(_ field: Field) {
        let (queues, handSize) = (queues ?? 64, handSize ?? 8)
        field["queueLengthLimit"].positive(queueLengthLimit)
        field["queues"].range(queues, 1...10_000_000)
        field["handSize"].positive(handSize)
        if handSize > queues { field["handSize"].invalid("must be no more than the number of queues") }
        guard queues > 0, handSize > 0, handSize <= queues else { return }
        // A hand is dealt from one number of 64 bits, of which the server uses 60.
        var choices: UInt64 = 1
        for free in (queues - handSize + 1)...queues {
            let (product, overflow) = choices.multipliedReportingOverflow(by: UInt64(free))
            if overflow || product > 1 << 60 {
                return field["handSize"].invalid("too many hands: use smaller numbers of queues or a smaller hand")
            }
            choices = product
        }
    }
}
