/// Counts the fields of which a structure may have one, such as the sources of a volume or the handlers of a probe.
struct ExclusiveFields {
    private let field: Field
    private let noun: String
    private(set) var count = 0

    /// - Parameters:
    ///   - field: The structure.
    ///   - noun: What the fields are, for messages: `volume type`.
    init(_ field: Field, of noun: String) {
        self.field = field
        self.noun = noun
    }

    /// Looks at one of the fields: the first that is set is held against its rule, further ones are forbidden.
    ///
    /// - Parameters:
    ///   - name: The name of the field.
    ///   - alias: The name by which the server blames what is inside, where it differs.
    ///   - value: The value of the field.
    ///   - rule: What holds for it.
    mutating func check<Value>(
        _ name: String,
        blamedAs alias: String? = nil,
        _ value: Value?,
        _ rule: (Value, Field) -> Void = { _, _ in }
    ) {
        guard let value else { return }
        count += 1
        if count > 1 {
            field[name].forbidden("may not specify more than 1 \(noun)", remedy: "Keep one of them.")
        } else {
            rule(value, field[alias ?? name])
        }
    }

    /// Finishes: one of the fields must be set.
    func require() {
        if count == 0 { field.required("must specify a \(noun)") }
    }
}
