/// A value with what the evaluator must know of where it came from.
struct Operand {
    var value: Value
    /// Whether Go sees it as an `interface {}` that holds the value: an element of a map or list of such. Error texts
    /// then name that type.
    var isBoxed = false

    init(_ value: Value, isBoxed: Bool = false) {
        self.value = value
        self.isBoxed = isBoxed
    }

    static var null: Operand { Operand(.null) }

    /// An element of a container.
    init(element: Value, of container: GoType) {
        if container.elementIsInterface {
            self.init(element.contained, isBoxed: true)
        } else {
            self.init(element.contained)
        }
    }

    /// The value itself, out of its interface, as pipelines pass it on.
    var unboxed: Operand { Operand(value.unwrapped) }

    /// The type that error texts name.
    var typeName: String {
        isBoxed ? GoType.any.name : value.type?.name ?? "<nil>"
    }
}
