import GoTemplate

enum DictionaryParts {
    /// Keys and values in turn; a last key without value gets an empty text.
    static func make(_ arguments: [Value]) -> MapValue {
        let map = MapValue()
        map.entries.reserveCapacity((arguments.count + 1) / 2)
        for index in stride(from: 0, to: arguments.count, by: 2) {
            let value = index + 1 < arguments.count ? arguments[index + 1] : .string(ByteString())
            map[arguments[index].textForm] = value.contained
        }
        return map
    }

    /// `dig "a" "b" fallback map`: what lies at `a.b` in the map, or the fallback where a key is missing.
    static func dig(_ arguments: [Value]) throws -> Value {
        guard arguments.count >= 3, let last = arguments.last else {
            throw FunctionError("dig needs at least three arguments")
        }
        var map = try plainMap(last)
        let keys = try arguments.dropLast(2).map { argument in
            guard case .string(let key) = argument else { throw FunctionError.assertion(argument, is: .string) }
            return key
        }
        for (position, key) in keys.enumerated() {
            guard let value = map[key] else { break }
            if position == keys.count - 1 { return value }
            map = try plainMap(value)
        }
        return arguments[arguments.count - 2]
    }

    /// A named map type, such as that of `.Values`, is not taken.
    private static func plainMap(_ value: Value) throws -> MapValue {
        guard case .map(let map) = value, map.type == .map else { throw FunctionError.assertion(value, is: .map) }
        return map
    }
}
