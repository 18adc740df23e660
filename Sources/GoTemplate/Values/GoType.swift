/// The name and kind of a Go type, as far as templates can see them: in `%T`, in error texts and when a function's
/// arguments are checked.
package struct GoType: Hashable, Sendable {
    /// Go's `reflect.Kind`, with its name in Go.
    package enum Kind: String, Sendable {
        case invalid, bool, int, int32, int64, uint, uint8, uint32, uint64, float64, string, slice, map, `struct`, ptr
        case interface, `func`
    }

    /// What `%T` prints, such as `map[string]interface {}`.
    package var name: String
    package var kind: Kind
    /// The unnamed type that a named map or slice is assignable to, such as `map[string]interface {}` for
    /// `common.Values`; otherwise the name again.
    package var underlying: String

    package init(_ name: String, _ kind: Kind, underlying: String? = nil) {
        self.name = name
        self.kind = kind
        self.underlying = underlying ?? name
    }

    package static let any = GoType("interface {}", .interface)
    package static let bool = GoType("bool", .bool)
    package static let int = GoType("int", .int)
    package static let int32 = GoType("int32", .int32)
    package static let int64 = GoType("int64", .int64)
    package static let uint = GoType("uint", .uint)
    package static let uint8 = GoType("uint8", .uint8)
    package static let uint32 = GoType("uint32", .uint32)
    package static let uint64 = GoType("uint64", .uint64)
    package static let float64 = GoType("float64", .float64)
    package static let string = GoType("string", .string)
    package static let bytes = GoType("[]uint8", .slice)
    package static let list = GoType("[]interface {}", .slice)
    package static let lists = GoType("[][]interface {}", .slice)
    package static let strings = GoType("[]string", .slice)
    package static let ints = GoType("[]int", .slice)
    package static let map = GoType("map[string]interface {}", .map)
    package static let stringMap = GoType("map[string]string", .map)

    /// Whether a parameter of this type can be nil.
    package var canBeNil: Bool { [.interface, .map, .slice, .ptr, .func].contains(kind) }

    /// Whether a value of this type can be passed where `parameter` is asked for.
    package func isAssignable(to parameter: GoType) -> Bool {
        if parameter == .any || name == parameter.name { return true }
        return underlying == parameter.name || name == parameter.underlying
    }
}
