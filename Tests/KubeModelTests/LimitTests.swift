import Diagnostics
import KubeModel
import Testing
import YAMLTree

/// Bounds that the caller sets, numbers that fit nowhere, and nesting, for whoever reads text that others wrote.
@Suite struct LimitTests {
    static let pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n"

    func findings(_ text: String, _ limits: ReadingLimits) -> [FindingCode] {
        ManifestStream(limits: limits).readable(Array(text.utf8), file: "t").report.findings.map(\.code)
    }

    @Test func theCallerSetsTheSize() {
        let text = String(repeating: Self.pod + "---\n", count: 100)
        #expect(findings(text, ReadingLimits(bytes: text.utf8.count)) == [])
        #expect(findings(text, ReadingLimits(bytes: text.utf8.count - 1)) == [.yamlLimit])
        // A text that is too large is refused before anything of it is read.
        #expect(findings(String(repeating: "]", count: 2 << 20), ReadingLimits(bytes: 1 << 20)) == [.yamlLimit])
    }

    @Test(arguments: [10, 50, 200])
    func theCallerSetsTheDepth(_ depth: Int) {
        for (open, close) in [("[", "]"), ("{a: ", "}")] {
            let levels = { (count: Int) in
                Self.pod + "spec: " + String(repeating: open, count: count) + "1"
                    + String(repeating: close, count: count)
            }
            #expect(!findings(levels(depth - 2), ReadingLimits(depth: depth)).contains(.yamlLimit))
            #expect(findings(levels(depth), ReadingLimits(depth: depth)).contains(.yamlLimit))
        }
    }

    @Test func theCallerSetsWhatAliasesStandFor() {
        let text = Self.pod + "x: &x [1, 2, 3, 4]\ny: [*x, *x, *x]\n"
        #expect(findings(text, ReadingLimits(aliasedNodes: 100)) == [])
        #expect(findings(text, ReadingLimits(aliasedNodes: 10)) == [.yamlLimit])
    }

    /// Lists in lists, as deep as a text may nest.
    @Test func listsInLists() {
        let open = "{apiVersion: v1, kind: List, items: ["
        let text =
            String(repeating: open, count: 90) + "{apiVersion: v1, kind: Pod}" + String(repeating: "]}", count: 90)
        let result = ManifestStream().readable(Array(text.utf8), file: "t")
        #expect(result.value.map(\.groupVersionKind.kind) == ["Pod"])
        #expect(!ObjectValidator().validate(text, file: "t").findings.isEmpty)
    }

    @Test(arguments: [
        "99999999999999999999999999999999999999999", "-99999999999999999999", "1e999",
        "0x\(String(repeating: "f", count: 400))",
        String(repeating: "9", count: 10_000), ".inf", "-.nan", "1_000_000_000_000_000_000_000", "4294967296",
    ])
    func hugeNumbers(_ number: String) {
        let text =
            Self.pod
                + """
                spec:
                  terminationGracePeriodSeconds: \(number)
                  containers:
                  - {name: a, image: b, ports: [{containerPort: \(number)}], resources: {limits: {cpu: \(number)}}}
                  overhead: {memory: "\(number)"}

                """
        let result = ManifestStream().readable(Array(text.utf8), file: "t")
        #expect(result.value.count == 1)
        // The object is kept as it is, whether it could be read or not.
        let node = result.value.first?.makeNode()
        #expect(node?[NodePath("spec.terminationGracePeriodSeconds")]?.text == number)
        #expect(ObjectValidator().validate(text, file: "t").worst == .invalid)
    }

    /// One bad document among many costs that document, and its finding has its place.
    @Test func aBadDocumentAmongMany() {
        let good = "---\n" + Self.pod
        for bad in ["a: [\n", "\t- x\n", "a: *b\n", "'\n", "%X\n", "a: {b: c\nd\n"] {
            let text = String(repeating: good, count: 50) + "---\n" + bad + String(repeating: good, count: 50)
            let result = ManifestStream().readable(Array(text.utf8), file: "t")
            #expect(result.value.count(where: { $0.metadata.name == "a" }) == 100, "\(bad)")
            let findings = result.report.findings
            #expect(
                findings.count == 1 && (201...205).contains(findings.first?.location?.line ?? 0),
                "\(bad) \(findings)"
            )
        }
    }
}
