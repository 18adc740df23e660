import Diagnostics
import KubeModel
import Testing

/// Rules of workloads: selectors, strategies, jobs and schedules.
@Suite struct WorkloadRuleTests {
    private static let template = """
          selector: {matchLabels: {app: web}}
          template:
            metadata: {labels: {app: web}}
            spec: {containers: [{name: web, image: nginx}]}

        """
    private static let deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web}
        spec:
          replicas: 2
          minReadySeconds: 5
          strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 1, maxUnavailable: 10%}}

        """ + template

    @Test(arguments: [
        RuleCase("replicas: 2", "replicas: -2", "spec.replicas"),
        RuleCase("minReadySeconds: 5", "minReadySeconds: 600", "spec.progressDeadlineSeconds"),
        RuleCase("type: RollingUpdate", "type: Recreate", "spec.strategy.rollingUpdate"),
        RuleCase("type: RollingUpdate", "type: Rolling", "spec.strategy"),
        RuleCase(
            "maxSurge: 1, maxUnavailable: 10%",
            "maxSurge: 0, maxUnavailable: 0%",
            "spec.strategy.rollingUpdate.maxUnavailable"
        ),
        RuleCase("10%", "110%", "spec.strategy.rollingUpdate.maxUnavailable"),
        RuleCase("10%", "ten", "spec.strategy.rollingUpdate.maxUnavailable"),
        RuleCase("labels: {app: web}", "labels: {app: api}", "spec.template.metadata.labels"),
        RuleCase("selector: {matchLabels: {app: web}}", "selector: {}", "spec.selector"),
        RuleCase("labels: {app: web}", "labels: {app: web, b: -}", "spec.template.labels"),
        RuleCase("spec: {containers", "spec: {restartPolicy: Never, containers", "spec.template.spec.restartPolicy"),
        RuleCase("spec: {containers: [{name: web, image: nginx}]}", "spec: {}", "spec.template.spec.containers"),
    ])
    func deployments(_ rule: RuleCase) throws {
        RuleCase.checkSound(Self.deployment)
        try rule.check(Self.deployment)
    }

    @Test(arguments: [
        RuleCase("OrderedReady", "Ordered", "spec.podManagementPolicy"),
        RuleCase("partition: 0", "partition: -1", "spec.updateStrategy.rollingUpdate.partition"),
        RuleCase("whenDeleted: Retain", "whenDeleted: Keep", "spec.persistentVolumeClaimRetentionPolicy.whenDeleted"),
        RuleCase("name: db", "name: db.main", "metadata.name"),
        RuleCase("labels: {app: web}", "labels: {}", "spec.template.metadata.labels"),
    ])
    func statefulSets(_ rule: RuleCase) throws {
        let sound = """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db}
            spec:
              podManagementPolicy: OrderedReady
              updateStrategy: {rollingUpdate: {partition: 0}}
              persistentVolumeClaimRetentionPolicy: {whenDeleted: Retain}

            """ + Self.template
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }

    @Test(arguments: [
        RuleCase("{maxUnavailable: 1}", "{maxUnavailable: 0}", "spec.updateStrategy.rollingUpdate.maxUnavailable"),
        RuleCase("{maxUnavailable: 1}", "{maxSurge: 1}", "spec.updateStrategy.rollingUpdate.maxSurge"),
        RuleCase("type: RollingUpdate", "type: x", "spec.updateStrategy"),
    ])
    func daemonSets(_ rule: RuleCase) throws {
        let sound = """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: agent}
            spec:
              updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 1}}

            """ + Self.template
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }

    @Test(arguments: [
        RuleCase("restartPolicy: Never, ", "", "spec.template.spec.restartPolicy"),
        RuleCase("restartPolicy: Never", "restartPolicy: Always", "spec.template.spec.restartPolicy"),
        RuleCase("completions: 3", "completions: -3", "spec.completions"),
        RuleCase("completions: 3", "selector: {matchLabels: {a: b}}", "spec.selector", "spec.completions"),
        RuleCase("Indexed", "Numbered", "spec.completionMode", "spec.backoffLimitPerIndex"),
        RuleCase("backoffLimitPerIndex: 1", "maxFailedIndexes: 1", "spec.backoffLimitPerIndex"),
        RuleCase("values: [1, 2]", "values: [2, 1]", "spec.podFailurePolicy.rules[0].onExitCodes.values"),
        RuleCase("action: FailJob", "action: Fail", "spec.podFailurePolicy.rules[0].action"),
        RuleCase("name: work", "name: work.one", "metadata.name"),
    ])
    func jobs(_ rule: RuleCase) throws {
        let sound = """
            apiVersion: batch/v1
            kind: Job
            metadata: {name: work}
            spec:
              completions: 3
              completionMode: Indexed
              backoffLimitPerIndex: 1
              podFailurePolicy:
                rules: [{action: FailJob, onExitCodes: {operator: In, values: [1, 2]}}]
              template:
                spec: {restartPolicy: Never, containers: [{name: main, image: busybox}]}

            """
        RuleCase.checkSound(sound)
        try rule.check(sound)
    }

    private static let cronJob = """
        apiVersion: batch/v1
        kind: CronJob
        metadata: {name: nightly}
        spec:
          schedule: "0 3 * * mon-fri"
          timeZone: Europe/Berlin
          concurrencyPolicy: Forbid
          jobTemplate:
            spec:
              template:
                spec: {restartPolicy: OnFailure, containers: [{name: main, image: busybox}]}

        """

    @Test(arguments: [
        RuleCase("Forbid", "Refuse", "spec.concurrencyPolicy"),
        RuleCase("Europe/Berlin", "Europe/Atlantis", "spec.timeZone"),
        RuleCase("name: nightly", "name: " + String(repeating: "n", count: 53), "metadata.name"),
        RuleCase("restartPolicy: OnFailure, ", "", "spec.jobTemplate.spec.template.spec.restartPolicy"),
    ])
    func cronJobs(_ rule: RuleCase) throws {
        RuleCase.checkSound(Self.cronJob)
        try rule.check(Self.cronJob)
    }

    @Test(arguments: [
        "* * * * *", "*/5 0-23/2 1,15 * 0", "0 0 1 jan sun", "@daily", "@every 1h30m", "? ? ? ? ?", "5/10 * * * *",
    ])
    func soundSchedules(_ schedule: String) {
        RuleCase.checkSound(Self.cronJob.replacing("0 3 * * mon-fri", with: schedule))
    }

    @Test(arguments: [
        "* * * *", "60 * * * *", "* 24 * * *", "* * 0 * *", "* * * 13 *", "* * * * 7", "*/0 * * * *", "5-1 * * * *",
        "a * * * *", "1-2-3 * * * *", "1/2/3 * * * *", "@often", "@every", "TZ=UTC * * * * *", "-1 * * * *",
    ])
    func faultySchedules(_ schedule: String) throws {
        let text = Self.cronJob.replacing("0 3 * * mon-fri", with: schedule)
        let paths = ObjectValidator().validate(text, file: "a.yaml").findings.compactMap(\.path)
        #expect(Set(paths) == ["spec.schedule"])
    }

    @Test func replicationControllersTakeTheLabelsOfTheTemplate() throws {
        let sound = """
            apiVersion: v1
            kind: ReplicationController
            metadata: {name: web}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: web, image: nginx}]}

            """
        RuleCase.checkSound(sound)
        try RuleCase("labels: {app: web}", "labels: {}", "spec.selector").check(sound)
        try RuleCase("template:", "selector: {app: api}\n  template:", "spec.template.metadata.labels").check(sound)
    }
}
