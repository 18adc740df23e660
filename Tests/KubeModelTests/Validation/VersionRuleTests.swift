import Diagnostics
import KubeModel
import Testing

/// Rules that differ between versions of Kubernetes.
@Suite struct VersionRuleTests {
    @Test(arguments: [
        ("env: [{name: 1a}]", "spec.containers[0].env[0].name", 1, 32),
        ("lifecycle: {preStop: {sleep: {seconds: 0}}}", "spec.containers[0].lifecycle.preStop.sleep", 1, 33),
        ("restartPolicy: Always", "spec.containers[0].restartPolicy", 1, 34),
    ])
    func newRules(_ piece: String, _ path: String, _ major: Int, _ minor: Int) {
        let text =
            "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: c, image: i, \(piece)}]}\n"
        let before = ObjectValidator(ObjectValidator.Options(version: KubernetesVersion(major, minor - 1)))
        let since = ObjectValidator(ObjectValidator.Options(version: KubernetesVersion(major, minor)))
        #expect(before.validate(text, file: "a.yaml").findings.map(\.path) == [path])
        #expect(since.validate(text, file: "a.yaml").findings.isEmpty)
    }

    @Test func namespacesDefault() {
        let text = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n"
        let old =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\nimmutable: true\ndata: {a: b}\n"
        let objects = ManifestStream().readable(Array(old.utf8), file: "old.yaml").value
        for (namespace, paths) in [("shop", ["immutable", "data"]), ("default", [])] {
            let validator = ObjectValidator(ObjectValidator.Options(namespace: namespace))
            let findings = validator.validate(Array(text.utf8), file: "a.yaml", replacing: objects).findings
            #expect(findings.compactMap(\.path).sorted() == paths.sorted())
        }
    }
}
