import ComposeModel
import KubeModel
import OrchestrationIR
@testable import SwarmNetes
import Testing

@Suite struct RolloutsTests {
    @Test(arguments: [
        (UpdateConfig(parallelism: 2, order: "stop-first"), Rollout(order: .stopFirst, parallelism: .count(2))),
        (UpdateConfig(parallelism: 1, order: "start-first"), Rollout(order: .startFirst, parallelism: .count(1))),
        (UpdateConfig(parallelism: 0), Rollout(order: .stopAllFirst)),
        (UpdateConfig(parallelism: 0, order: "start-first"), Rollout(order: .startFirst, parallelism: .percent(100))),
        (UpdateConfig(), Rollout(order: .stopFirst, parallelism: .count(1))),
    ]) func updateConfigs(_ config: UpdateConfig, _ rollout: Rollout) throws {
        #expect(Rollout(config) == rollout)
        let back = UpdateConfig(rollout, replicas: 4)
        #expect(Rollout(back) == rollout)
    }

    @Test(arguments: [
        Rollout(order: .stopAllFirst),
        Rollout(order: .startFirst, parallelism: .count(2)),
        Rollout(order: .startFirst, parallelism: .percent(25)),
        Rollout(order: .stopFirst, parallelism: .count(3), minimumReady: .seconds(10)),
        Rollout(order: .stopFirst, parallelism: .percent(50), progressDeadline: .seconds(60)),
    ]) func deployments(_ rollout: Rollout) {
        let spec = DeploymentSpec(
            selector: LabelSelector(),
            strategy: DeploymentStrategy(rollout),
            template: PodTemplateSpec(),
            minReadySeconds: rollout.minimumReady?.secondsRoundedUp,
            progressDeadlineSeconds: rollout.progressDeadline?.secondsRoundedUp
        )
        #expect(Rollout(spec) == rollout)
    }

    @Test func nothingSaidMeansNothing() {
        #expect(Rollout(nil as UpdateConfig?) == nil)
        #expect(Rollout(DeploymentSpec(selector: LabelSelector(), template: PodTemplateSpec())) == nil)
        #expect(Rollout(maxUnavailable: nil, minReadySeconds: nil) == nil)
        #expect(DeploymentStrategy(Rollout(order: .stopFirst)) == nil)
    }

    @Test(arguments: [(25, 8, 2), (25, 2, 1), (50, 5, 2), (100, 7, 0), (0, 4, 1)])
    func sharesOfInstances(_ percent: Int, _ replicas: Int, _ parallelism: Int) {
        let rollout = Rollout(order: .startFirst, parallelism: .percent(percent))
        #expect(UpdateConfig(rollout, replicas: replicas).parallelism == parallelism)
    }

    @Test func hugeNumbersDoNotOverflow() {
        let rollout = Rollout(order: .startFirst, parallelism: .percent(.max))
        _ = UpdateConfig(rollout, replicas: .max)
    }
}
