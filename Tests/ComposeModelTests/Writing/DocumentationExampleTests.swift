import ComposeModel
import Diagnostics
import Foundation
import OrderedCollections
import TestSupport
import Testing

/// The example of the module's documentation, which must stay as it is there.
struct DocumentationExampleTests {
    @Test func theExampleDoesWhatItSays() throws {
        // begin
        let source = InMemoryFileSource([
            "/shop/compose.yaml": """
            services:
              web:
                image: example/web:${TAG:-1.0}
                ports: ["8080:80"]
                restart: on-failure:3
            """
        ])
        let loader = ComposeLoader(options: .init(workingDirectory: "/shop"))
        var project = try loader.load(from: source).value

        project.services["web"]?.healthcheck = HealthCheck(
            test: ["CMD", "curl", "-f", "localhost"],
            interval: .seconds(90)
        )

        let stack = ComposeWriter(options: .init(flavour: .stack(.v3_8))).text(project)
        // end
        #expect(stack.value.contains("image: example/web:1.0"))
        #expect(stack.value.contains("max_attempts: 3"))
        #expect(stack.value.contains("interval: 1m30s"))
        #expect(stack.report.findings.map(\.path) == ["services.web.restart", "name"])
    }

    @Test func theDocumentationShowsThisCode() throws {
        let code = try String(contentsOf: URL(filePath: #filePath), encoding: .utf8)
        let page = try String(
            contentsOf: Checkout.root.appending(path: "Sources/ComposeModel/Documentation.docc/ComposeModel.md"),
            encoding: .utf8
        )
        let lines = code.split(separator: "\n", omittingEmptySubsequences: false)
        let begin = try #require(lines.firstIndex { $0.hasSuffix("// begin") })
        let end = try #require(lines.firstIndex { $0.hasSuffix("// end") })
        for line in lines[(begin + 1)..<end] where !line.isEmpty {
            #expect(page.contains(line.dropFirst(8)), "\(line)")
        }
    }
}
