extension CronJob: ValidatedKind {
    func validate(_ field: Field) {
        // The controller adds 11 bytes for the names of jobs.
        if let name = metadata.name, name.utf8.count > 52 {
            field["metadata"]["name"].invalid("must be no more than 52 bytes")
        }
        let field = field["spec"]
        if field["schedule"].requiredText(spec.schedule) {
            if let problem = CronSchedule.problem(spec.schedule) {
                field["schedule"].invalid(problem, remedy: "Write five fields, such as 0 3 * * 1, or @daily.")
            }
            if spec.schedule.contains("TZ") {
                field["schedule"].invalid("cannot name a time zone", remedy: "Use the field timeZone.")
            }
        }
        if let zone = spec.timeZone, !TimeZoneNames.contains(zone) {
            field["timeZone"].invalid("must be the name of a time zone", remedy: "Use a name such as Europe/Berlin.")
        }
        field["startingDeadlineSeconds"].nonNegative(spec.startingDeadlineSeconds)
        field["concurrencyPolicy"].oneOf(spec.concurrencyPolicy.orDefault("Allow"), ["Allow", "Forbid", "Replace"])
        field["successfulJobsHistoryLimit"].nonNegative(spec.successfulJobsHistoryLimit)
        field["failedJobsHistoryLimit"].nonNegative(spec.failedJobsHistoryLimit)
        let job = spec.jobTemplate.spec ?? JobSpec()
        let inner = field["jobTemplate"]["spec"]
        job.validate(inner)
        if job.selector != nil { inner["selector"].invalid("is made by the server", remedy: "Remove it.") }
        if job.manualSelector == true { inner["manualSelector"].notSupported(["false"]) }
    }
}
