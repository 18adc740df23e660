import GoTemplate

extension Value {
    /// What Go's `reflect.Kind` of the value prints; `invalid` for nil.
    var kindName: String { unwrapped.type?.kind.rawValue ?? "invalid" }

    /// What `%T` prints; `<nil>` for nil.
    var typeName: String { unwrapped.type?.name ?? "<nil>" }

    /// Whether `default` passes over the value: nil, false, zero, or without elements. A structure never is.
    var isEmpty: Bool { !isTrue }
}
