/// Checks of single values that many rules share.
extension Field {
    /// The text follows a syntax.
    ///
    /// - Returns: Whether it does.
    @discardableResult
    func syntax(_ text: String, _ syntax: NameSyntax, _ subject: String = "") -> Bool {
        guard let problem = syntax.problem(text) else { return true }
        invalid(subject.isEmpty ? problem : "\(subject) \(problem)")
        return false
    }

    /// The text is there, and follows a syntax.
    ///
    /// - Returns: Whether it does.
    @discardableResult
    func requiredSyntax(_ text: String?, _ syntax: NameSyntax) -> Bool {
        guard requiredText(text), let text else { return false }
        return self.syntax(text, syntax)
    }

    /// The text is there.
    ///
    /// - Returns: Whether it is.
    @discardableResult
    func requiredText(_ text: String?, _ detail: String = "a value is required") -> Bool {
        if text?.isEmpty ?? true {
            required(detail)
            return false
        }
        return true
    }

    /// The value is one of those that the field may have; nil passes.
    ///
    /// - Returns: Whether it is.
    @discardableResult
    func oneOf(_ value: String?, _ supported: [String]) -> Bool {
        guard let value, !supported.contains(value) else { return true }
        notSupported(supported)
        return false
    }

    /// The value is there, and is one of those that the field may have.
    func requiredOneOf(_ value: String?, _ supported: [String]) {
        if requiredText(value) { oneOf(value, supported) }
    }

    /// The number lies between two bounds, both included; nil passes.
    func range(_ value: Int?, _ bounds: ClosedRange<Int>) {
        guard let value, !bounds.contains(value) else { return }
        invalid("must be between \(bounds.lowerBound) and \(bounds.upperBound), inclusive")
    }

    /// The number is not negative; nil passes.
    func nonNegative(_ value: Int?) {
        if let value, value < 0 { invalid("must be greater than or equal to 0") }
    }

    /// The number is greater than zero; nil passes.
    func positive(_ value: Int?) {
        if let value, value <= 0 { invalid("must be greater than 0") }
    }

    /// The number of a port.
    func port(_ number: Int) { range(number, 1...65535) }

    /// The number or the name of a port.
    func port(_ port: IntOrString) {
        switch port {
        case .int(let number): self.port(number)
        case .string(let name): syntax(name, .portName)
        }
    }

    /// The value does not differ from that of the object which is replaced.
    func immutable<Value: Equatable>(_ new: Value, _ old: Value) {
        if new != old {
            invalid("the field is immutable", remedy: "Restore the old value, or delete the object first.")
        }
    }

    /// The items differ.
    func unique(_ items: [String]) {
        var seen: Set<String> = []
        for (index, item) in items.enumerated() where !seen.insert(item).inserted { self[index].duplicate() }
    }
}

extension Optional<String> {
    /// The text, or the one that the server puts where a field is absent or empty.
    func orDefault(_ text: String) -> String {
        if let self, !self.isEmpty { self } else { text }
    }

    /// Whether the field has a text.
    var isSet: Bool { !(self ?? "").isEmpty }
}
