import ComposeModel
import Diagnostics
import OrderedCollections
import Testing
import YAMLTree

struct SmallValueTests {
    @Test(arguments: [("0440", 0o440), ("440", 0o440), ("0o440", 0o440), ("0", 0), ("1777", 0o1777)])
    func modesAreOctal(_ text: String, _ bits: Int) throws {
        let mode = try #require(FileMode(text))
        #expect(mode.rawValue == bits)
        #expect(FileMode(mode.description) == mode)
    }

    @Test(arguments: ["", "8", "0x1f", "-7", "+7", "rwx", "0o", "77777777777777777777777777"])
    func refusesModes(_ text: String) {
        #expect(FileMode(text) == nil)
    }

    @Test(arguments: [
        ("db=10.0.0.7", "db", "10.0.0.7"), ("db:10.0.0.7", "db", "10.0.0.7"), ("v6=::1", "v6", "::1"),
        ("v6:::1", "v6", "::1"), ("v6=[::1]", "v6", "::1"), ("up:host-gateway", "up", "host-gateway"),
    ])
    func hostsHaveTwoSeparators(_ text: String, _ name: String, _ address: String) throws {
        let host = try #require(ExtraHost(text))
        #expect(host == ExtraHost(name: name, address: address))
        #expect(ExtraHost(host.description) == host)
    }

    @Test(arguments: ["", "db", "=1.2.3.4", "db=", ":", "é"])
    func refusesHosts(_ text: String) {
        #expect(ExtraHost(text) == nil)
    }

    @Test func keysOfBuilds() {
        #expect(SSHKey("default") == SSHKey(id: "default"))
        #expect(SSHKey("deploy: keys/deploy") == SSHKey(id: "deploy", path: "keys/deploy"))
        #expect(SSHKey("deploy=keys/deploy")?.description == "deploy: keys/deploy")
        #expect(SSHKey("") == nil)
    }

    @Test(arguments: [
        ("no", RestartRule.no), ("always", .always), ("unless-stopped", .unlessStopped),
        ("on-failure", .onFailure(retries: nil)), ("on-failure:3", .onFailure(retries: 3)),
        ("on-failure:0", .onFailure(retries: 0)),
    ])
    func restartRules(_ text: String, _ rule: RestartRule) {
        #expect(RestartRule(text) == rule)
        #expect(rule.description == text)
    }

    @Test(arguments: [
        "", "No", "on-failure:", "on-failure:-1", "on-failure:+1", "on-failure:x", "on-failure:3:4", "sometimes",
    ])
    func refusesRestartRules(_ text: String) {
        #expect(RestartRule(text) == nil)
    }

    @Test func countsOfDevices() throws {
        let project = try Reading.project(
            """
            services:
              a: {gpus: [{count: all}, {count: -1}, {count: 2}, {count: "3"}, {device_ids: ["0"]}]}
            """
        )
        #expect(project.services["a"]?.gpus.map(\.count) == [.all, .all, .exactly(2), .exactly(3), nil])
        #expect(
            try Reading.problems("services: {a: {gpus: [{count: some}]}}").first?.path == "services.a.gpus[0].count"
        )
    }

    @Test func limitsAreOneNumberOrTwo() throws {
        let project = try Reading.project("services: {a: {ulimits: {nproc: 65535, nofile: {soft: 1, hard: 2}}}}")
        #expect(project.services["a"]?.ulimits["nproc"] == Ulimit(65535))
        #expect(project.services["a"]?.ulimits["nofile"] == Ulimit(soft: 1, hard: 2))
        var ulimit = Ulimit(5)
        #expect(ulimit.makeNode() == 5)
        ulimit.hard = 6
        #expect(ulimit.makeNode() == ["soft": 5, "hard": 6])
    }
}
