import Diagnostics
import KubeModel
import OrderedCollections
import TestSupport
import Testing
import YAMLTree

@Suite struct ManifestStreamTests {
    static let deployment = """
        # The front end.
        kind: Deployment
        apiVersion: apps/v1
        metadata:
          labels: {app: "web", tier: front}
          name: web
          creationTimestamp: null
        spec:
          replicas: 2
          paused: no
          frobnicate: {deep: [1, null]}
          selector:
            matchLabels: {app: web}
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                image: example/web:1
                env: []
                resources: {limits: {cpu: 1.50, memory: "64Mi"}}
                ports:
                - containerPort: 80
              volumes: null
        status: {}

        """

    func read(_ text: String) throws -> [AnyKubernetesObject] {
        try ManifestStream().read(text, file: "test.yaml").value
    }

    func problems(_ text: String) -> [String] {
        ManifestStream().readable(Array(text.utf8), file: "t").report.findings.map {
            "\($0.location.map { "\($0.line):\($0.column)" } ?? "-") \($0.path ?? "-") \($0.code)"
        }
    }

    @Test func typedValues() throws {
        let object = try #require(try read(Self.deployment).first)
        #expect(object.groupVersionKind == Deployment.groupVersionKind)
        let deployment = try #require(object.as(Deployment.self))
        #expect(object.as(Service.self) == nil)
        #expect(deployment.spec.replicas == 2)
        #expect(deployment.spec.paused == false)
        #expect(deployment.metadata.labels == ["app": "web", "tier": "front"])
        let container = try #require(deployment.spec.template.spec?.containers.first)
        #expect(container.ports == [ContainerPort(containerPort: 80)])
        #expect(container.resources?.limits["cpu"] == "1500m")
        #expect(deployment.spec.fields.unknown.map(\.name) == ["frobnicate"])
        #expect(object.location?.description == "test.yaml:2:1")
    }

    @Test func oneChangeChangesOneThing() throws {
        let tree = try YAMLReader().document(in: Self.deployment, file: "test.yaml")
        let object = try #require(AnyKubernetesObject(reading: tree, ReadingContext(schema: .kubernetes)))
        #expect(object.makeNode() == tree)
        var deployment = try #require(object.as(Deployment.self))
        deployment.spec.template.spec?.containers[0].image = "example/web:2"
        deployment.metadata.annotations["note"] = "yes"
        var expected = tree
        expected[NodePath("spec.template.spec.containers[0].image")] = "example/web:2"
        expected[NodePath("metadata.annotations.note")] = "yes"
        #expect(deployment.makeNode() == expected)
        #expect(deployment.makeNode()[NodePath("metadata.labels.app")]?.scalar?.style == .doubleQuoted)
        let text = ManifestStream().write([AnyKubernetesObject(deployment)])
        #expect(try YAMLReader().document(in: text, file: "out") == expected)
    }

    @Test func madeByAProgram() throws {
        let service = Service(
            metadata: ObjectMeta(name: "web"),
            spec: ServiceSpec(selector: ["app": "web"], ports: [ServicePort(port: 80, targetPort: "http")])
        )
        let text = """
            apiVersion: v1
            kind: Service
            metadata:
              name: web
            spec:
              selector:
                app: web
              ports:
              - port: 80
                targetPort: http

            """
        #expect(ManifestStream().write([AnyKubernetesObject(service)]) == text)
        #expect(try read(text).first?.as(Service.self) == service)
    }

    @Test func listsAreFlattened() throws {
        let objects = try read(
            """
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Secret, metadata: {name: a}}
            - apiVersion: v1
              kind: ConfigMapList
              metadata: {resourceVersion: "1"}
              items:
              - metadata: {name: b}
              - metadata: {name: c}
            ---
            ---
            {"apiVersion": "example.com/v1", "kind": "Widget", "metadata": {"name": "d"}, "spec": {"size": 3}}
            """
        )
        #expect(objects.map(\.metadata.name) == ["a", "b", "c", "d"])
        #expect(objects[1].as(ConfigMap.self) != nil)
        #expect(objects[3].groupVersionKind.description == "example.com/v1 Widget")
    }

    @Test func jsonIsReadAsSuch() throws {
        let text = #"{"apiVersion": "v1", "kind": "ConfigMap", "data": {"face": "\ud83d\ude00", "n": "1"}}"#
        #expect(try read(text).first?.as(ConfigMap.self)?.data == ["face": "\u{1F600}", "n": "1"])
        #expect(try read("{apiVersion: v1, kind: ConfigMap}\n---\n{apiVersion: v1, kind: Secret}").count == 2)
    }

