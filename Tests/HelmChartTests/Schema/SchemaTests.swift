import GoTemplate
import Testing

@testable import HelmChart

@Suite struct SchemaTests {
    /// What is wrong with values by a schema, both JSON.
    private func fault(_ values: String, _ schema: String) throws -> String? {
        let values = try GoJSON.read(ByteString(values))
        do {
            try SchemaValidator.validate(values, against: Array(schema.utf8))
            return nil
        } catch {
            return error.description
        }
    }

    @Test(arguments: [
        (
            #"{"a": "x"}"#, #"{"properties": {"a": {"type": ["integer", "null"]}}}"#,
            "- at '/a': got string, want null or integer"
        ),
        (
            #"{"a": 70000}"#, #"{"properties": {"a": {"maximum": 65535}}}"#,
            "- at '/a': maximum: got 70,000, want 65,535"
        ),
        (#"{}"#, #"{"required": ["a", "b"]}"#, "- at '': missing properties 'a', 'b'"),
        (#"{"a/b": 1}"#, #"{"properties": {"a/b": false}}"#, "- at '/a~1b': false schema"),
        (#"{"a": 1}"#, #"{"additionalProperties": false}"#, "- at '': additional properties 'a' not allowed"),
        (#"{"a": "b"}"#, #"{"properties": {"a": {"pattern": "^x"}}}"#, "- at '/a': 'b' does not match pattern '^x'"),
        (#"{"a": 0.3}"#, #"{"properties": {"a": {"multipleOf": 0.2}}}"#, "- at '/a': multipleOf: got 0.3, want 0.2"),
        (
            #"{"a": [1, 2]}"#, #"{"properties": {"a": {"prefixItems": [true], "items": false}}}"#,
            "- at '/a/1': false schema"
        ),
        (
            #"{"a": 1}"#, ##"{"$ref": "#/$defs/x", "$defs": {"x": {"minProperties": 2}}}"##,
            "- at '': minProperties: got 1, want 2"
        ),
        (
            #"{"a": 1, "b": 2}"#,
            #"{"allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}"#,
            "- at '/b': false schema"
        ),
        (
            #"{"a": "1.2.3"}"#,
            ##"{"$schema": "http://json-schema.org/draft-07/schema#", "properties": {"a": {"format": "ipv4"}}}"##,
            "- at '/a': '1.2.3' is not valid ipv4: expected four decimals"
        ),
    ]) func namesTheFault(values: String, schema: String, line: String) throws {
        #expect(try fault(values, schema) == line + "\n")
    }

    @Test(arguments: [
        (#"{"a": 8080.0}"#, #"{"properties": {"a": {"type": "integer"}}}"#),
        (#"{"a": {"a": {}}}"#, ##"{"properties": {"a": {"$ref": "#"}}, "additionalProperties": false}"##),
        (#"{"a": 0.3}"#, #"{"properties": {"a": {"multipleOf": 0.1}}}"#),
        (#"{"a": 1}"#, #"{"if": {"required": ["b"]}, "then": false, "else": true}"#),
        (#"{"a": 1}"#, #"{"$ref": "urn:example:other"}"#),
        (
            #"{"a": "x"}"#,
            ##"{"$defs": {"n": {"$anchor": "name", "type": "string"}}, "properties": {"a": {"$ref": "#name"}}}"##
        ),
    ]) func accepts(values: String, schema: String) throws {
        #expect(try fault(values, schema) == nil)
    }

    @Test func causesAreIndented() throws {
        let schema = #"{"oneOf": [{"required": ["a"]}, {"anyOf": [{"required": ["b"]}, {"required": ["c"]}]}]}"#
        #expect(
            try fault("{}", schema) == """
                - at '': oneOf failed, none matched
                  - at '': missing property 'a'
                  - at '': anyOf failed
                    - at '': missing property 'b'
                    - at '': missing property 'c'

                """
        )
    }

    @Test(arguments: [
        ("{", "unexpected EOF"),
        (
            #"{"$ref": "other.json"}"#,
            "failing loading \"file:///other.json\": open /other.json: no such file or directory"
        ),
        (##"{"$ref": "#/$defs/x"}"##, "json-pointer in \"file:///values.schema.json#/$defs/x\" not found"),
        (
            #"{"type": "strin"}"#,
            """
            "file:///values.schema.json#" is not valid against metaschema: jsonschema validation failed with \
            'https://json-schema.org/draft/2020-12/schema#'
            - at '': allOf failed
              - at '/type': anyOf failed
                - at '/type': value must be one of 'array', 'boolean', 'integer', 'null', 'number', 'object', 'string'
                - at '/type': got string, want array
            """
        ),
    ]) func namesTheFaultOfTheSchema(schema: String, message: String) throws {
        #expect(try fault("{}", schema) == message)
    }

    @Test func referencesThatGoRoundAreFaults() throws {
        let schema = ##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##
        #expect(try fault("{}", schema)?.contains("reference cycle") == true)
    }

    @Test func alternativesThatMultiplyMeetALimit() throws {
        let levels = (0..<40).map { level in
            let next = ##"{"$ref": "#/$defs/l\##(level + 1)"}"##
            return ##""l\##(level)": {"allOf": [\##(next), \##(next)]}"##
        }
        let definitions = levels.joined(separator: ", ")
        let schema = ##"{"$ref": "#/$defs/l0", "$defs": {\##(definitions), "l40": true}}"##
        let url = try #require(SchemaURL("file:///values.schema.json"))
        let node = try SchemaCompiler().compile(GoJSON.read(ByteString(schema)), url: url)
        let checker = SchemaChecker(limit: 10_000)
        _ = checker.finding(.map(MapValue()), node)
        #expect(checker.limitFault?.description.contains("too many steps") == true)
    }
}
