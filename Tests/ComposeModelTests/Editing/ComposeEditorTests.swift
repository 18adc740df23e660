import ComposeModel
import Diagnostics
import OrderedCollections
import Testing
import YAMLTree

/// Changes of a project, written into its file.
@Suite struct ComposeEditorTests {
    static let text = """
        # The shop
        x-env: &env
          LANG: C

        services:
          web:   # the front
            image: "example/web:1.0" # pinned
            environment:
              - A=1   # first
              - B=$$x
            labels: {tier: front}
            ports: ["8080:80"]
            command: run --fast   # shell form
          db:
            image: example/db:${TAG:-1}
            environment: *env
            deploy: # here
              replicas: 2
        volumes:
          data:

        """

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let change: @Sendable (inout ComposeProject) -> Void
        let lines: [(old: String, new: String)]
    }

    static let cases: [Case] = [
        Case(
            testDescription: "an image in its quotes",
            change: { $0.services["web"]?.image = "example/web:2.0" },
            lines: [(#"image: "example/web:1.0" # pinned"#, #"image: "example/web:2.0" # pinned"#)]
        ),
        Case(
            testDescription: "a variable in a list",
            change: { $0.services["web"]?.environment["A"] = "a $ b" },
            lines: [("- A=1   # first", "- A=a $$ b   # first")]
        ),
        Case(
            testDescription: "a new variable in a list",
            change: { $0.services["web"]?.environment["C"] = "3" },
            lines: [("- B=$$x", "- B=$$x\n      - C=3")]
        ),
        Case(
            testDescription: "a label in braces",
            change: { $0.services["web"]?.labels["tier"] = "edge" },
            lines: [("{tier: front}", "{tier: edge}")]
        ),
        Case(
            testDescription: "a port in its long form",
            change: { $0.services["web"]?.ports[0].published = "9090" },
            lines: [
                (#"["8080:80"]"#, #"[{mode: ingress, target: 80, published: "9090", protocol: tcp}]"#)
            ]
        ),
        Case(
            testDescription: "a command as a list",
            change: { $0.services["web"]?.command = ["run", "--slow"] },
            lines: [("command: run --fast   # shell form", "command:   # shell form\n      - run\n      - --slow")]
        ),
        Case(
            testDescription: "replicas",
            change: { $0.services["db"]?.deploy?.replicas = 3 },
            lines: [("replicas: 2", "replicas: 3")]
        ),
        Case(
            testDescription: "a new key",
            change: { $0.services["db"]?.hostname = "db" },
            lines: [("replicas: 2", "replicas: 2\n    hostname: db")]
        ),
        Case(
            testDescription: "a service goes",
            change: { $0.services["web"] = nil },
            lines: [
                (
                    String(text.split(separator: "services:\n")[1].split(separator: "  db:")[0]) + "  db:",
                    "  db:"
                )
            ]
        ),
    ]

    private func fixture() -> (ComposeLoader, InMemoryFileSource) {
        (
            ComposeLoader(options: .init(workingDirectory: "/app")),
            InMemoryFileSource(["/app/compose.yaml": Self.text])
        )
    }

    @Test(arguments: cases) func rewritesOnlyItsPart(_ test: Case) throws {
        let (loader, source) = fixture()
        var project = try loader.load(["compose.yaml"], from: source).value
        test.change(&project)
        let text = try ComposeEditor(loader: loader, source: source).text(of: "compose.yaml", for: project)
        var expected = Self.text
        for line in test.lines { expected = expected.replacingFirst(line.old, with: line.new) }
        #expect(text == expected)
    }

    static let refusals: [(path: NodePath, value: Node, code: FindingCode, line: Int)] = [
        ("services.db.image", "x", .composeEdit, 15),
        ("services.db.environment.LANG", "x", .yamlEditShared, 16),
    ]

    @Test(arguments: refusals.indices) func refusesWhatIsNotItsOwn(_ index: Int) throws {
        let (path, value, code, line) = Self.refusals[index]
        let (loader, source) = fixture()
        let editor = ComposeEditor(loader: loader, source: source)
        let error = #expect(throws: InvalidInput.self) {
            try editor.text(of: "compose.yaml", setting: value, at: path)
        }
        let finding = try #require(error?.report.findings.first { $0.severity == .invalid })
        #expect(finding.code == code)
        #expect(finding.location?.line == line)
    }

    @Test func namesTheFileThatAValueComesFrom() throws {
        let source = InMemoryFileSource([
            "/app/compose.yaml": "services:\n  web:\n    extends: {file: base.yaml, service: web}\n",
            "/app/base.yaml": "services:\n  web:\n    image: a\n    ports: [\"80\"]\n",
        ])
        let loader = ComposeLoader(options: .init(workingDirectory: "/app"))
        let editor = ComposeEditor(loader: loader, source: source)
        let text = try editor.text(of: "compose.yaml", setting: "b", at: "services.web.image")
        #expect(text == "services:\n  web:\n    extends: {file: base.yaml, service: web}\n    image: b\n")
        #expect(throws: InvalidInput.self) {
            try editor.text(of: "compose.yaml", setting: nil, at: "services.web.ports")
        }
    }
}

extension String {
    fileprivate func replacingFirst(_ part: String, with new: String) -> String {
        guard let range = firstRange(of: part) else { return self + "\nmissing: \(part)" }
        return replacingCharacters(in: range, with: new)
    }

    private func replacingCharacters(in range: Range<Index>, with new: String) -> String {
        String(self[..<range.lowerBound]) + new + self[range.upperBound...]
    }
}
