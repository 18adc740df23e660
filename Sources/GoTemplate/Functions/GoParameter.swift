/// A Swift type that stands for a Go type in the parameters of a function, so that the signature which templates are
/// checked against and the body cannot disagree.
///
/// The initialiser is called with values that have been checked; of others it makes the zero of its type.
package protocol GoParameter: SendableMetatype {
    static var goType: GoType { get }
    init(argument: Value)
}

extension Value: GoParameter {
    package static var goType: GoType { .any }
    package init(argument: Value) { self = argument }
}

extension ByteString: GoParameter {
    package static var goType: GoType { .string }

    package init(argument: Value) {
        guard case .string(let text) = argument else {
            self.init()
            return
        }
        self = text
    }
}

extension Int: GoParameter {
    package static var goType: GoType { .int }

    package init(argument: Value) {
        guard case .integer(let value, _) = argument else {
            self.init()
            return
        }
        self.init(truncatingIfNeeded: value)
    }
}

extension UInt32: GoParameter {
    package static var goType: GoType { .uint32 }

    package init(argument: Value) {
        guard case .unsigned(let value, _) = argument else {
            self.init()
            return
        }
        self.init(truncatingIfNeeded: value)
    }
}

extension Double: GoParameter {
    package static var goType: GoType { .float64 }

    package init(argument: Value) {
        guard case .float(let value) = argument else {
            self.init()
            return
        }
        self = value
    }
}

extension Bool: GoParameter {
    package static var goType: GoType { .bool }

    package init(argument: Value) {
        guard case .bool(let value) = argument else {
            self.init()
            return
        }
        self = value
    }
}

/// `[]interface {}`, where a nil is an empty list.
extension ListValue: GoParameter {
    package static var goType: GoType { .list }

    package init(argument: Value) {
        guard case .list(let list) = argument else {
            self.init([])
            return
        }
        self = list
    }
}

/// `map[string]interface {}`, where nil is Go's nil map.
extension Optional: GoParameter where Wrapped == MapValue {
    package static var goType: GoType { .map }

    package init(argument: Value) {
        guard case .map(let map) = argument, !map.isAbsent else {
            self = nil
            return
        }
        self = map.type == .map ? map : MapValue(converting: map, type: .map)
    }
}
