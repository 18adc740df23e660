import ComposeModel
import KubeModel
import OrchestrationIR
@testable import SwarmNetes
import Testing

private typealias NeutralProbe = OrchestrationIR.Probe

@Suite struct ProbesTests {
    @Test(arguments: [
        (["CMD", "true"], ["true"]), (["CMD-SHELL", "exit 0"], ["/bin/sh", "-c", "exit 0"]),
    ]) func healthChecksWithDefaults(_ test: [String], _ command: [String]) throws {
        let probe = try #require(NeutralProbe(HealthCheck(test: test), origin: .none))
        let written = KubeModel.Probe(probe)
        #expect(written.exec?.command == command)
        #expect(written.periodSeconds == 30 && written.timeoutSeconds == 30 && written.failureThreshold == 3)
        #expect(NeutralProbe(written, origin: .none) == probe)
        #expect(HealthCheck(probe, ports: [])?.test == test)
    }

    @Test(arguments: [
        HealthCheck(test: []), HealthCheck(test: ["NONE"]), HealthCheck(test: ["CMD", "true"], disable: true),
        HealthCheck(test: ["CMD"]), HealthCheck(test: ["CMD-SHELL"]), HealthCheck(test: ["WHAT", "x"]),
    ]) func noTest(_ check: HealthCheck) {
        #expect(NeutralProbe(check, origin: .none) == nil)
    }

    @Test func timesAreRoundedUp() throws {
        let check = HealthCheck(
            test: ["CMD", "true"],
            interval: ComposeDuration(nanoseconds: 500_000_000),
            timeout: ComposeDuration(nanoseconds: 1_000_000_001),
            retries: 7,
            startPeriod: ComposeDuration(nanoseconds: 2_000_000_000)
        )
        let probe = KubeModel.Probe(try #require(NeutralProbe(check, origin: .none)))
        #expect(probe.periodSeconds == 1 && probe.timeoutSeconds == 2 && probe.initialDelaySeconds == 2)
        #expect(probe.failureThreshold == 7)
    }

    private static let ports = [OrchestrationIR.ContainerPort(8080, name: "http")]

    @Test(arguments: [
        (
            NeutralProbe.Action.http(ProbeRequest(port: .name("http"), path: "/ready")),
            "http://127.0.0.1:8080/ready"
        ),
        (.http(ProbeRequest(port: .number(80), secure: true)), "https://127.0.0.1:80/"),
        (.http(ProbeRequest(port: .number(80), path: "x")), "http://127.0.0.1:80/x"),
        (.tcp(port: .number(5432)), "nc -z 127.0.0.1 5432"),
        (.grpc(port: 9, service: "s"), "-addr=127.0.0.1:9 -service='s'"),
    ]) func requestsBecomeCommands(_ action: OrchestrationIR.Probe.Action, _ part: String) throws {
        let check = try #require(HealthCheck(NeutralProbe(action), ports: Self.ports))
        #expect(check.test.count == 2 && check.test[0] == "CMD-SHELL")
        #expect(check.test[1].contains(part), "\(check.test)")
    }

    @Test func portsThatNothingNamesAreNotGuessed() {
        let probe = NeutralProbe(.tcp(port: .name("missing")))
        #expect(HealthCheck(probe, ports: Self.ports) == nil)
    }

    /// Text of the input must not get out of the quotes of the command that it is put into.
    @Test(arguments: [
        NeutralProbe.Action.http(ProbeRequest(port: .number(80), path: "/'; rm -rf /; '")),
        .grpc(port: 1, service: "'$(reboot)'"),
    ]) func quotesInProbesStayQuoted(_ action: OrchestrationIR.Probe.Action) throws {
        let check = try #require(HealthCheck(NeutralProbe(action), ports: []))
        #expect(check.test[1].contains(#"'\''"#))
    }
}
