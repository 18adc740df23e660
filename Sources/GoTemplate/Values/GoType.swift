/// The name and kind of a Go type, as far as templates can see them: in `%T`, in error texts and when a function's
/// arguments are checked.
///
/// One reference wide, so that values that carry their type stay small.
package struct GoType: Sendable {
    /// Go's `reflect.Kind`, with its name in Go.
    package enum Kind: String, Sendable {
        case invalid, bool, int, int32, int64, uint, uint8, uint32, uint64, float64, complex128, string, slice, map
        case `struct`, ptr, interface, `func`
    }

    private final class Identity: Sendable {
        let name: String
        let kind: Kind
        let underlying: String
        let elementIsInterface: Bool

        init(_ name: String, _ kind: Kind, _ underlying: String) {
            self.name = name
            self.kind = kind
            self.underlying = underlying
            elementIsInterface = underlying.hasSuffix("]interface {}")
        }
    }

    private let identity: Identity

    package init(_ name: String, _ kind: Kind, underlying: String? = nil) {
        identity = Identity(name, kind, underlying ?? name)
    }

    /// What `%T` prints, such as `map[string]interface {}`.
    package var name: String { identity.name }
    package var kind: Kind { identity.kind }
    /// The unnamed type that a named map or slice is assignable to, such as `map[string]interface {}` for
    /// `common.Values`; otherwise the name again.
    package var underlying: String { identity.underlying }
    /// Whether this is a slice or map whose elements are of type `interface {}`.
    package var elementIsInterface: Bool { identity.elementIsInterface }

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
    package static let complex128 = GoType("complex128", .complex128)
    package static let string = GoType("string", .string)
    package static let bytes = GoType("[]uint8", .slice)
    package static let list = GoType("[]interface {}", .slice)
    package static let lists = GoType("[][]interface {}", .slice)
    package static let strings = GoType("[]string", .slice)
    package static let ints = GoType("[]int", .slice)
    package static let map = GoType("map[string]interface {}", .map)
    package static let stringMap = GoType("map[string]string", .map)
    /// A parameter that takes any value as it is, with what tells a nil in a container from no value at all. Most
    /// built-in functions have such parameters.
    package static let reflectValue = GoType("reflect.Value", .struct)

    /// Whether a parameter of this type can be nil.
    package var canBeNil: Bool {
        switch kind {
        case .interface, .map, .slice, .ptr, .func: true
        default: self == .reflectValue
        }
    }

    /// Whether a value of this type can be passed where `parameter` is asked for.
    package func isAssignable(to parameter: GoType) -> Bool {
        if identity === parameter.identity || parameter.kind == .interface { return true }
        let (name, wanted) = (name, parameter.name)
        return name == wanted || underlying == wanted || name == parameter.underlying
    }

    /// The type of the elements of a slice or map.
    package var element: GoType? {
        if elementIsInterface { return .any }
        let name = underlying
        if name.hasPrefix("[]") { return .named(String(name.dropFirst(2))) }
        guard name.hasPrefix("map["), let end = name.firstIndex(of: "]") else { return nil }
        return .named(String(name[name.index(after: end)...]))
    }

    private static func named(_ name: String) -> GoType {
        if let basic = basics[name] { return basic }
        if name.hasPrefix("[]") { return GoType(name, .slice) }
        if name.hasPrefix("map[") { return GoType(name, .map) }
        return GoType(name, name.hasPrefix("*") ? .ptr : .struct)
    }

    private static let basics: [String: GoType] = {
        let types: [GoType] = [
            any, bool, int, int32, int64, uint, uint8, uint32, uint64, float64, complex128, string,
        ]
        return Dictionary(types.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }()
}

extension GoType: Hashable {
    package static func == (a: GoType, b: GoType) -> Bool {
        a.identity === b.identity
            || (a.kind == b.kind && a.name == b.name && a.underlying == b.underlying)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(name)
    }
}
