import ComposeModel
import Diagnostics
import KubeModel
import OrderedCollections
import SwarmNetes
import Testing
import YAMLTree

/// Objects that cannot be converted, or bring annotations that nobody wrote for us.
@Suite struct BadObjectsTests {
    private static func deployment(
        _ name: String = "web",
        labels: String = "{app: web}",
        annotations: [String: String] = [:]
    ) throws -> [AnyKubernetesObject] {
        let text = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: \(name)}
            spec:
              selector: {matchLabels: \(labels)}
              template:
                metadata: {labels: \(labels)}
                spec: {containers: [{name: main, image: "app:1"}]}
            """
        var objects = try ManifestStream().read(text, file: "kubernetes.yaml").value
        for (key, value) in annotations { objects[0].metadata.annotations[key] = value }
        return objects
    }

    @Test func nothingThatRuns() throws {
        let objects = try ManifestStream().read("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}", file: "a").value
        for input in [objects, []] {
            let error = #expect(throws: InvalidInput.self) { try KubernetesToCompose().convert(input) }
            #expect(error?.report.findings.map(\.code) == [.noWorkload])
        }
    }

    @Test func twoObjectsOfOneName() throws {
        let objects = try Self.deployment() + Self.deployment()
        let error = #expect(throws: InvalidInput.self) { try KubernetesToCompose().convert(objects) }
        #expect(error?.report.findings.contains { $0.code.rawValue == "application.duplicate-name" } == true)
    }

    static let hostileTexts = [
        "not JSON", "", "[]", "1", "null", "{", String(repeating: "[", count: 100_000),
        "{\"image\": {\"a\": 1}}", "{\"deploy\": [1, 2]}", "{\"\": 1}", "{\"\": null}", "{\"-\": null}",
        "{\"ports\": \"x\"}", "{\"image\": null}", "{\"a..b\": 1}", "{\"environment[0]\": 1}",
        "{\"network_mode\": \"service:missing\"}", "{\"depends_on.nobody\": {\"condition\": \"service_started\"}}",
        "{\"x-transload.init-of\": \"nobody\"}", "{\"volumes[99].source\": \"x\"}",
        "{\"\(String(repeating: "a.", count: 100_000))a\": 1}",
    ]

    /// Whatever an annotation says, the workload is converted, and the text comes back.
    @Test(arguments: hostileTexts, ["transload.dev/compose", "transload.dev/compose-project"])
    func hostileAnnotations(_ text: String, _ key: String) throws {
        let objects = try Self.deployment(annotations: [key: text])
        let result = try KubernetesToCompose().convert(objects)
        let isProject = key.hasSuffix("project")
        if isProject || !text.contains("image") {
            #expect(result.value.project.services["web"]?.image == "app:1", "\(text.prefix(50))")
        }
        _ = ComposeWriter().text(result.value.project)
    }

    @Test(arguments: ["not JSON", "[]", "{\"image\": {\"a\": 1}}"])
    func annotationsThatAreNotOursAreReported(_ text: String) throws {
        let objects = try Self.deployment(annotations: ["transload.dev/compose": text])
        let result = try KubernetesToCompose().convert(objects)
        #expect(result.report.findings.contains { $0.path?.hasPrefix("Deployment/web") == true })
        let back = try ComposeToKubernetes().convert(result.value.project).value
        #expect(back.first { $0.as(Deployment.self) != nil }?.metadata.annotations["transload.dev/compose"] == text)
    }

    @Test(arguments: ["", "Web", "a b", "services.web", String(repeating: "n", count: 10_000)])
    func hostileOriginalNames(_ name: String) throws {
        let objects = try Self.deployment(annotations: ["transload.dev/name": name])
        let project = try KubernetesToCompose().convert(objects).value.project
        #expect(project.services.count == 1)
    }

    /// A selector may match several workloads, or none.
    @Test(arguments: [("{app: web}", 2), ("{app: none}", 0), ("{app: web, tier: a}", 1), ("{}", 0)])
    func selectors(_ selector: String, _ count: Int) throws {
        let service = """
            apiVersion: v1
            kind: Service
            metadata: {name: shared}
            spec: {selector: \(selector), ports: [{port: 80}]}
            """
        var objects = try Self.deployment("one", labels: "{app: web, tier: a}")
        objects += try Self.deployment("two", labels: "{app: web, tier: b}")
        objects += try ManifestStream().read(service, file: "service.yaml").value
        let result = try KubernetesToCompose().convert(objects)
        let aliased = result.value.project.services.values.filter { service in
            service.networks.values.contains { $0?.aliases.contains("shared") ?? false }
        }
        #expect(aliased.count == count)
        #expect(result.report.findings.contains { $0.code == .endpointWithoutWorkload } == (count == 0))
        let back = try ComposeToKubernetes().convert(result.value.project).value
        #expect(CorpusRoundTripConformance.difference(objects, back) == nil)
    }

    @Test func noSecretIsInAFindingNorInTheProject() throws {
        let secret = """
            apiVersion: v1
            kind: Secret
            metadata: {name: keys, namespace: other, annotations: {note: kept}}
            type: kubernetes.io/basic-auth
            data: {password: c3dvcmRmaXNoLTQy, wrong: "*not base64*"}
            stringData: {token: swordfish-43}
            """
        let objects = try Self.deployment() + ManifestStream().read(secret, file: "secret.yaml").value
        let result = try KubernetesToCompose().convert(objects)
        let text = ComposeWriter().text(result.value.project).value
        for value in ["swordfish", "c3dvcmRmaXNo", "c3dvcmRmaXNoLTQz"] {
            #expect(!result.report.findings.contains { "\($0)".contains(value) })
            #expect(!text.contains(value), "\(value)")
        }
    }

    /// What should be secret stands in no project, however it was written.
    @Test(arguments: [
        "data: { password: 'not base64!' }", "data: { password: 'bm90+.' }",
        "data: { 'bad key': aHVudGVyMg== }", "stringData: { password: hunter2 }",
        "metadata: { annotations: { kubectl.kubernetes.io/last-applied-configuration: '{\"data\":\"hunter2\"}' } }",
    ]) func secretsDoNotShow(_ fields: String) throws {
        let text =
            fields.hasPrefix("metadata")
            ? fields.replacing("{ annot", with: "{ name: s, annot") : "metadata: { name: s }\n" + fields
        let secrets = try ManifestStream().read(
            "apiVersion: v1\nkind: Secret\n" + text,
            file: "secret.yaml"
        ).value
        let result = try KubernetesToCompose().convert(Self.deployment() + secrets)
        let compose = ComposeWriter().text(result.value.project).value
        for value in ["not base64!", "bm90+.", "hunter2", "aHVudGVyMg=="] {
            #expect(!compose.contains(value), "\(value)")
            #expect(!result.report.findings.contains { "\($0)".contains(value) })
        }
    }
}
