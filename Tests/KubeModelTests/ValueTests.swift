import Diagnostics
import KubeModel
import OrderedCollections
import Testing
import YAMLTree

@Suite struct IntOrStringTests {
    @Test(
        arguments: [
            (8080, 4, true, 8080), ("25%", 4, true, 1), ("25%", 5, true, 2), ("25%", 5, false, 1),
            ("100%", 7, false, 7),
            ("0%", 7, true, 0), ("x", 7, true, nil), ("%", 7, true, nil), ("-5%", 7, true, nil),
            ("9223372036854775807%", 7, true, nil), ("99999999999999999999%", 7, true, nil),
        ] as [(IntOrString, Int, Bool, Int?)]
    )
    func scales(_ value: IntOrString, _ total: Int, _ roundingUp: Bool, _ result: Int?) {
        #expect(value.scaled(to: total, roundingUp: roundingUp) == result)
    }

    @Test(arguments: [("80", IntOrString.int(80)), ("'80'", "80"), ("http", "http"), ("25%", "25%")])
    func reads(_ text: String, _ expected: IntOrString) throws {
        let node = try YAMLReader().document(in: text, file: "test")
        let context = ReadingContext(schema: .kubernetes)
        #expect(IntOrString(reading: node, context) == expected)
        #expect(expected.makeNode() == node)
        #expect(context.findings.isEmpty)
    }

    @Test(arguments: ["1.5", "true", "[]", "{}", "99999999999999999999"])
    func reportsOthers(_ text: String) throws {
        let context = ReadingContext(schema: .kubernetes)
        #expect(IntOrString(reading: try YAMLReader().document(in: text, file: "test"), context) == nil)
        #expect(context.findings.count == 1)
    }
}

@Suite struct Base64Tests {
    @Test(
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"), ("\u{0}ÿ\u{10FFFF}", "AMO/9I+/vw=="),
        ]
    )
    func bothWays(_ text: String, _ encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
        #expect(Base64.decode(encoded) == Array(text.utf8))
    }

    @Test func skipsLineBreaks() { #expect(Base64.decode("Zm\n9v\r\n") == Array("foo".utf8)) }

    @Test(arguments: ["Z", "Zg", "Zg=", "Zg===", "Zm9", "=", "====", "Zg==Zg==", "Z=g=", "Zm 9v", "Zm-v", "Zm9vé"])
    func refuses(_ text: String) { #expect(Base64.decode(text) == nil) }
}

@Suite struct LabelSelectorTests {
    static let labels: OrderedDictionary = ["app": "web", "tier": "front"]

    @Test(
        arguments: [
            ("app", "In", ["web", "api"], true), ("app", "In", ["api"], false), ("x", "In", ["web"], false),
            ("app", "NotIn", ["api"], true), ("app", "NotIn", ["web"], false), ("x", "NotIn", ["web"], true),
            ("app", "Exists", [], true), ("x", "Exists", [], false), ("app", "DoesNotExist", [], false),
            ("x", "DoesNotExist", [], true), ("app", "Gt", ["1"], false),
        ]
    )
    func expressions(_ key: String, _ operation: String, _ values: [String], _ expected: Bool) {
        let selector = LabelSelector(matchExpressions: [
            LabelSelectorRequirement(key: key, operator: operation, values: values)
        ])
        #expect(selector.matches(Self.labels) == expected)
    }

    @Test func labelsAndExpressionsMustAllMatch() {
        #expect(LabelSelector().matches(Self.labels))
        #expect(LabelSelector(matchLabels: ["app": "web"]).matches(Self.labels))
        #expect(!LabelSelector(matchLabels: ["app": "web", "tier": "back"]).matches(Self.labels))
        let pod = Pod(metadata: ObjectMeta(labels: Self.labels))
        let both = LabelSelector(
            matchLabels: ["tier": "front"],
            matchExpressions: [LabelSelectorRequirement(key: "app", operator: "DoesNotExist")]
        )
        #expect(!both.matches(pod))
    }
}

@Suite struct BoxTests {
    @Test func copiesAreIndependent() {
        let first = Deployment(metadata: ObjectMeta(name: "a"), spec: DeploymentSpec(replicas: 1))
        var second = first
        second.metadata.name = "b"
        second.spec.template.spec = PodSpec(containers: [Container(name: "c")])
        second.spec.template.spec?.containers[0].livenessProbe = Probe(periodSeconds: 3)
        var third = second
        third.spec.template.spec?.containers[0].livenessProbe?.periodSeconds = 4
        third.spec.template.spec?.containers[0].livenessProbe?.exec = nil
        #expect(first.metadata.name == "a" && first.spec.template.spec == nil)
        #expect(second.spec.template.spec?.containers[0].livenessProbe?.periodSeconds == 3)
        #expect(third.spec.template.spec?.containers[0].livenessProbe?.periodSeconds == 4)
        #expect(third != second)
        third.spec.template.spec?.containers[0].livenessProbe?.periodSeconds = 3
        #expect(third == second)
        third.spec.template.spec = nil
        #expect(third.spec.template.spec == nil)
    }
}
