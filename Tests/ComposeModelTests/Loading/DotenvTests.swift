import ComposeModel
import Diagnostics
import Testing
import YAMLTree

@Suite struct DotenvTests {
    static let cases: [(String, String)] = [
        ("A=1", "{A: \"1\"}"), ("A=1\nB=2\n", "{A: \"1\", B: \"2\"}"),
        ("# note\n\nA=1 # why\nB=2#b", "{A: \"1\", B: 2#b}"),
        ("export A=1\n export\tB = 2 ", "{A: \"1\", B: \"2\"}"), ("A: yaml", "{A: yaml}"), ("A=", "{A: }"),
        ("A='$B \\n' # x", "{A: $B \\n}"), ("A=\"x\\ty\"", "{A: x\ty}"), ("A=\"say \\\"hi\\\"\"", "{A: say \"hi\"}"),
        ("A=\"two\nlines\"\nB=1", "{A: two\nlines, B: \"1\"}"),
        ("A=x\nB=${A}y\nC=\"$A $$A\"", "{A: x, B: xy, C: x $A}"),
        ("B=${NOPE:-d}", "{B: d}"), ("A=\\$x", "{A: \\}"), ("A=\"\\$x\"", "{A: $x}"), ("A=\"\\0101\"", "{A: A}"),
        ("OUTER\nA=1", "{A: \"1\", OUTER: from outside}"), ("A=1\r\nB=2\r\n", "{A: \"1\", B: \"2\"}"),
        ("\u{FEFF}A=1", "{A: \"1\"}"), ("A=$OUTER", "{A: from outside}"), ("A=1\nA=2", "{A: \"2\"}"),
        ("A.b-c[0]=1", "{A.b-c[0]: \"1\"}"), ("A=a b c ", "{A: a b c}"),
    ]

    @Test(arguments: cases)
    func reads(_ text: String, _ expected: String) throws {
        let fixture = LoadingFixture(
            files: ["compose.yaml": "services: {a: {image: x, env_file: vars}}", "vars": text],
            environment: ["OUTER": "from outside"]
        )
        #expect(try fixture.value("services.a.environment") == expected)
    }

    @Test(arguments: [("A=1\nB C=2", 2), ("A=1\n?=2", 2), ("A=\"x\n\n", 1), ("A=${", 1), ("A=1\nB='x", 2)])
    func refuses(_ text: String, _ line: Int) throws {
        let fixture = LoadingFixture(
            files: ["compose.yaml": "services: {a: {image: x, env_file: vars}}", "vars": text]
        )
        #expect(fixture.faults() == ["\(line):1 compose.env-file -"])
    }

    @Test func readsRawFiles() throws {
        let fixture = LoadingFixture(files: [
            "compose.yaml": "services: {a: {image: x, env_file: [{path: vars, format: raw}]}}",
            "vars": "# note\nA='$B' # kept\n",
        ])
        #expect(try fixture.value("services.a.environment") == "{A: '$B' # kept}")
    }

    @Test func ownVariablesWinAndLaterFilesOverride() throws {
        let fixture = LoadingFixture(files: [
            "compose.yaml": """
            services:
              a:
                image: x
                env_file: [one, {path: two}, {path: absent, required: false}]
                environment: {OWN: own, SHARED: mine}
            """,
            "one": "SHARED=one\nLATER=one\n", "two": "LATER=two\nUSES=$OWN\n",
        ])
        #expect(try fixture.value("services.a.environment") == "{LATER: two, OWN: own, SHARED: mine, USES: own}")
        #expect(try fixture.value("services.a.env_file") == "-")
    }

    @Test func missingFilesAreRefusedWhereTheyAreNamed() {
        let fixture = LoadingFixture(files: [
            "compose.yaml": "services:\n  a:\n    image: x\n    env_file:\n      - absent\n      - folder\n",
            "folder/x": "",
        ])
        #expect(fixture.faults() == ["5:9 compose.env-file -", "6:9 compose.env-file -"])
    }

    @Test func projectFileGivesVariables() throws {
        let fixture = LoadingFixture(
            files: [
                "compose.yaml": "services: {a: {image: \"x:$TAG\", hostname: $HOST}}", ".env": "TAG=1\nHOST=file\n",
            ],
            environment: ["HOST": "given"]
        )
        #expect(try fixture.value("services.a.image") == "x:1")
        #expect(try fixture.value("services.a.hostname") == "given")
    }

    @Test func labelFiles() throws {
        let fixture = LoadingFixture(files: [
            "compose.yaml": "services: {a: {image: x, label_file: l, labels: [own=1]}}", "l": "own=0\nfrom.file=2\n",
        ])
        #expect(try fixture.value("services.a.labels") == "{from.file: \"2\", own: \"1\"}")
    }
}
