import Diagnostics
import KubeModel
import OrderedCollections
import Testing
import YAMLTree

/// Null items of lists and null values of maps read as empty values, as a server decodes them, and come out as null again.
@Suite struct NullItemTests {
    private static let text = """
        apiVersion: v1
        kind: Pod
        metadata: {name: a, labels: {b: null}}
        spec:
          nodeSelector: null
          tolerations: [null]
          containers:
          - null
          - name: c
            args: [null, x]
            ports: [null]
            resources: {limits: {cpu: null}}
            env: null
        """

    private func read() throws -> (tree: Node, pod: Pod) {
        let tree = try #require(try YAMLReader().documents(in: Array(Self.text.utf8), file: "a.yaml").first)
        let context = ReadingContext(schema: .kubernetes)
        let object = try #require(AnyKubernetesObject(reading: tree, context))
        #expect(context.findings.isEmpty)
        return (tree, try #require(object.as(Pod.self)))
    }

    @Test func readAsEmptyValues() throws {
        let spec = try #require(try read().pod.spec)
        #expect(try read().pod.metadata.labels == ["b": ""])
        #expect(spec.containers.count == 2)
        #expect(spec.containers[0] == Container())
        #expect(spec.containers[1].args == ["", "x"])
        #expect(spec.containers[1].ports == [ContainerPort()])
        #expect(spec.containers[1].resources?.limits == ["cpu": .zero])
        #expect(spec.tolerations == [Toleration()])
        #expect(spec.nodeSelector.isEmpty)
    }

    @Test func comeOutAsTheyWere() throws {
        let (tree, pod) = try read()
        #expect(pod.makeNode() == tree)
    }

    @Test func changesOfThemAreWritten() throws {
        var (tree, pod) = try read()
        pod.spec?.containers[0].name = "first"
        tree["spec.containers[0]" as NodePath] = ["name": "first"]
        #expect(pod.makeNode() == tree)
    }

    @Test(arguments: ["2147483648", "-2147483649", "1.5", "'1'"])
    func numbersHaveTheSizeOfTheAPI(_ number: String) throws {
        let text = "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {replicas: \(number)}\n"
        let report = ManifestStream().readable(Array(text.utf8), file: "a.yaml").report
        #expect(report.findings.map(\.path) == ["spec.replicas"])
    }
}
