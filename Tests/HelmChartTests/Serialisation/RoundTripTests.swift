import GoTemplate
import Testing

@testable import HelmChart

@Suite struct SerialisationRoundTripTests {
    @Test(arguments: 0..<300 as Range<UInt64>) func yamlGivesTheValueBack(seed: UInt64) throws {
        var generated = GeneratedValues(seed: seed)
        let value = Value.map(generated.map())
        let json = try GoJSON.write(value, .compact)
        for text in [try HelmYAML.strictText(of: value), HelmYAML.prettyText(of: value)] {
            // The functions cut off the last line feed, which may be one of the value's.
            let document = ByteString(text.bytes + [0x0A])
            #expect(try GoJSON.write(.map(HelmYAML.readMap(document)), .compact) == json, "\(text)")
        }
    }

    @Test(arguments: 0..<300 as Range<UInt64>) func jsonGivesTheValueBack(seed: UInt64) throws {
        var generated = GeneratedValues(seed: seed)
        let value = generated.value()
        let json = try GoJSON.write(value, .compact)
        for style in [GoJSON.Style.compact, .raw, .indented] {
            #expect(try GoJSON.write(GoJSON.read(GoJSON.write(value, style)), .compact) == json)
        }
    }

    @Test(arguments: [
        ("a = 1\nb = \"x\"\n", #"{"a":1,"b":"x"}"#),
        ("[a]\nb = [1, 2,\n 3] # c\n[a.c]\nd = 1.5\n", #"{"a":{"b":[1,2,3],"c":{"d":1.5}}}"#),
        ("[[p]]\nn = 1\n[[p]]\nn = 2\n[p.q]\nr = true\n", #"{"p":[{"n":1},{"n":2,"q":{"r":true}}]}"#),
        ("a.b.c = 'x\\y'\na.d = { e = 1, f = { g = [] } }\n", #"{"a":{"b":{"c":"x\\y"},"d":{"e":1,"f":{"g":[]}}}}"#),
        ("s = \"\"\"\nx\\\n   y\"\"\"\nu = \"\\u00e9\\t\"\n", #"{"s":"xy","u":"é\t"}"#),
        ("h = 0xff\no = 0o17\nb = 0b11\nu = 1_000\ne = 1e3\n", #"{"b":3,"e":1000,"h":255,"o":15,"u":1000}"#),
        ("d = 2024-01-02T03:04:05Z\n", #"{"d":"2024-01-02T03:04:05Z"}"#),
    ]) func tomlIsRead(text: String, json: String) throws {
        #expect(try GoJSON.write(.map(TOMLReader.document(ByteString(text))), .compact).text == json)
    }

    @Test(arguments: [
        ("hello", "toml: line 1: unexpected EOF; expected key separator '='"),
        ("a-b_c D", "toml: line 1: expected '.' or '=', but got 'D' instead"),
        ("a = 1\na = 2\n", "toml: line 2 (last key \"a\"): Key 'a' has already been defined."),
        ("[t]\nx = \n", "toml: line 2 (last key \"t.x\"): expected value but found '\\n' instead"),
        (
            "a = [1, 2",
            "toml: line 1 (last key \"a\"): expected a comma (',') or array terminator (']'), but got end of file"
        ),
    ]) func tomlFaultsHaveTheTextsOfTheLibrary(text: String, message: String) {
        #expect(throws: FunctionError(message)) { try TOMLReader.document(ByteString(text)) }
    }

    @Test func tomlIsWrittenAndReadBack() throws {
        let json = #"{"a":{"b":[1.5,2.5],"c":"x\"y","t":[{"k":"v"},{"k":"w"}]},"s p":true}"#
        let value = try GoJSON.read(ByteString(json))
        let text = try TOMLWriter.document(value)
        #expect(try GoJSON.write(.map(TOMLReader.document(text)), .compact).text == json)
    }
}
