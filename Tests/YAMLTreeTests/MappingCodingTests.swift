import Diagnostics
import OrderedCollections
import Testing
import YAMLTree

/// A type as the models have them.
private struct Probe: MappingCodable, Equatable {
    var path: String?
    var port: Int?
    var isOn: Bool?
    var ratio: Double?
    var hosts: [String]
    var labels: OrderedDictionary<String, String>
    var nested: [Probe]
    var fields: RetainedFields = .none

    init(path: String? = nil, port: Int? = nil) {
        self.path = path
        self.port = port
        self.hosts = []
        self.labels = [:]
        self.nested = []
    }

    init(from reader: inout MappingReader) {
        path = reader.value("path")
        port = reader.value("port")
        isOn = reader.value("isOn")
        ratio = reader.value("ratio")
        hosts = reader.list("hosts")
        labels = reader.map("labels")
        nested = reader.list("nested")
        fields = reader.retained()
    }

    func write(to writer: inout MappingWriter) {
        writer.write("path", path)
        writer.write("port", port)
        writer.write("isOn", isOn)
        writer.write("ratio", ratio)
        writer.write("hosts", hosts)
        writer.write("labels", labels)
        writer.write("nested", nested)
    }
}

@Suite struct MappingCodingTests {
    private func read(_ text: String, _ schema: ScalarSchema = .core) throws -> (Probe?, ReadingContext) {
        let node = try YAMLReader().document(in: text, file: "t.yaml")
        let context = ReadingContext(schema: schema)
        return (Probe(reading: node, context), context)
    }

    @Test func unchangedValuesComeOutAsTheyWere() throws {
        let text = """
            unknown:
              - {a: 1}
            port: 0x50
            labels:
              a: x
              empty: null
            isOn: TRUE
            hosts: []
            path: '/x'
            ratio: 1.50
            nested:
              - more: true
                path: ~
                port: 010
            x-last: 1

            """
        let (probe, context) = try read(text)
        #expect(context.findings.isEmpty)
        let value = try #require(probe)
        #expect(value.port == 80)
        #expect(value.nested.first?.port == 10)
        #expect(value.fields.unknown.map(\.name) == ["unknown", "x-last"])
        #expect(value.fields.location(of: "ratio")?.line == 10)
        let original = try YAMLReader().document(in: text, file: "t.yaml")
        #expect(value.makeNode() == original)
    }

    @Test func changesKeepTheirPlace() throws {
        var value = try #require(try read("b: 1\npath: /x\nport: 1\nhosts: [a]\n").0)
        value.path = "/y"
        value.port = nil
        value.hosts.append("b")
        value.isOn = true
        let expected: Node = ["b": 1, "path": "/y", "hosts": ["a", "b"], "isOn": true]
        #expect(value.makeNode() == expected)
    }

    /// `010` is 8 to Kubernetes tooling and 10 to Compose: a change from one to the other is one.
    @Test(arguments: [(ScalarSchema.core, 10, 8), (.kubernetes, 8, 10)])
    func numbersAreComparedByTheSchemaOfTheText(schema: ScalarSchema, read: Int, other: Int) throws {
        var value = try #require(try self.read("port: 010\n", schema).0)
        #expect(value.port == read)
        #expect(value.makeNode()["port"]?.text == "010")
        value.port = other
        #expect(value.makeNode()["port"]?.text == "\(other)")
    }

    @Test func valuesMadeByAProgram() {
        var value = Probe(path: "/x", port: 80)
        value.labels = ["a": "1"]
        value.nested = [Probe()]
        #expect(value.makeNode() == ["path": "/x", "port": 80, "labels": ["a": "1"], "nested": [[:]]])
    }

    @Test func allProblemsAreFoundAtOnce() throws {
        let (probe, context) = try read(
            """
            path: 1
            port: x
            isOn: "true"
            ratio: {}
            hosts: [a, 2, [b]]
            labels:
              a: 1
              ? [b]
              : c
            nested: text
            """
        )
        #expect(probe?.hosts == ["a"])
        let findings = context.findings.map {
            "\($0.location.map(\.description) ?? ""): \($0.message) (\($0.path ?? ""))"
        }
        #expect(
            findings == [
                "t.yaml:1:7: expected a string, found an integer (path)",
                "t.yaml:2:7: expected an integer, found a string (port)",
                "t.yaml:3:7: expected a Boolean, found a string (isOn)",
                "t.yaml:4:8: expected a number, found a mapping (ratio)",
                "t.yaml:5:12: expected a string, found an integer (hosts[1])",
                "t.yaml:5:15: expected a string, found a list (hosts[2])",
                "t.yaml:7:6: expected a string, found an integer (labels.a)",
                "t.yaml:8:5: expected a string as key, found a list (labels)",
                "t.yaml:10:9: expected a list, found a string (nested)",
            ]
        )
        #expect(context.findings.allSatisfy { $0.severity == .invalid && $0.code == .wrongType })
        #expect(context.findings[0].remedy == "Put the value in quotes.")
    }

    @Test func problemsOfAHostileDocumentAreBounded() throws {
        let text = "hosts: [" + Array(repeating: "1", count: 50_000).joined(separator: ", ") + "]\n"
        let (_, context) = try read(text)
        #expect(context.findings.count == 1001)
        #expect(context.findings.last?.code == .tooManyProblems)
    }

    @Test func unreadFieldsOfLargeMappings() throws {
        let node = try YAMLReader().document(in: (0..<200).map { "f\($0): \($0)\n" }.joined(), file: "t.yaml")
        var reader = MappingReader(try #require(node.mapping), location: nil, context: ReadingContext(schema: .core))
        for number in [0, 63, 64, 65, 199] { #expect(reader.value("f\(number)", as: Int.self) == number) }
        #expect(reader.unread.count == 195)
        #expect(reader.retained().unknown.map(\.name).contains("f1"))
        #expect(!reader.retained().unknown.map(\.name).contains("f64"))
    }

    @Test(arguments: [
        (1.5, "1.5"), (2, "2"), (-0.25, "-0.25"), (1e300, "1e+300"), (.infinity, ".inf"), (-.infinity, "-.inf"),
        (.nan, ".nan"),
        (0.1, "0.1"), (1e-300, "1e-300"), (1e15, "1000000000000000"),
    ])
    func doubles(value: Double, text: String) {
        let node = value.makeNode()
        #expect(node.text == text)
        let read = Double(reading: node, ReadingContext(schema: .core))
        #expect(read == value || (value.isNaN && read?.isNaN == true))
    }
}
