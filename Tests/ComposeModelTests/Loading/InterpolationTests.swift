import ComposeModel
import Diagnostics
import Testing
import YAMLTree

@Suite struct InterpolationTests {
    static let variables: ComposeEnvironment = ["SET": "value", "EMPTY": "", "NUMBER": "3", "YES": "yes"]

    @Test(arguments: [
        ("plain", "plain"), ("$SET", "value"), ("${SET}", "value"), ("a${SET}b$SET-c", "avaluebvalue-c"),
        ("$UNSET.", "."), ("${UNSET:-d}", "d"), ("${EMPTY:-d}", "d"), ("${EMPTY-d}", ""), ("${UNSET-d}", "d"),
        ("${SET:+r}", "r"), ("${EMPTY:+r}", ""), ("${EMPTY+r}", "r"), ("${UNSET+r}", ""), ("${SET:?m}", "value"),
        ("${EMPTY?m}", ""), ("$$SET", "$SET"), ("$$$SET", "$value"), ("$$${SET}", "$value"),
        ("$1 $ $(x) $", "$1 $ $(x) $"),
        ("${UNSET:-${SET}}", "value"), ("${UNSET:-${ALSO:-deep}}", "deep"), ("${UNSET:-a-b:c}", "a-b:c"),
        ("${UNSET:-{}}", "{}"), ("${UNSET:-{\"k\": 1}}", "{\"k\": 1}"), ("${UNSET:-$$x}", "$x"),
        ("${UNSET:-a} ${SET} ${UNSET:-b}", "a value b"), ("${SET:-x}}", "value}"), ("über $SET", "über value"),
    ])
    func substitutes(_ text: String, _ expected: String) throws {
        let template = Self.quoted(text)
        let fixture = LoadingFixture("services: {a: {image: x, labels: {k: \(template)}}}", environment: Self.variables)
        #expect(try fixture.load().value["services"]?["a"]?["labels"]?["k"]?.text == expected)
    }

    private static func quoted(_ text: String) -> String {
        "'" + text.replacing("'", with: "''") + "'"
    }

    @Test(arguments: ["${", "${}", "${1A}", "${A!b}", "${A", "${A:-b", "${A:b}", "a ${ b"])
    func refusesWhatIsNoVariable(_ text: String) {
        let fixture = LoadingFixture("services:\n  a:\n    image: \(Self.quoted(text))\n")
        #expect(fixture.faults() == ["3:12 compose.interpolation services.a.image"])
    }

    @Test(arguments: ["${UNSET:?say why}", "${EMPTY:?say why}", "${UNSET?say why}", "${UNSET:-${ALSO:?say why}}"])
    func demandsVariables(_ text: String) throws {
        let fixture = LoadingFixture(
            "services:\n  a:\n    image: \(Self.quoted(text))\n",
            environment: Self.variables
        )
        let error = #expect(throws: (any Error).self) { try fixture.load() }
        #expect("\(try #require(error))".contains("say why"))
        #expect(fixture.faults() == ["3:12 compose.required-variable services.a.image"])
    }

    @Test func reportsUnsetVariablesOnce() throws {
        let report = try LoadingFixture("services: {a: {image: \"x:$TAG\", command: [\"$TAG\"]}}").load().report
        let unset = report.findings.filter { $0.code == .composeUnsetVariable }
        #expect(unset.map(\.path) == ["services.a.image", "services.a.command[0]"])
        #expect(unset.allSatisfy { $0.severity == .notice })
    }

    @Test(arguments: [
        ("cpus: $NUMBER", "cpus", "3"), ("privileged: $YES", "privileged", "true"),
        ("scale: \"$NUMBER\"", "scale", "3"),
        ("tty: \"true\"", "tty", "true"), ("init: \"no\"", "init", "false"),
        ("pids_limit: \"${UNSET:-7}\"", "pids_limit", "7"), ("cpus: \"12.50\"", "cpus", "12.5"),
    ])
    func castsTexts(_ line: String, _ key: String, _ expected: String) throws {
        let fixture = LoadingFixture("services: {a: {image: x, \(line)}}", environment: Self.variables)
        #expect(try fixture.value(NodePath([.key("services"), .key("a"), .key(key)])) == expected)
    }

    @Test func refusesTextsThatCannotBeCast() {
        let fixture = LoadingFixture("services:\n  a:\n    image: x\n    scale: $UNSET\n    tty: maybe\n")
        #expect(fixture.faults() == ["4:12 compose.cast services.a.scale", "5:10 compose.cast services.a.tty"])
    }

    @Test func keepsVariablesWhenAsked() throws {
        var fixture = LoadingFixture("services: {a: {image: \"x:${TAG}\", ports: [\"${PORT}:80\"]}}")
        fixture.options.interpolation = .keep
        #expect(try fixture.load().value["services"]?["a"]?["image"]?.text == "x:${TAG}")
    }

    @Test func boundsNesting() {
        let depth = 5_000
        let text = String(repeating: "${A:-", count: depth) + String(repeating: "}", count: depth)
        let fixture = LoadingFixture("services:\n  a:\n    image: '\(text)'\n")
        #expect(fixture.faults() == ["3:12 compose.limit services.a.image"])
    }
}
