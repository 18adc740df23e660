import OrderedCollections

extension LimitRange: ValidatedKind {
    func validate(_ field: Field) {
        var types: Set<String> = []
        field["spec"]["limits"].each(spec?.limits ?? []) { item, field in
            item.validateType(field["type"])
            if !types.insert(item.type).inserted { field["type"].duplicate() }
            item.withDefaults.validate(field)
        }
    }
}

extension LimitRangeItem {
    fileprivate typealias Amounts = OrderedDictionary<String, Quantity>

    fileprivate func validateType(_ field: Field) {
        if field.syntax(type, .qualifiedName), !type.contains("/"),
            !["Pod", "Container", "PersistentVolumeClaim"].contains(type)
        {
            field.invalid("must be a standard type, or qualified by a domain")
        }
    }

    /// The item with what the server adds for containers.
    fileprivate var withDefaults: LimitRangeItem {
        guard type == "Container" else { return self }
        var item = self
        item.default.merge(max) { own, _ in own }
        item.defaultRequest.merge(item.default) { own, _ in own }
        for (name, amount) in min where defaultRequest[name] == nil && item.default[name] == nil {
            item.defaultRequest[name] = amount
        }
        return item
    }

    fileprivate func validate(_ field: Field) {
        validateNames(max, field["max"])
        validateNames(min, field["min"])
        validateNames(maxLimitRequestRatio, field["maxLimitRequestRatio"])
        if type == "Pod" {
            if !self.default.isEmpty { field["default"].forbidden("may not be specified when the type is Pod") }
            if !defaultRequest.isEmpty {
                field["defaultRequest"].forbidden("may not be specified when the type is Pod")
            }
        } else {
            validateNames(self.default, field["default"])
            validateNames(defaultRequest, field["defaultRequest"])
        }
        if type == "PersistentVolumeClaim", min["storage"] == nil, max["storage"] == nil {
            field["limits"].required("a minimum or maximum of storage is required")
        }
        let names = Set([min, max, self.default, defaultRequest, maxLimitRequestRatio].flatMap(\.keys))
        for name in names.sorted() { validateOrder(name, field) }
    }

    private func validateNames(_ amounts: Amounts, _ field: Field) {
        for text in amounts.keys {
            let name = ResourceName(text)
            if type == "Pod" || type == "Container" {
                name.validateOfContainer(field.key(text))
            } else {
                name.validate(field.key(text))
            }
        }
    }

    /// min ≤ defaultRequest ≤ default ≤ max, for the amounts that are there.
    private func validateOrder(_ name: String, _ field: Field) {
        let amounts: [(name: String, amount: Quantity?)] = [
            ("min", min[name]), ("defaultRequest", defaultRequest[name]), ("default", self.default[name]),
            ("max", max[name]),
        ]
        for (index, low) in amounts.enumerated() {
            for high in amounts[(index + 1)...] {
                guard let least = low.amount, let most = high.amount, least > most else { continue }
                let blamed = low.name == "min" && high.name != "max" ? high.name : low.name
                field[blamed].key(name).invalid("\(low.name) is greater than \(high.name)")
            }
        }
        if let ratio = maxLimitRequestRatio[name] {
            let field = field["maxLimitRequestRatio"].key(name)
            if ratio < 1 { field.invalid("must not be less than 1") }
            if let least = min[name], let most = max[name], least > .zero,
                Double(ratio.milliUnits) / 1000 > Double(most.milliUnits) / Double(least.milliUnits)
            {
                field.invalid("is greater than max divided by min")
            }
        }
        if !ResourceName(name).allowsOvercommit, let request = defaultRequest[name], let limit = self.default[name],
            request != limit
        {
            field["defaultRequest"].key(name).invalid("must equal default for \(name)")
        }
    }
}
