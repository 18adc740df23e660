import Diagnostics
import KubeModel
import Testing

/// The rules that hold for every object, and how findings name places.
@Suite struct MetadataRuleTests {
    /// The paths and lines of the findings about a text.
    static func findings(_ text: String) -> [String] {
        ObjectValidator().validate(text, file: "a.yaml").findings.map {
            "\($0.location?.line ?? 0):\($0.location?.column ?? 0) \($0.path ?? "") \($0.code)"
        }
    }

    @Test(arguments: [
        ("name: ''", "metadata.name kubernetes.required"),
        ("name: -a", "metadata.name kubernetes.invalid"),
        ("generateName: a_", "metadata.generateName kubernetes.invalid"),
        ("name: a\n  labels: {a/b/c: x}", "metadata.labels kubernetes.invalid"),
        ("name: a\n  labels: {a: -x}", "metadata.labels kubernetes.invalid"),
        ("name: a\n  annotations: {/a: x}", "metadata.annotations kubernetes.invalid"),
        ("name: a\n  finalizers: [own]", "metadata.finalizers[0] kubernetes.invalid"),
        ("name: a\n  labels: {a: 1}", "metadata.labels.a tree.wrong-type"),
        ("name: a\n  labels: {a.b/c: true}", "metadata.labels[a.b/c] tree.wrong-type"),
        ("name: a\n  colour: red", "metadata.colour kubernetes.unknown-field"),
    ])
    func faults(_ metadata: String, _ expected: String) {
        let found = Self.findings("apiVersion: v1\nkind: Namespace\nmetadata:\n  \(metadata)\n")
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix(" " + expected) == true, "\(found)")
    }

    @Test(arguments: ["name: a", "generateName: a-", "name: a\n  labels: {a.b/C_d: '', x: null}"])
    func soundMetadata(_ metadata: String) {
        #expect(Self.findings("apiVersion: v1\nkind: Namespace\nmetadata:\n  \(metadata)\n") == [])
    }

    @Test func placesAreThoseOfTheDocument() {
        let text = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: sound}
            ---
            apiVersion: v1
            kind: Namespace
            metadata:
              name: UPPER
            """
        #expect(Self.findings(text) == ["8:9 metadata.name kubernetes.invalid"])
    }

    @Test func customResourcesHaveMetadataToo() {
        let text = "apiVersion: a.example/v1\nkind: Thing\nmetadata: {name: A}\nspec: {free: true}\n"
        #expect(Self.findings(text) == ["3:18 metadata.name kubernetes.invalid"])
    }

    @Test func namesOfReplacedObjectsStay() {
        let (old, new) = (Namespace(metadata: ObjectMeta(name: "a")), Namespace(metadata: ObjectMeta(name: "b")))
        let report = ObjectValidator().validate(AnyKubernetesObject(new), replacing: AnyKubernetesObject(old))
        #expect(report.findings.map(\.path) == ["metadata.name"])
    }
}
