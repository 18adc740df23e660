import Diagnostics
import OrchestrationIR
import Testing

@Suite struct OriginTests {
    @Test func placesAreFoundAgain() {
        var table = OriginTable()
        let location = SourceLocation(file: "a.yaml", line: 1, column: 2)
        let first = table.add(location, path: "a")
        let second = table.add(nil, path: "b[0]")
        #expect(table[first] == OriginTable.Place(location: location, path: "a"))
        #expect(table[second] == OriginTable.Place(location: nil, path: "b[0]"))
    }

    @Test func whatAProgramMadeHasNoPlace() {
        var table = OriginTable()
        #expect(table[.none] == nil)
        let origin = table.add(nil, path: "a")
        #expect(OriginTable()[origin] == nil)
        #expect(Finding(.duplicateName, .invalid, "text", origin: .none, in: table).path == nil)
    }

    /// Where a value came from is no part of what it is.
    @Test func originsDoNotCountInComparisons() {
        var table = OriginTable()
        let origin = table.add(nil, path: "a")
        #expect(origin == .none)
        #expect(table == OriginTable())
        #expect(Workload(name: "a", origin: origin) == Workload(name: "a"))
        #expect(Workload(name: "a") != Workload(name: "b"))
    }
}
