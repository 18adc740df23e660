import GoTemplate
import Testing

@testable import HelmChart

@Suite struct HostileSerialisationTests {
    @Test func deepTextsAreRefused() {
        let depth = 100_000
        let brackets = ByteString(String(repeating: "[", count: depth))
        #expect(throws: FunctionError.self) { try HelmYAML.read(brackets) }
        #expect(throws: FunctionError.self) { try GoJSON.read(brackets) }
        #expect(throws: FunctionError.self) { try TOMLReader.document(ByteString("a = " + brackets.text)) }
    }

    @Test func aliasesCannotStandForFarMoreThanTheTextHolds() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1..<12 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let error = FunctionError("error converting YAML to JSON: yaml: document contains excessive aliasing")
        #expect(throws: error) { try HelmYAML.read(ByteString(text)) }
    }

    @Test func aliasesWithinTheirOwnValuesAreRefused() {
        let error = FunctionError("error converting YAML to JSON: yaml: anchor 'x' value contains itself")
        #expect(throws: error) { try HelmYAML.read("a: &x [*x]\n") }
    }

    @Test func valuesThatContainThemselvesAreRefused() {
        let map = MapValue()
        map["self"] = .map(map)
        defer { map.entries = [:] }
        #expect(throws: FunctionError.self) { try GoJSON.write(.map(map), .compact) }
        #expect(HelmYAML.write(.map(map)) == ByteString())
    }

    @Test(arguments: ["1e999999999", "-1e400", String(repeating: "9", count: 100_000)])
    func numbersOfAnySizeAreRead(text: String) throws {
        _ = try HelmYAML.read(ByteString("a: \(text)"))
        _ = try? GoJSON.read(ByteString(text))
        #expect(throws: Never.self) { try HelmYAML.strictText(of: .map(HelmYAML.readMap(ByteString("a: \(text)")))) }
    }

    @Test func bytesThatAreNoTextAreRefused() {
        #expect(throws: FunctionError.self) { try HelmYAML.read(ByteString([0x61, 0x3A, 0x20, 0xFF])) }
        #expect(HelmYAML.trimmedText(of: .string(ByteString([0x61, 0xFF]))) == "a\u{FFFD}")
    }
}
