import Diagnostics
import KubeModel
import Testing

@Suite struct CustomResourceRuleTests {
    @Test func rules() { Self.definition.check() }

    static let definition = RuleFixture(
        "CustomResourceDefinition",
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: widgets.example.com}
        spec:
          group: example.com
          scope: Namespaced
          names: {kind: Widget, plural: widgets, shortNames: [wg]}
          conversion: {strategy: Webhook, webhook: {conversionReviewVersions: [v1], clientConfig: {url: "https://a"}}}
          versions:
          - name: v1
            served: true
            storage: true
            subresources: {status: {}, scale: {specReplicasPath: .spec.size, statusReplicasPath: .status.size}}
            additionalPrinterColumns: [{name: Size, type: integer, jsonPath: .spec.size}]
            selectableFields: [{jsonPath: .spec.colour}]
            schema:
              openAPIV3Schema:
                type: object
                properties:
                  spec:
                    type: object
                    properties:
                      size: {type: integer, minimum: 1, default: 1}
                      colour: {type: string, enum: [red, green], default: red}
                      limit: {x-kubernetes-int-or-string: true, anyOf: [{type: integer}, {type: string}]}
                      parts:
                        type: array
                        x-kubernetes-list-type: map
                        x-kubernetes-list-map-keys: [name]
                        items: {type: object, required: [name], properties: {name: {type: string, maxLength: 9}}}
                    x-kubernetes-validations: [{rule: self.size > 0, message: too small}]
                    oneOf: [{required: [size]}, {properties: {colour: {minLength: 1}}}]
                  status: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """,
        [
            ("name: widgets.", "name: gadgets.", ["metadata.name invalid"]),
            ("group: example.com", "group: example", ["metadata.name invalid", "spec.group invalid"]),
            ("Namespaced", "Everywhere", ["spec.scope not-supported"]),
            ("[wg]", "[WG]", ["spec.names.shortNames[0] invalid"]),
            ("kind: Widget,", "kind: Widget, listKind: Widget,", ["spec.names.listKind invalid"]),
            (
                "strategy: Webhook", "strategy: Hook",
                [
                    "spec.conversion.strategy not-supported", "spec.conversion.webhookClientConfig forbidden",
                    "spec.conversion.conversionReviewVersions forbidden",
                ]
            ),
            ("\"https://a\"", "\"ftp://a\"", ["spec.conversion.webhookClientConfig.url invalid"]),
            ("storage: true", "storage: false", ["spec.versions invalid", "status.storedVersions invalid"]),
            ("name: v1\n", "name: 1v\n", ["spec.versions[0].name invalid"]),
            (".spec.size, status", ".size, status", ["spec.subresources.scale.specReplicasPath invalid"]),
            ("jsonPath: .spec.size", "jsonPath: spec.size", ["spec.additionalPrinterColumns[0].JSONPath invalid"]),
            ("type: integer, jsonPath", "type: int, jsonPath", ["spec.additionalPrinterColumns[0].type invalid"]),
            ("jsonPath: .spec.colour", "jsonPath: .spec.shape", ["spec.selectableFields[0].jsonPath invalid"]),
            ("jsonPath: .spec.colour", "jsonPath: .spec.parts", ["spec.selectableFields[0].jsonPath invalid"]),
            (
                "{type: integer, min", "{type: int, min",
                [schema + "properties[spec].properties[size].type not-supported"]
            ),
            ("{type: integer, min", "{min", [schema + "properties[spec].properties[size].type required"]),
            ("default: 1}", "default: 0}", [schema + "properties[spec].properties[size].default invalid"]),
            ("default: 1}", "default: a}", [schema + "properties[spec].properties[size].default invalid"]),
            ("default: red", "default: blue", [schema + "properties[spec].properties[colour].default not-supported"]),
            (
                "[{type: integer}, {type: string}]", "[{type: string}]",
                [
                    schema + "properties[spec].properties[limit].anyOf[0].type forbidden"
                ]
            ),
            (
                "list-type: map", "list-type: heap",
                [
                    schema + "properties[spec].properties[parts].x-kubernetes-list-type not-supported",
                    schema + "properties[spec].properties[parts].x-kubernetes-list-type invalid",
                ]
            ),
            (
                "keys: [name]", "keys: [id]",
                [
                    schema + "properties[spec].properties[parts].x-kubernetes-list-map-keys invalid"
                ]
            ),
            (
                "required: [name], ", "",
                [
                    schema + "properties[spec].properties[parts].items.properties[name].default required"
                ]
            ),
            (
                "items: {type: object", "items: {type: string",
                [
                    schema + "properties[spec].properties[parts].items.type invalid"
                ]
            ),
            ("maxLength: 9", "maxLength: long", [schema + "properties[spec].properties[parts].items invalid"]),
            (
                "rule: self.size > 0", "rule: ' '",
                [
                    schema + "properties[spec].x-kubernetes-validations[0].rule required"
                ]
            ),
            (
                "too small", "\"too\\nsmall\"",
                [
                    schema + "properties[spec].x-kubernetes-validations[0].message invalid"
                ]
            ),
            ("{required: [size]}", "{type: object}", [schema + "properties[spec].oneOf[0].type forbidden"]),
            (
                "fields: true}", "fields: false}",
                [
                    schema + "properties[status].x-kubernetes-preserve-unknown-fields invalid"
                ]
            ),
            (
                "status: {type: object,", "status: {type: object, $ref: '#/a',",
                [
                    schema + "properties[status].$ref forbidden"
                ]
            ),
            (
                "status: {type: object,", "status: {type: object, uniqueItems: true,",
                [
                    schema + "properties[status].uniqueItems forbidden"
                ]
            ),
            (
                "status: {type: object,",
                "metadata: {type: object, properties: {labels: {type: object}}}\n          status: {type: object,",
                [
                    schema + "properties[metadata] forbidden"
                ]
            ),
        ]
    )

    /// The server moves a schema that all versions share to the top.
    static let schema = "spec.validation.openAPIV3Schema."

    @Test func placesAreThoseOfTheText() {
        let text = Self.definition.sound.replacing("enum: [red, green]", with: "enum: [green]")
        let findings = ObjectValidator().validate(text, file: "crd.yaml").findings
        #expect(findings.map { "\($0.location?.line ?? 0)" } == ["24"])
    }

    /// What a restriction at the root speaks of must be part of the schema.
    @Test func restrictionsAreAboutWhatIsThere() {
        let text = Self.definition.sound.replacing(
            "        type: object\n        properties:\n",
            with: "        type: object\n        anyOf: [{properties: {other: {minLength: 1}}}]\n        properties:\n"
        )
        #expect(
            RuleFixture.findings(text).sorted() == [
                "spec.validation.openAPIV3Schema invalid", "\(Self.schema)properties[other] required",
            ]
        )
    }

    /// Unlike schemas are blamed version by version.
    @Test func versionsDiffer() {
        let second = "  - {name: v2, served: true, storage: false, schema: {openAPIV3Schema: {type: array}}}\n"
        let text = Self.definition.sound.replacing("  versions:\n", with: "  versions:\n" + second)
        #expect(
            RuleFixture.findings(text).sorted() == [
                "spec.versions[0].schema.openAPIV3Schema.items required",
                "spec.versions[0].schema.openAPIV3Schema.type invalid",
            ]
        )
    }

    /// A large default and a large schema do not multiply.
    @Test func largeDefaults() {
        let enums = (0..<2000).map { "\($0)" }.joined(separator: ", ")
        let items = Array(repeating: "a", count: 2000).joined(separator: ", ")
        let text = Self.definition.sound.replacing(
            "size: {type: integer",
            with: """
                many: {type: array, default: [\(items)], items: {type: string, anyOf: [{enum: [\(enums)]}, {minLength: 2}]}}
                              size: {type: integer
                """
        )
        #expect(ObjectValidator().validate(text, file: "large.yaml").worst == .invalid)
    }

    /// Deep and wide schemas take no more than their share of time, and do not exhaust the stack.
    @Test func hostileSchemas() {
        let head =
            "{\"apiVersion\": \"apiextensions.k8s.io/v1\", \"kind\": \"CustomResourceDefinition\", \"spec\": {\"versions\": [{\"schema\": {\"openAPIV3Schema\": "
        for (open, close) in [
            ("{\"items\": ", "}"), ("{\"not\": ", "}"), ("{\"additionalProperties\": ", "}"),
            ("{\"properties\": {\"a\": ", "}}"), ("{\"allOf\": [", "]}"), ("{\"default\": {}, \"items\": ", "}"),
        ] {
            let depth = 60
            let text =
                head + String(repeating: open, count: depth) + "{}" + String(repeating: close, count: depth) + "}}]}}"
            #expect(!ObjectValidator().validate(text, file: "deep.json").findings.isEmpty)
        }
    }
}