    @Test func customResourcesBehaveAlike() throws {
        var widget = try #require(
            try read("apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: 3}\n").first
        )
        let before = widget.makeNode()
        #expect(widget.metadata.name == "a")
        widget.metadata.labels["x"] = "y"
        var expected = before
        expected[NodePath("metadata.labels.x")] = "y"
        #expect(widget.makeNode() == expected)
        guard case .untyped(var object) = widget.content else {
            Issue.record("a widget is not built in")
            return
        }
        object.tree[NodePath("spec.size")] = 4
        expected[NodePath("spec.size")] = 4
        #expect(AnyKubernetesObject(object).makeNode() == expected)
        #expect(AnyKubernetesObject(object) != widget)
    }

    @Test(
        arguments: [
            ("just text\n", ["1:1 - kubernetes.not-an-object"]),
            ("- a\n- b\n", ["1:1 - kubernetes.not-an-object"]),
            ("a: 1\n", ["1:1 - kubernetes.missing-kind"]),
            ("kind: Pod\n", ["1:1 - kubernetes.missing-api-version"]),
            ("kind: 1\napiVersion: v1\n", ["1:7 kind tree.wrong-type"]),
            ("apiVersion: v1\nkind: List\nitems: [1]\n", ["3:9 items[0] kubernetes.not-an-object"]),
            (
                "apiVersion: v1\nkind: Service\nspec: {ports: [{port: x}, {port: 1, name: 2}], type: []}\n",
                [
                    "3:23 spec.ports[0].port tree.wrong-type", "3:43 spec.ports[1].name tree.wrong-type",
                    "3:54 spec.type tree.wrong-type",
                ]
            ),
            (
                "kind: Pod\napiVersion: v1\n---\na: [1\n---\nb: 2\n",
                ["5:1 - yaml.syntax", "6:1 - kubernetes.missing-kind"]
            ),
            ("a: b: c\n", ["1:5 - yaml.syntax"]),
        ] as [(String, [String])]
    )
    func findingsHavePlaces(_ text: String, _ expected: [String]) {
        #expect(problems(text).map { $0.replacing("  ", with: " - ") }.sorted() == expected.sorted())
    }

    @Test func unknownFieldsAreRefusedOnDemand() {
        let stream = ManifestStream(refusesUnknownFields: true)
        let result = stream.readable(Array(Self.deployment.utf8), file: "t")
        #expect(result.report.findings.map(\.code) == [.kubernetesUnknownField])
        #expect(result.report.findings.first?.path == "spec.frobnicate")
        #expect(result.report.findings.first?.location?.description == "t:11:3")
        #expect(result.value.first?.makeNode()[NodePath("spec.replicas")]?.text == "2")
    }

    @Test func aBadDocumentDoesNotHideTheOthers() {
        let text =
            "kind: Pod\napiVersion: v1\nmetadata: {name: a}\n---\nx: [\n---\nkind: Pod\napiVersion: v1\nspec: 3\n"
        let result = ManifestStream().readable(Array(text.utf8), file: "t")
        #expect(result.value.count == 2)
        #expect(result.value.first?.as(Pod.self)?.metadata.name == "a")
        #expect(result.value.last?.as(Pod.self) == nil)
        #expect(result.value.last?.makeNode()["spec"]?.text == "3")
        #expect(result.report.findings.compactMap(\.location?.line) == [6, 9])
        #expect(throws: InvalidInput.self) { try read(text) }
    }

    @Test func hostileInput() {
        let stream = ManifestStream(limits: ReadingLimits(bytes: 1 << 20, depth: 50))
        let deep = "apiVersion: v1\nkind: Pod\nspec: " + String(repeating: "[", count: 10_000)
        let long = String(repeating: "x", count: 2 << 20)
        let bomb =
            "a: &a [x,x,x,x,x,x,x,x,x,x]\n"
            + (0..<8).map {
                "b\($0): &b\($0) [\(Array(repeating: $0 == 0 ? "*a" : "*b\($0 - 1)", count: 10).joined(separator: ","))]\n"
            }.joined()
        let manyBad = String(repeating: "---\na: [\n", count: 20_000)
        for text in [deep, long, bomb, "\0", "\u{FEFF}", "%TAG ! x\n---\n!y z", "--- |\n  ---\n---x\n"] {
            #expect(!stream.readable(Array(text.utf8), file: "t").report.isEmpty || text == "\u{FEFF}")
        }
        #expect(stream.readable(Array(manyBad.utf8), file: "t").report.findings.count == 20_000)
        #expect(stream.readable([0xFF, 0xFE, 0xFD], file: "t").value.isEmpty)
    }
}
