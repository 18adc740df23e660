/// A value kept behind a reference, so that the structure that has it stays small and may contain its own type.
///
/// It behaves as the value does: a copy is independent, and a change in place copies only what is shared.
@propertyWrapper
public struct Boxed<Value: Sendable & Equatable>: Sendable, Equatable {
    private var storage: BoxStorage<Value>

    /// Puts a value into a box.
    public init(wrappedValue: Value) {
        self.storage = BoxStorage(wrappedValue)
    }

    /// The value.
    public var wrappedValue: Value {
        get { storage.value }
        _modify {
            if !isKnownUniquelyReferenced(&storage) { storage = BoxStorage(storage.value) }
            yield &storage.value
        }
    }

    /// Whether the values are equal; O(1) for copies of one box.
    public static func == (lhs: Boxed, rhs: Boxed) -> Bool {
        lhs.storage === rhs.storage || lhs.storage.value == rhs.storage.value
    }
}

/// An optional value kept behind a reference; nil takes the room of a pointer.
@propertyWrapper
public struct BoxedOptional<Value: Sendable & Equatable>: Sendable, Equatable {
    private var storage: BoxStorage<Value?>?

    /// Puts a value, unless it is nil, into a box.
    public init(wrappedValue: Value?) {
        self.storage = wrappedValue == nil ? nil : BoxStorage(wrappedValue)
    }

    /// The value.
    public var wrappedValue: Value? {
        get { storage?.value }
        _modify {
            var box = storage ?? BoxStorage(nil)
            storage = nil
            if !isKnownUniquelyReferenced(&box) { box = BoxStorage(box.value) }
            defer { storage = box.value == nil ? nil : box }
            yield &box.value
        }
    }

    /// Whether both are nil or the values are equal; O(1) for copies of one box.
    public static func == (lhs: BoxedOptional, rhs: BoxedOptional) -> Bool {
        lhs.storage === rhs.storage || lhs.storage?.value == rhs.storage?.value
    }
}

/// The storage of a box. The box changes it only while it holds the one reference to it.
private final class BoxStorage<Value: Sendable>: @unchecked Sendable {
    var value: Value

    init(_ value: Value) {
        self.value = value
    }
}
