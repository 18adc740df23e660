import Diagnostics
import Testing
import YAMLTree

@Suite struct ReaderTests {
    @Test func basics() throws {
        let node = try YAMLReader().document(in: "a: 1\nb: [x, {c: d}]\n", file: "t.yaml")
        #expect(node["a"]?.text == "1")
        #expect(node[NodePath("b[1].c")]?.location?.description == "t.yaml:2:12")
    }
}
