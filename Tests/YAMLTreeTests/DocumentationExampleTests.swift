import Diagnostics
import Testing
import YAMLTree

/// The example of the documentation compiles and does what it says.
@Suite struct DocumentationExampleTests {
    func publishedPorts(of text: String, in file: SourceFile) throws -> [String] {
        var document = try YAMLReader().document(in: text, file: file)
        document[NodePath([.key("services"), .key("web"), .key("restart")])] = "no"
        #expect(YAMLWriter().text(document).contains("restart: \"no\"\n"))
        return document["services"]?["web"]?["ports"]?.sequence?.compactMap(\.text) ?? []
    }

    @Test func example() throws {
        #expect(
            try publishedPorts(of: "services: {web: {ports: ['80:80', 443]}}", in: "compose.yaml") == ["80:80", "443"]
        )
    }
}
