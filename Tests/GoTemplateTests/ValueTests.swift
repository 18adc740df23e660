import GoTemplate
import Testing

@Suite struct ValueTests {
    @Test func mapsAreShared() {
        let map = MapValue(["a": .int(1)])
        let alias = Value.map(map)
        map["b"] = .text("x")
        guard case .map(let seen) = alias else { return #expect(Bool(false)) }
        #expect(seen.sortedKeys == ["a", "b"])
    }

    @Test func namedMapsAreAssignableToTheirUnderlyingType() {
        let values = GoType("common.Values", .map, underlying: GoType.map.name)
        #expect(values.isAssignable(to: .map))
        #expect(!GoType.stringMap.isAssignable(to: .map))
        #expect(GoType.stringMap.isAssignable(to: .any))
    }
}
