import KubeModel
import Testing

@Suite struct GroupVersionKindTests {
    @Test(arguments: [
        ("v1", "", "v1"), ("apps/v1", "apps", "v1"), ("a/b/c", "a", "b/c"), ("", "", ""), ("/v1", "", "v1"),
    ])
    func apiVersions(_ text: String, _ group: String, _ version: String) {
        let kind = GroupVersionKind(apiVersion: text, kind: "X")
        #expect(kind == GroupVersionKind(group: group, version: version, kind: "X"))
    }
}
