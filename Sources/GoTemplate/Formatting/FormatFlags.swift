/// What stands between `%` and the verb.
struct FormatFlags {
    var width: Int?
    var precision: Int?
    var minus = false
    var plus = false
    var sharp = false
    var space = false
    var zero = false
    /// `%+v`: structs with the names of their fields.
    var plusV = false
    /// `%#v`: Go syntax.
    var sharpV = false

    /// For the verbs `v` and `w` the flags `+` and `#` mean something else.
    mutating func adapt(to verb: Unicode.Scalar) {
        guard verb == "v" || verb == "w" else { return }
        (sharpV, sharp) = (sharp, false)
        (plusV, plus) = (plus, false)
    }
}
